"""Sending: once, over one connection, put off with growing gaps, held, dropped or given up."""

import datetime
from pathlib import Path

import pytest
from django.core import mail
from pytest_django import Settings

from messaging.enums import Channel, MessageKind, MessageState, SuppressionReason
from messaging.models import OutboxMessage
from messaging.rules.delivery import MAX_ATTEMPTS, RETRY_GAPS_MINUTES
from messaging.services import SendReport, send_due, suppress_address
from tests.messaging.builders import NOW, queue, queue_text, send
from tests.messaging.smtp_server import SmtpServer

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)
NIGHT = datetime.datetime(2027, 7, 20, 18, 0, tzinfo=datetime.UTC)
MORNING = datetime.datetime(2027, 7, 21, 3, 0, tzinfo=datetime.UTC)


def is_wiped(message: OutboxMessage) -> bool:
    """Tell whether nothing is left that could tell on somebody."""
    return (message.recipient, message.context) == ("", {})


def test_send_due_sends_once_and_wipes_the_words() -> None:
    message = queue()

    first, second = send(), send()

    message.refresh_from_db()
    assert (first, second) == (SendReport(sent=1), SendReport())
    assert len(mail.outbox) == 1
    assert message.state == MessageState.SENT
    assert message.sent_at == NOW
    assert is_wiped(message)


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
    assert is_wiped(message)
    assert mail.outbox == []


def test_send_due_holds_demonstration_numbers(settings: Settings, tmp_path: Path) -> None:
    settings.SMS_URL, settings.EMAIL_FILE_PATH = "file", str(tmp_path)
    message = queue_text(recipient="+923990000001")

    report = send()

    message.refresh_from_db()
    assert report == SendReport(held=1)
    assert is_wiped(message)
    assert list(tmp_path.iterdir()) == []


def test_send_due_holds_what_is_suppressed_on_that_channel_only() -> None:
    message, other = queue(recipient="Gone@mail.test"), queue("two")
    for address, channel in (("gone@MAIL.test", Channel.EMAIL), ("two@mail.test", Channel.SMS)):
        suppress_address(address=address, channel=channel, reason=SuppressionReason.BOUNCE, now=NOW)

    report = send()

    message.refresh_from_db()
    other.refresh_from_db()
    assert report == SendReport(sent=1, held=1)
    assert (message.state, message.last_error) == (MessageState.HELD, "suppressed address")
    assert other.state == MessageState.SENT


def test_send_due_drops_what_is_too_late(smtp: SmtpServer) -> None:
    message = queue(not_after=NOW + MINUTE)

    report = send(NOW + MINUTE)

    message.refresh_from_db()
    assert report == SendReport(dropped=1)
    assert message.state == MessageState.DROPPED
    assert is_wiped(message)
    assert smtp.commands == []


def test_send_due_with_broken_words_fails_and_names_the_template_only(
    caplog: pytest.LogCaptureFixture,
) -> None:
    message = queue(context={"name": "عائشہ"})

    report = send()

    message.refresh_from_db()
    assert report == SendReport(failed=1)
    assert message.state == MessageState.FAILED
    assert message.last_error == "emails/pledge_to_confirm.txt: MissingVariable"
    assert is_wiped(message)
    assert "عائشہ" not in caplog.text
    assert "mail.test" not in caplog.text


def test_send_due_without_template_fails_and_goes_on_with_the_next() -> None:
    message = queue("one", now=NOW - MINUTE)
    OutboxMessage.objects.filter(pk=message.pk).update(template="no_such")
    queue("two")

    report = send()

    message.refresh_from_db()
    assert report == SendReport(sent=1, failed=1)
    assert message.last_error == "emails/no_such.subject.txt: TemplateDoesNotExist"


def test_send_due_takes_no_more_than_the_limit_oldest_first() -> None:
    for number in range(3):
        queue(f"m{number}")

    report = send_due(now=NOW, clock=lambda: NOW, limit=1)

    assert report == SendReport(sent=1)
    assert mail.outbox[0].extra_headers["Message-ID"] == "<m0@hamqadam.test>"


def test_send_due_told_to_stop_ends_after_the_message_in_hand() -> None:
    for number in range(3):
        queue(f"m{number}")

    report = send_due(now=NOW, clock=lambda: NOW, is_stopping=lambda: bool(mail.outbox))

    assert report == SendReport(sent=1)


def test_send_due_leaves_what_another_worker_is_sending() -> None:
    message = queue()
    lease_until = NOW + datetime.timedelta(seconds=60)
    OutboxMessage.objects.filter(pk=message.pk).update(lease_until=lease_until)

    meanwhile, afterwards = send(), send(lease_until + MINUTE)

    assert (meanwhile, afterwards) == (SendReport(), SendReport(sent=1))


def test_send_due_uses_one_connection_for_a_batch(smtp: SmtpServer) -> None:
    for number in range(5):
        queue(f"m{number}")

    report = send()

    assert report == SendReport(sent=5)
    assert smtp.commands.count("CONNECT") == 1
    assert smtp.message_ids == [f"<m{number}@hamqadam.test>" for number in range(5)]


def test_send_due_after_one_refusal_goes_on_with_the_next(smtp: SmtpServer) -> None:
    queue("bad", recipient="ayesha@" + "x" * 70 + ".test")
    queue("good")

    report = send()

    assert report == SendReport(sent=1, failed=1)
    assert smtp.message_ids == ["<good@hamqadam.test>"]


def test_send_due_dropped_in_mid_batch_loses_none(smtp: SmtpServer) -> None:
    for number in range(4):
        queue(f"m{number}")
    smtp.hang_up_after = 2

    report, later = send(), send(NOW + MINUTE)

    assert report == SendReport(sent=3, retried=1)
    assert later == SendReport(sent=1)
    assert sorted(smtp.message_ids) == [f"<m{number}@hamqadam.test>" for number in range(4)]


def test_send_due_through_refused_connection_stops_and_tries_again_later(
    smtp: SmtpServer,
) -> None:
    message, behind = queue("one"), queue("two")
    smtp.answers["CONNECT"] = "554 no service here"

    report = send()

    message.refresh_from_db()
    behind.refresh_from_db()
    assert report == SendReport(retried=1, is_provider_away=True)
    assert message.next_attempt_at == NOW + MINUTE
    assert message.recipient == "one@mail.test"
    assert (behind.attempt_count, behind.next_attempt_at) == (0, NOW)


def test_send_due_with_email_away_still_sends_texts(
    smtp: SmtpServer, settings: Settings, tmp_path: Path
) -> None:
    settings.SMS_URL, settings.EMAIL_FILE_PATH = "file", str(tmp_path)
    smtp.answers["CONNECT"] = "421 too busy"
    queue("mail")
    queue_text("text")

    report = send()

    assert report == SendReport(sent=1, retried=1, is_provider_away=True)
    assert [file.name for file in (tmp_path / "sms").iterdir()] == ["text.txt"]


def test_send_due_after_4xx_waits_longer_each_time_then_keeps_it_for_staff(
    smtp: SmtpServer,
) -> None:
    message = queue()
    smtp.answers["RCPT"] = "451 <ayesha@mail.test> try later"
    gaps, moment = [], NOW

    for _attempt in range(MAX_ATTEMPTS - 1):
        assert send(moment) == SendReport(retried=1)
        message.refresh_from_db()
        gaps.append((message.next_attempt_at - moment) / MINUTE)
        assert send(message.next_attempt_at - datetime.timedelta(seconds=1)) == SendReport()
        moment = message.next_attempt_at
    last, after = send(moment), send(moment + 10000 * MINUTE)

    message.refresh_from_db()
    assert gaps == list(RETRY_GAPS_MINUTES)
    assert gaps == sorted(set(gaps))
    assert (last, after) == (SendReport(stuck=1), SendReport())
    assert message.state == MessageState.STUCK
    assert message.recipient == "one@mail.test"


def test_send_due_after_5xx_fails_for_good_without_the_address(smtp: SmtpServer) -> None:
    message = queue()
    smtp.answers["RCPT"] = "550 <ayesha@mail.test>: no such user"

    report, again = send(), send(NOW + 60 * MINUTE)

    message.refresh_from_db()
    assert (report, again) == (SendReport(failed=1), SendReport())
    assert message.state == MessageState.FAILED
    assert message.last_error == "SMTPRecipientsRefused: 550 [address] no such user"
    assert is_wiped(message)


def test_send_due_with_refused_log_in_tries_again_later(smtp: SmtpServer) -> None:
    message = queue()
    smtp.answers["MAIL"] = "530 authentication required"

    report = send()

    message.refresh_from_db()
    assert report == SendReport(retried=1)
    assert message.last_error == "SMTPSenderRefused: 530 authentication required"


def test_send_due_at_night_lets_texts_rest_without_counting_an_attempt(
    settings: Settings, tmp_path: Path
) -> None:
    settings.SMS_URL, settings.EMAIL_FILE_PATH = "file", str(tmp_path)
    message = queue_text("late")
    queue_text("urgent", kind=MessageKind.PLEDGE_TO_CONFIRM, is_urgent=True)

    at_night, in_the_morning = send(NIGHT), send(MORNING)

    message.refresh_from_db()
    assert at_night == SendReport(sent=1, retried=1)
    assert in_the_morning == SendReport(sent=1)
    assert message.attempt_count == 1
    assert message.next_attempt_at == MORNING
