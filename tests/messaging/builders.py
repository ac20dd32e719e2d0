"""Messages for tests, without surprises."""

import datetime
from typing import Any

from messaging.enums import Channel, MessageKind
from messaging.models import OutboxMessage
from messaging.services import Draft, SendReport, queue_messages, send_due

# Two in the afternoon in Pakistan: no quiet hour.
NOW = datetime.datetime(2027, 7, 20, 9, 0, tzinfo=datetime.UTC)
PLEDGE_WORDS = {"name": "عائشہ", "confirm_link": "http://127.0.0.1:8000/ur/pledge/confirm/abc/"}
# All that the message of any kind may say, as realistic as it gets.
WORDS: dict[str, dict[str, object]] = {
    "ur": {
        "title": "آگاہی واک، ڈیرہ اسماعیل خان",
        "day_words": "جمعرات، 30 ستمبر 2027",
        "clock_html": 'صبح <bdi dir="ltr" class="num">10:30</bdi> سے دوپہر '
        '<bdi dir="ltr" class="num">12:30</bdi> بجے تک',
        "starts_html": 'صبح <bdi dir="ltr" class="num">10:30</bdi> بجے',
        "assembly_point": "گورنمنٹ پوسٹ گریجویٹ کالج کا مرکزی دروازہ",
        "city": "ڈیرہ اسماعیل خان",
        "contact_name": "منتظمین",
        "deadline_html": 'جمعرات، 30 ستمبر 2027، رات <bdi dir="ltr" class="num">9:30</bdi> بجے',
        "reason": "تیز بارش کی پیش گوئی",
        "organisation": "پنجاب یونیورسٹی",
        "subject": "پانی ساتھ لائیں",
        "text": "پانی کی بوتل ساتھ لائیں۔ ہم 8:15 بجے تک پھاٹک پر ہیں۔",
        "name": "عائشہ صدیقی",
    },
    "en": {
        "title": "Awareness walk, Dera Ismail Khan",
        "day_words": "Thursday, 30 September 2027",
        "clock_html": '<bdi dir="ltr" class="num">10:30</bdi> am to '
        '<bdi dir="ltr" class="num">12:30</bdi> pm',
        "starts_html": '<bdi dir="ltr" class="num">10:30</bdi> am',
        "assembly_point": "Main gate of the Government Post Graduate College",
        "city": "Dera Ismail Khan",
        "contact_name": "Organisers",
        "deadline_html": "Thursday, 30 September 2027, 9:30 pm",
        "reason": "Heavy rain is forecast",
        "organisation": "University of the Punjab",
        "subject": "Bring water",
        "text": "Please bring a bottle of water. We are at the gate until 8:15.",
        "name": "Ayesha Siddiqui",
    },
}
TOKEN = "Ab-1_9xYzQ" * 4 + "abc"


def words(language: str) -> dict[str, object]:
    """Return the context of any kind of message."""
    site = f"https://www.hamqadam.org.pk/{language}"
    return WORDS[language] | {
        "reference": "DIK-7K2QF",
        "size": 60,
        "seats": 2,
        "position": 12,
        "contact_phone": "0399-0000000",
        "event_link": f"{site}/events/walk-dera-ismail-khan-2027/",
        "own_link": f"{site}/my/{TOKEN}/",
        "username": "organiser-dik",
        "link": f"{site}/desk/account/{TOKEN}/",
        "digits": "482913",
        "confirm_link": f"{site}/pledge/confirm/{TOKEN}/",
    }


def draft(name: str = "one", **changes: Any) -> Draft:
    """Return a message named by the first part of its Message-ID."""
    values: dict[str, Any] = {
        "kind": MessageKind.PLEDGE_TO_CONFIRM,
        "channel": Channel.EMAIL,
        "recipient": "ayesha@mail.test",
        "language": "ur",
        "context": PLEDGE_WORDS,
        "message_id": f"<{name}@hamqadam.test>",
    }
    return Draft(**(values | changes))


def text_draft(name: str = "one", **changes: Any) -> Draft:
    """Return a message by SMS."""
    return draft(name, **({"channel": Channel.SMS, "recipient": "+923331110566"} | changes))


def queue(
    name: str = "one",
    *,
    recipient: str = "",
    now: datetime.datetime = NOW,
    **changes: Any,
) -> OutboxMessage:
    """Queue one e-mail, to an address of its own unless told otherwise."""
    # Of one kind anybody can ask for, one address gets a few a day only.
    to = recipient or f"{name}@mail.test"
    queue_messages(drafts=[draft(name, recipient=to, **changes)], now=now)
    return OutboxMessage.objects.get(message_id=f"<{name}@hamqadam.test>")


def queue_text(name: str = "one", *, now: datetime.datetime = NOW, **changes: Any) -> OutboxMessage:
    """Queue one SMS."""
    queue_messages(drafts=[text_draft(name, **changes)], now=now)
    return OutboxMessage.objects.get(message_id=f"<{name}@hamqadam.test>")


def send(at: datetime.datetime = NOW) -> SendReport:
    """Send what is due at a moment that stands still."""
    return send_due(now=at, clock=lambda: at)
