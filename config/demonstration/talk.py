"""What the demonstration's organisers say to their walkers."""

import datetime

from directory.models import User
from events.enums import DeliveryState, MessageAudience
from events.models import DeskMessage, Event
from events.talking.notifications import previews_of
from events.talking.rules import MessageDraft
from events.talking.services.messages import send_desk_message
from events.talking.services.queue import settle, take_next

ORGANISER = "organiser-lahore"
WALK = "walk-lahore-2027"
WATER = MessageDraft(
    audience=MessageAudience.CONFIRMED,
    subject_en="What to bring on Sunday",
    subject_ur="اتوار کو کیا ساتھ لائیں",
    text_en="Please bring a bottle of water and something against the sun.",
    text_ur="پانی کی بوتل اور دھوپ سے بچاؤ کی کوئی چیز ساتھ لائیں۔",
)
SENT_ALREADY = 5


def load_messages(now: datetime.datetime) -> None:
    """Write to one walk's people once, and send the first few by hand."""
    event = Event.objects.select_related("schedule", "city").get(slug=WALK)
    ends_by = event.schedule.ends_by
    if DeskMessage.objects.exists() or (ends_by is not None and now >= ends_by):
        return
    organiser = User.objects.get(username=ORGANISER)
    send_desk_message(
        event=event,
        draft=WATER,
        previews=previews_of(event, WATER),
        key="demonstration".ljust(32, "0"),
        actor=organiser,
        now=now,
    )
    for _person in range(SENT_ALREADY):
        opened = take_next(event=event, helper=organiser, now=now)
        if opened is not None:
            settle(
                event=event,
                key=opened[0].pk,
                helper=organiser,
                state=DeliveryState.SENT,
                channel="whatsapp",
                now=now,
            )
