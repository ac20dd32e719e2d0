"""A mail server small enough to be trusted: it can refuse, fall silent, and remembers all."""

import email
import email.policy
import socketserver
import threading
from email.message import EmailMessage
from types import TracebackType
from typing import Self

OK = "250 fine"
# What a server says when all is well; "BODY" is the end of the message, "CONNECT" the greeting.
USUAL = {
    "CONNECT": "220 mail.test ready",
    "EHLO": "250 mail.test",
    "HELO": "250 mail.test",
    "MAIL": OK,
    "RCPT": OK,
    "DATA": "354 go on",
    "BODY": "250 queued",
    "RSET": OK,
    "QUIT": "221 bye",
}


class SmtpServer:
    """Listens on a free port of this machine while it is entered."""

    def __init__(self) -> None:
        # Answers given instead of the usual ones, by command: {"RCPT": "550 no such user"}.
        self.answers: dict[str, str] = {}
        # Commands that are not answered before `go_on`.
        self.silent_at: set[str] = set()
        # How many messages one conversation may carry before the server hangs up.
        self.hang_up_after = 0
        self.messages: list[EmailMessage] = []
        self.commands: list[str] = []
        # Set when a client waits for an answer that does not come.
        self.is_waited_for = threading.Event()
        self._is_closing = threading.Event()
        self._may_go_on = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Conversation)
        self._server.site = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.05])

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def message_ids(self) -> list[str]:
        """The Message-ID of each message received, in order."""
        return [str(message["Message-ID"]) for message in self.messages]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_closing.set()
        self._may_go_on.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def go_on(self) -> None:
        """Answer whoever waits, and be silent no more."""
        self.silent_at.clear()
        self._may_go_on.set()

    def answer_to(self, command: str) -> str | None:
        """Return what to say, after a wait where it is silent; None when it is closing."""
        self.commands.append(command)
        if command in self.silent_at:
            self.is_waited_for.set()
            self._may_go_on.wait()
        if self._is_closing.is_set():
            return None
        return self.answers.get(command, USUAL.get(command, "502 unknown"))

    def keep(self, raw: bytes) -> None:
        """Remember a message that came in whole, whether or not it is then accepted."""
        self.messages.append(email.message_from_bytes(raw, policy=email.policy.default))


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    site: SmtpServer


class _Conversation(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        try:
            self._converse()
        except OSError:
            return

    def _converse(self) -> None:
        if not self._says("CONNECT"):
            return
        taken = 0
        while line := self.rfile.readline():
            command = line.split()[0].upper().decode("ascii", "replace") if line.split() else ""
            if not self._says(command) or command == "QUIT":
                return
            if command == "DATA" and "DATA" not in self.server.site.answers:
                self.server.site.keep(self._body())
                taken += 1
                if not self._says("BODY") or taken == self.server.site.hang_up_after:
                    return

    def _says(self, command: str) -> bool:
        answer = self.server.site.answer_to(command)
        if answer is None:
            return False
        self.wfile.write(f"{answer}\r\n".encode())
        return True

    def _body(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)
