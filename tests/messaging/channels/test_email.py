"""E-mail: one real conversation for every way in which a provider can fail."""

import contextlib
import socket
from collections.abc import Iterator

import pytest
from anymail.exceptions import AnymailAPIError, AnymailInvalidAddress, AnymailRecipientsRefused
from pytest_django import Settings

from messaging.channels import Email, classified, send_email
from messaging.errors import (
    DeliveryError,
    PermanentDeliveryError,
    ProviderAway,
    TemporaryDeliveryError,
)
from tests.messaging.smtp_server import SmtpServer

EMAIL = Email(
    recipient="ayesha@mail.test",
    subject="ایک قدم باقی ہے",
    text="شکریہ\n",
    html="<p>شکریہ</p>",
    message_id="<one@hamqadam.test>",
    language="ur",
)


def send(email: Email = EMAIL, *, deadline_seconds: float = 30) -> None:
    """Send one e-mail."""
    send_email(email=email, deadline_seconds=deadline_seconds)


@contextlib.contextmanager
def deaf_port() -> Iterator[int]:
    """Yield a port on which nobody listens, or can, while the block runs."""
    with socket.socket() as claim:
        claim.bind(("127.0.0.1", 0))
        yield int(claim.getsockname()[1])


def test_send_email_delivers_both_bodies_and_all_headers(smtp: SmtpServer) -> None:
    send()

    [message] = smtp.messages
    text, html = message.get_body(["plain"]), message.get_body(["html"])
    assert text is not None
    assert html is not None
    assert message["Subject"] == "ایک قدم باقی ہے"
    assert message["To"] == "ayesha@mail.test"
    assert message["Message-ID"] == "<one@hamqadam.test>"
    assert text.get_content().strip() == "شکریہ"
    assert html.get_content().strip() == "<p>شکریہ</p>"


def test_send_email_to_closed_port_is_temporary(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with deaf_port() as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port

        with pytest.raises(TemporaryDeliveryError, match="ConnectionRefusedError"):
            send()


@pytest.mark.parametrize(
    ("command", "answer", "kind"),
    [
        ("CONNECT", "421 too busy", ProviderAway),
        ("CONNECT", "554 go away", ProviderAway),
        ("MAIL", "451 later", TemporaryDeliveryError),
        ("MAIL", "535 who are you", TemporaryDeliveryError),
        ("MAIL", "550 bad sender", PermanentDeliveryError),
        ("RCPT", "450 mailbox busy", TemporaryDeliveryError),
        ("RCPT", "550 no such user", PermanentDeliveryError),
        ("DATA", "451 later", TemporaryDeliveryError),
        ("DATA", "554 no", PermanentDeliveryError),
        ("BODY", "452 disk full", TemporaryDeliveryError),
        ("BODY", "552 too large", PermanentDeliveryError),
    ],
)
def test_send_email_refused_is_classified_by_step_and_code(
    smtp: SmtpServer, command: str, answer: str, kind: type[DeliveryError]
) -> None:
    smtp.answers[command] = answer

    with pytest.raises(DeliveryError) as refused:
        send()

    assert type(refused.value) is kind


@pytest.mark.parametrize("command", ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "BODY"])
def test_send_email_to_silent_server_times_out(
    smtp: SmtpServer, settings: Settings, command: str
) -> None:
    settings.EMAIL_TIMEOUT = 0.2
    smtp.silent_at.add(command)

    with pytest.raises(TemporaryDeliveryError):
        send()


def test_send_email_is_cut_off_at_the_deadline(smtp: SmtpServer, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 10
    smtp.silent_at.add("BODY")

    with pytest.raises(TemporaryDeliveryError) as cut:
        send(deadline_seconds=0.5)

    assert "timed out" not in str(cut.value)


def test_send_email_accepted_counts_though_good_bye_is_never_answered(
    smtp: SmtpServer, settings: Settings
) -> None:
    # Long enough for all that is answered, on a busy machine too.
    settings.EMAIL_TIMEOUT = 3
    smtp.silent_at.add("QUIT")

    send()

    assert smtp.message_ids == ["<one@hamqadam.test>"]


def test_send_email_past_its_deadline_sends_nothing(smtp: SmtpServer) -> None:
    with pytest.raises(TemporaryDeliveryError):
        send(deadline_seconds=0)

    assert smtp.messages == []


@pytest.mark.parametrize("answer", ["421 closing", "500 what"])
def test_send_email_accepted_counts_though_good_bye_fails(smtp: SmtpServer, answer: str) -> None:
    smtp.answers["QUIT"] = answer

    send()

    assert smtp.message_ids == ["<one@hamqadam.test>"]


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Hello\nBcc: all@mail.test"},
        {"recipient": "a@mail.test\r\nBcc: all@mail.test"},
        {"message_id": "<one@hamqadam.test>\nX: y"},
    ],
)
def test_send_email_refuses_a_second_header_line(smtp: SmtpServer, changes: dict[str, str]) -> None:
    values = {name: getattr(EMAIL, name) for name in EMAIL.__slots__} | changes

    with pytest.raises(PermanentDeliveryError):
        send(Email(**values))

    assert smtp.commands == []


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (AnymailRecipientsRefused(), PermanentDeliveryError),
        (AnymailInvalidAddress("bad address ayesha@mail.test"), PermanentDeliveryError),
        (AnymailAPIError("refused", status_code=422), PermanentDeliveryError),
        (AnymailAPIError("who are you", status_code=401), TemporaryDeliveryError),
        (AnymailAPIError("slow down", status_code=429), TemporaryDeliveryError),
        (AnymailAPIError("broken", status_code=503), TemporaryDeliveryError),
        (AnymailAPIError("no answer"), TemporaryDeliveryError),
        (RuntimeError("a bug of the provider's library"), TemporaryDeliveryError),
    ],
)
def test_classified_judges_a_providers_errors(error: Exception, kind: type[DeliveryError]) -> None:
    result = classified(error)

    assert type(result) is kind
    assert "ayesha" not in str(result)


def test_classified_keeps_no_address_of_a_server_that_repeats_it() -> None:
    said = OSError(5, "cannot reach <ayesha@mail.test>")

    assert str(classified(said)) == "OSError: cannot reach [address]"
