"""E-mail, through Django's backend or anymail's."""

import contextlib
import smtplib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from anymail.exceptions import (
    AnymailAPIError,
    AnymailError,
    AnymailInvalidAddress,
    AnymailRecipientsRefused,
    AnymailSerializationError,
    AnymailUnsupportedFeature,
)
from django.core.mail import EmailMultiAlternatives, get_connection

from messaging.errors import (
    DeliveryError,
    PermanentDeliveryError,
    ProviderAway,
    TemporaryDeliveryError,
    UnsafeHeader,
)
from messaging.rules.headers import safe_header, safe_message_id, without_addresses

# Refused log-in, log-in or encryption required: about our account, whichever command it answers.
_SMTP_ABOUT_US = frozenset((530, 534, 535, 538))
# A provider's answers that are about the message; 401, 403 and 429 are about us.
_HTTP_REFUSALS = frozenset((400, 404, 410, 413, 415, 422))
WATCH_SECONDS = 0.25
_UNSENDABLE = (
    AnymailInvalidAddress,
    AnymailRecipientsRefused,
    AnymailSerializationError,
    AnymailUnsupportedFeature,
)


@dataclass(frozen=True, slots=True)
class Email:
    """One e-mail, ready to leave."""

    recipient: str
    subject: str
    text: str
    html: str
    message_id: str
    language: str


class Mailer:
    """Carries e-mails over one connection while it is entered; opens it when it is needed."""

    is_away = False
    _connection: Any = None

    def __enter__(self) -> Self:
        self._watchdog = _Watchdog()
        return self

    def __exit__(self, *error: object) -> None:
        self._watchdog.end()
        self._close()

    def send(self, message: object, *, deadline_seconds: float) -> None:
        """Hand one e-mail to the provider; returning means that the provider has accepted it.

        Raises PermanentDeliveryError when this message or address is refused for good,
        ProviderAway when no connection could be made, and TemporaryDeliveryError for
        everything else: refused log-in, silence, busy, or no answer within the deadline.
        """
        if not isinstance(message, Email):
            raise PermanentDeliveryError("not an e-mail")
        gives_up_at = time.monotonic() + deadline_seconds
        mail = _message(message)
        if self._connection is None:
            self._connection = self._opened()
        seconds_left = gives_up_at - time.monotonic()
        try:
            if seconds_left <= 0:
                raise TemporaryDeliveryError("the provider was too slow to answer")
            with self._watchdog.bounding(self._connection, gives_up_at):
                _send(self._connection, mail)
        except Exception:
            # Whatever state the conversation is in, the next message begins a new one.
            self._close()
            raise

    def _opened(self) -> Any:
        try:
            return _open_connection()
        except ProviderAway:
            self.is_away = True
            raise

    def _close(self) -> None:
        # Whatever goes wrong while saying good-bye, the message has been accepted or refused.
        with contextlib.suppress(Exception):
            if self._connection is not None:
                self._connection.close()
        self._connection = None


def send_email(*, email: Email, deadline_seconds: float) -> None:
    """Hand over one e-mail on a connection of its own; raises what Mailer.send raises."""
    with Mailer() as mailer:
        mailer.send(email, deadline_seconds=deadline_seconds)


def _message(email: Email) -> EmailMultiAlternatives:
    try:
        headers = {
            "Message-ID": safe_message_id(email.message_id),
            "Auto-Submitted": "auto-generated",
            "Content-Language": safe_header(email.language),
        }
        message = EmailMultiAlternatives(
            subject=safe_header(email.subject),
            body=email.text,
            to=[safe_header(email.recipient)],
            headers=headers,
        )
    except UnsafeHeader as error:
        raise PermanentDeliveryError("unsafe header") from error
    if email.html:
        message.attach_alternative(email.html, "text/html")
    return message


def _open_connection() -> Any:
    """Open first and apart: nothing that fails here says anything about the message."""
    try:
        connection = get_connection()
        connection.open()
    except Exception as error:
        raise ProviderAway(_described(error)) from error
    return connection


def _send(connection: Any, message: EmailMultiAlternatives) -> None:
    try:
        sent_count = connection.send_messages([message])
    except Exception as error:
        raise classified(error) from error
    if not sent_count:
        raise TemporaryDeliveryError("the provider took nothing")


class _Watchdog:
    """Cuts a connection that is past its deadline.

    EMAIL_TIMEOUT bounds one silence; this bounds a server that answers letter by letter. One
    thread for a whole batch: starting one for every message would cost as much as sending it.
    """

    def __init__(self) -> None:
        self._has_ended = threading.Event()
        self._watched: tuple[Any, float] | None = None
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    @contextlib.contextmanager
    def bounding(self, connection: Any, gives_up_at: float) -> Iterator[None]:
        """Let what happens inside last no longer than to a moment of the monotonic clock."""
        self._watched = (connection, gives_up_at)
        try:
            yield
        finally:
            self._watched = None

    def end(self) -> None:
        """Watch no more."""
        self._has_ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._has_ended.wait(WATCH_SECONDS):
            watched = self._watched
            if watched is not None and time.monotonic() >= watched[1]:
                _cut(watched[0])


def _cut(connection: Any) -> None:
    wire = getattr(getattr(connection, "connection", None), "sock", None)
    if wire is not None:
        with contextlib.suppress(OSError):
            wire.shutdown(socket.SHUT_RDWR)


def classified(error: Exception) -> DeliveryError:
    """Return what a failed send means: temporary, or permanent for this message."""
    description = _described(error)
    if _is_permanent(error):
        return PermanentDeliveryError(description)
    return TemporaryDeliveryError(description)


def _is_permanent(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(_is_refusal(code) for code, _answer in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return _is_refusal(error.smtp_code)
    if isinstance(error, AnymailAPIError):
        return error.status_code in _HTTP_REFUSALS
    if isinstance(error, AnymailError):
        return isinstance(error, _UNSENDABLE)
    # What cannot be encoded or holds a forbidden header will not be sendable tomorrow either.
    return isinstance(error, (ValueError, smtplib.SMTPNotSupportedError))


def _is_refusal(smtp_code: int) -> bool:
    return smtp_code >= 500 and smtp_code not in _SMTP_ABOUT_US


def _described(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = error.recipients.values()
        text = "; ".join(f"{code} {_decoded(answer)}" for code, answer in answers)
    elif isinstance(error, smtplib.SMTPResponseException):
        text = f"{error.smtp_code} {_decoded(error.smtp_error)}"
    elif isinstance(error, AnymailError):
        # Its own text repeats the request, and with it the person's address and name.
        text = str(error.status_code or "")
    elif isinstance(error, OSError):
        text = error.strerror or str(error)
    else:
        text = ""
    return without_addresses(f"{type(error).__name__}: {text}".rstrip(": "))


def _decoded(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
