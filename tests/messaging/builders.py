"""Messages for tests, without surprises."""

import datetime

from messaging.enums import MessageKind
from messaging.models import OutboxMessage
from messaging.services import RenderedEmail, SendReport, queue_email, send_due

NOW = datetime.datetime(2027, 7, 20, 9, 0, tzinfo=datetime.UTC)


def queue(
    name: str = "one",
    *,
    recipient: str = "ayesha@mail.test",
    subject: str = "One step is left",
    now: datetime.datetime = NOW,
) -> OutboxMessage:
    """Queue one e-mail named by the first part of its Message-ID."""
    message = queue_email(
        kind=MessageKind.PLEDGE_TO_CONFIRM,
        recipient=recipient,
        language="ur",
        words=RenderedEmail(subject, "شکریہ\n", "<p>شکریہ</p>"),
        message_id=f"<{name}@hamqadam.test>",
        now=now,
    )
    assert message is not None
    return message


def send(at: datetime.datetime = NOW) -> SendReport:
    """Send what is due at a moment that stands still."""
    return send_due(now=at, clock=lambda: at)
