"""The outbox: queued once, sent once, put off with growing gaps, wiped at the end."""

import datetime

import pytest
from django.core import mail

from messaging.enums import MessageKind, MessageState
from messaging.errors import UnsafeHeader
from messaging.models import OutboxMessage
from messaging.rules.delivery import MAX_ATTEMPTS, RETRY_GAPS_MINUTES
from messaging.services import RenderedEmail, SendReport, queue_email, render_email, send_due
from tests.messaging.builders import NOW, queue, send
from tests.messaging.smtp_server import SmtpServer

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


def words(message: OutboxMessage) -> tuple[str, str, str, str]:
    """Return all that could tell on somebody."""
    return (message.recipient, message.subject, message.text_body, message.html_body)


def test_queue_email_twice_with_one_message_id_gives_one_row() -> None:
    first = queue("one")

    second = queue("one", subject="Other words")

    assert second.pk == first.pk
    assert OutboxMessage.objects.get().subject == "One step is left"


def test_queue_email_without_address_writes_nothing() -> None:
    row = queue_email(
        kind=MessageKind.PLEDGE_TO_CONFIRM,
        recipient="",
        language="ur",
        words=RenderedEmail("x", "x", ""),
        message_id="<x@hamqadam.test>",
        now=NOW,
    )

    assert row is None
    assert OutboxMessage.objects.count() == 0


@pytest.mark.parametrize(
    "subject", ["Hello\nBcc: all@mail.test", "Hello\r\nX: y", "Hello\x00", "Hello\u2028X: y"]
)
def test_queue_email_with_line_break_in_subject_is_refused(subject: str) -> None:
    with pytest.raises(UnsafeHeader):
        queue(subject=subject)

    assert OutboxMessage.objects.count() == 0


def test_queue_email_with_line_break_in_address_is_refused() -> None:
    with pytest.raises(UnsafeHeader):
        queue(recipient="a@mail.test\nBcc: b@mail.test")


def test_send_due_sends_once_and_wipes_the_words() -> None:
    message = queue()

    first, second = send(), send()

    message.refresh_from_db()
    assert (first, second) == (SendReport(sent=1), SendReport())
    assert len(mail.outbox) == 1
    assert message.state == MessageState.SENT
    assert message.sent_at == NOW
    assert words(message) == ("", "", "", "")


def test_send_due_sends_discreet_headers() -> None:
    queue("pledge.1")

    send()

    sent = mail.outbox[0].message()
    assert sent["Message-ID"] == "<pledge.1@hamqadam.test>"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["Content-Language"] == "ur"
    assert sent["From"] == "Hamqadam <hello@hamqadam.invalid>"


@pytest.mark.parametrize("address", ["ayesha@example.invalid", "b@Hamqadam.INVALID", "c@invalid"])
def test_send_due_holds_demonstration_addresses(address: str) -> None:
    message = queue(recipient=address)

    report = send()

    message.refresh_from_db()
    assert report == SendReport(held=1)
    assert message.state == MessageState.HELD
    assert words(message) == ("", "", "", "")
    assert mail.outbox == []


def test_send_due_takes_no_more_than_the_limit_oldest_first() -> None:
    for number in range(3):
        queue(f"m{number}")

    report = send_due(now=NOW, clock=lambda: NOW, limit=1)

    assert report == SendReport(sent=1)
    assert mail.outbox[0].extra_headers["Message-ID"] == "<m0@hamqadam.test>"


def test_send_due_leaves_what_another_worker_is_sending() -> None:
    message = queue()
    lease_until = NOW + datetime.timedelta(seconds=60)
    OutboxMessage.objects.filter(pk=message.pk).update(lease_until=lease_until)

    meanwhile, afterwards = send(), send(lease_until + MINUTE)

    assert (meanwhile, afterwards) == (SendReport(), SendReport(sent=1))


def test_send_due_through_refused_connection_tries_again_later(smtp: SmtpServer) -> None:
    message = queue()
    smtp.answers["CONNECT"] = "554 no service here"

    report = send()

    message.refresh_from_db()
    assert report == SendReport(retried=1)
    assert message.next_attempt_at == NOW + MINUTE
    assert message.recipient == "ayesha@mail.test"


def test_send_due_after_4xx_waits_longer_each_time_then_gives_up(smtp: SmtpServer) -> None:
    message = queue()
    smtp.answers["RCPT"] = "451 <ayesha@mail.test> try later"
    gaps, moment = [], NOW

    for _attempt in range(MAX_ATTEMPTS - 1):
        assert send(moment) == SendReport(retried=1)
        message.refresh_from_db()
        gaps.append((message.next_attempt_at - moment) / MINUTE)
        assert send(message.next_attempt_at - datetime.timedelta(seconds=1)) == SendReport()
        moment = message.next_attempt_at
    last = send(moment)

    message.refresh_from_db()
    assert gaps == list(RETRY_GAPS_MINUTES)
    assert gaps == sorted(set(gaps))
    assert last == SendReport(failed=1)
    assert message.state == MessageState.FAILED
    assert words(message) == ("", "", "", "")


def test_send_due_after_5xx_fails_for_good_without_the_address(smtp: SmtpServer) -> None:
    message = queue()
    smtp.answers["RCPT"] = "550 <ayesha@mail.test>: no such user"

    report, again = send(), send(NOW + 60 * MINUTE)

    message.refresh_from_db()
    assert (report, again) == (SendReport(failed=1), SendReport())
    assert message.state == MessageState.FAILED
    assert message.last_error == "SMTPRecipientsRefused: 550 [address] no such user"
    assert words(message) == ("", "", "", "")


def test_send_due_with_refused_log_in_tries_again_later(smtp: SmtpServer) -> None:
    message = queue()
    smtp.answers["MAIL"] = "530 authentication required"

    report = send()

    message.refresh_from_db()
    assert report == SendReport(retried=1)
    assert message.last_error == "SMTPSenderRefused: 530 authentication required"


def test_send_due_after_one_refusal_goes_on_with_the_next(smtp: SmtpServer) -> None:
    queue("bad", recipient="ayesha@" + "x" * 70 + ".test")
    queue("good")

    report = send()

    assert report == SendReport(sent=1, failed=1)
    assert smtp.message_ids == ["<good@hamqadam.test>"]


def test_render_email_in_urdu_isolates_numbers_and_leaves_links_bare() -> None:
    link = "http://127.0.0.1:8000/ur/pledge/confirm/abc/"

    rendered = render_email("pledge_to_confirm", {"name": "عائشہ", "confirm_link": link}, "ur")

    assert "\u20660333-1110566\u2069" in rendered.text
    assert f"\n{link}\n" in rendered.text
    assert "bdi" not in rendered.text
    assert '<html lang="ur" dir="rtl">' in rendered.html
    assert f'href="{link}"' in rendered.html
    assert 'href="tel:+923331110566"' in rendered.html


def test_render_email_escapes_markup_in_html_only() -> None:
    context = {"name": "<b>A & B</b>", "confirm_link": "http://127.0.0.1/"}

    rendered = render_email("pledge_to_confirm", context, "en")

    assert "<b>A & B</b>" in rendered.text
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in rendered.html
    assert '<html lang="en" dir="ltr">' in rendered.html


@pytest.mark.parametrize(("language", "forbidden"), [("en", "traffic"), ("ur", "سمگلنگ")])
def test_render_email_is_discreet_from_subject_to_end(language: str, forbidden: str) -> None:
    context = {"name": "A", "confirm_link": "http://127.0.0.1/"}

    rendered = render_email("pledge_to_confirm", context, language)

    assert forbidden not in (rendered.subject + rendered.text + rendered.html).lower()
    assert "\n" not in rendered.subject
