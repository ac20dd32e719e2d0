"""The crowd of the benchmark, a process of its own: people who open the form and register.

It speaks HTTP by hand over kept connections: it shares the machine with what it measures, and a
comfortable client would use more of it than the site does.
"""

import json
import re
import socket
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from urllib.parse import urlencode, urlsplit

KEY = re.compile(rb'name="key" value="([^"]+)"')
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
COOKIE = re.compile(rb"[Ss]et-[Cc]ookie: *(csrftoken=[^;]+)")
LENGTH = re.compile(rb"[Cc]ontent-[Ll]ength: *(\d+)")
ANSWER_SECONDS = 30
# Mobile prefixes of Pakistan, ten million numbers each.
PREFIXES = range(300, 310)


@dataclass
class Plan:
    """What the crowd does: where, how many at once, for how long, in how many requests each."""

    url: str
    path: str
    client_count: int
    seconds: float
    looks_at_check_page: bool
    first_number: int = 0


@dataclass
class Seen:
    """What the crowd saw: milliseconds by request, answers by status, confirmed by second."""

    form_ms: list[float] = field(default_factory=list)
    check_ms: list[float] = field(default_factory=list)
    register_ms: list[float] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    confirmed_at: list[float] = field(default_factory=list)
    cpu_seconds: float = 0.0


class Connection:
    """One kept connection; a request is a head and a body, an answer a status and its bytes."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url).netloc
        name, _colon, port = self.host.partition(":")
        self._address = (name, int(port))
        self._socket: socket.socket | None = None

    def ask(self, method: str, path: str, cookie: str = "", body: bytes = b"") -> tuple[int, bytes]:
        """Send one request and return the answer; once more if the connection was closed."""
        head = [f"{method} {path} HTTP/1.1", f"Host: {self.host}"]
        head += [f"Cookie: {cookie}"] if cookie else []
        if body:
            kind = "application/x-www-form-urlencoded"
            head += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        request = "\r\n".join([*head, "", ""]).encode() + body
        try:
            return self._exchange(request)
        except ConnectionError:
            self._socket = None
            return self._exchange(request)

    def _exchange(self, request: bytes) -> tuple[int, bytes]:
        if self._socket is None:
            self._socket = socket.create_connection(self._address, ANSWER_SECONDS)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(request)
        answer = self._socket.recv(65536)
        while b"\r\n\r\n" not in answer:
            answer += self._more()
        head, _blank, rest = answer.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        wanted = int(length[1]) if length else 0
        while len(rest) < wanted:
            rest += self._more()
        if b"onnection: close" in head:
            self._socket.close()
            self._socket = None
        return int(head.split(b" ", 2)[1]), head + b"\r\n\r\n" + rest

    def _more(self) -> bytes:
        part = self._socket.recv(65536) if self._socket else b""
        if not part:
            raise ConnectionResetError
        return part


class Crowd:
    """Clients that register one person after another until the time is over."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.seen = Seen()
        self._next = plan.first_number
        self._lock = threading.Lock()
        self._begun = time.monotonic()

    def run(self) -> Seen:
        """Let all clients work and return what they saw together."""
        clients = [threading.Thread(target=self._visit) for _ in range(self.plan.client_count)]
        self._begun = time.monotonic()
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        self.seen.cpu_seconds = time.process_time()
        return self.seen

    def _visit(self) -> None:
        connection = Connection(self.plan.url)
        while time.monotonic() - self._begun < self.plan.seconds:
            with self._lock:
                number = self._next
                self._next += 1
            self._register(connection, number)

    def _register(self, connection: Connection, number: int) -> None:
        seen, path = self.seen, self.plan.path
        begun = time.perf_counter()
        _status, page = connection.ask("GET", path)
        opened = time.perf_counter()
        seen.form_ms.append((opened - begun) * 1000)
        cookie, typed = _filled_in(page, number)
        if self.plan.looks_at_check_page:
            connection.ask("POST", path, cookie, urlencode(typed).encode())
            checked = time.perf_counter()
            seen.check_ms.append((checked - opened) * 1000)
            opened = checked
        confirmed = urlencode(typed | {"confirmed": "1"}).encode()
        status, _answer = connection.ask("POST", path, cookie, confirmed)
        done = time.perf_counter()
        seen.register_ms.append((done - opened) * 1000)
        with self._lock:
            seen.statuses[str(status)] = seen.statuses.get(str(status), 0) + 1
        if status == 303:
            seen.confirmed_at.append(time.monotonic() - self._begun)


def _filled_in(page: bytes, number: int) -> tuple[str, dict[str, str]]:
    """Return the cookie and the fields of one person; every other one leaves an e-mail."""
    key, token, cookie = KEY.search(page), TOKEN.search(page), COOKIE.search(page)
    if key is None or token is None or cookie is None:
        raise ValueError(page[:500].decode("utf-8", "replace"))
    prefix = PREFIXES[number // 10_000_000]
    return cookie[1].decode(), {
        "csrfmiddlewaretoken": token[1].decode(),
        "key": key[1].decode(),
        "full_name": "کوثر عباس",
        "phone": f"0{prefix}{number % 10_000_000:07d}",
        "email": f"walker{number}@mail.test" if number % 2 else "",
        "party_size": str(1 + number % 3),
        "consent": "on",
    }


def main() -> None:
    """Carry out the plan on standard input and print what was seen."""
    plan = Plan(**json.load(sys.stdin))
    json.dump(asdict(Crowd(plan).run()), sys.stdout)


if __name__ == "__main__":
    main()
