"""A message from the desk: to whom, once, each in their language, and who is left for the queue."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from events.enums import EventState, MessageAudience, RegistrationState
from events.models import Attendance, DeskMessage, Event, HandDelivery, Registration, Schedule
from events.talking.errors import NobodyToTell, NoMessageAboutThePast
from events.talking.notifications import previews_of
from events.talking.rules import MessageDraft
from events.talking.selectors.addressees import addressees, audiences_of
from events.talking.services.messages import forget_messages, send_desk_message
from messaging.enums import Channel, SuppressionReason
from messaging.models import OutboxMessage
from messaging.services import render_email, render_sms, suppress_address
from participants.errors import KeyReused
from participants.models import AuditEntry, Contact, OwnLink
from tests.events.desk import builders
from tests.events.desk.builders import NOON
from urdu.sms import segment_count

pytestmark = pytest.mark.django_db
OVER = datetime.datetime(2027, 8, 1, 6, 0, tzinfo=datetime.UTC)
KEY = "a" * 32


def draft(audience: MessageAudience = MessageAudience.EVERYBODY, **values: object) -> MessageDraft:
    """Return a message about water."""
    words = {
        "subject_en": "",
        "subject_ur": "",
        "text_en": "Please bring water.",
        "text_ur": "پانی ساتھ لائیں۔",
    }
    return MessageDraft(audience=audience, **(words | values))  # type: ignore[arg-type]


def send(
    event: Event, message: MessageDraft, *, key: str = KEY, now: datetime.datetime = NOON
) -> DeskMessage:
    """Send as the event's organiser."""
    actor = event.roles.get().user
    previews = previews_of(event, message)
    return send_desk_message(
        event=event, draft=message, previews=previews, key=key, actor=actor, now=now
    )


@pytest.fixture
def walk(lahore: Event) -> Event:
    """Return a walk with an organiser, two with e-mail (one English), one without, one waiting."""
    builders.make_organiser(lahore)
    with_email(builders.register(lahore, "کوثر"), "kausar@example.com")
    with_email(builders.register(lahore, "James Masih"), "james@example.com", "en")
    builders.register(lahore, "عائشہ", phone="+923001111111")
    waiting = builders.register(
        lahore, "ناہید", phone="+923002222222", state=RegistrationState.WAITING
    )
    with_email(waiting, "naheed@example.com")
    builders.register(lahore, "منسوخ", state=RegistrationState.CANCELLED)
    return lahore


def with_email(registration: Registration, address: str, language: str = "ur") -> None:
    """Give somebody an address and a language."""
    Contact.objects.filter(pk=registration.contact_id).update(email=address, language=language)


def test_everybody_is_told_in_their_own_language_and_the_rest_wait_for_the_queue(
    walk: Event,
) -> None:
    sent = send(walk, draft())

    rows = {row.recipient: row for row in OutboxMessage.objects.all()}
    said = {
        address: render_email(row.template, row.context, row.language).text
        for address, row in rows.items()
    }
    assert sorted(said) == ["james@example.com", "kausar@example.com", "naheed@example.com"]
    assert "Please bring water." in said["james@example.com"]
    assert "پانی ساتھ لائیں۔" in said["kausar@example.com"]
    assert (sent.email_count, sent.text_count, sent.by_hand_count) == (3, 0, 1)
    assert HandDelivery.objects.get().registration.contact.full_name == "عائشہ"
    assert {row.not_after for row in rows.values()} == {walk.schedule.ends_at}
    assert OwnLink.objects.count() == 0


@pytest.mark.parametrize(
    ("audience", "count"),
    [(MessageAudience.CONFIRMED, 3), (MessageAudience.WAITING, 1)],
)
def test_a_part_of_the_people_is_told(walk: Event, audience: MessageAudience, count: int) -> None:
    sent = send(walk, draft(audience))

    assert sent.email_count + sent.by_hand_count == count


def test_the_same_key_sends_once_and_another_text_is_refused(walk: Event) -> None:
    first = send(walk, draft())

    again = send(walk, draft())
    with pytest.raises(KeyReused):
        send(walk, draft(text_en="Something else."))

    assert again.pk == first.pk
    assert DeskMessage.objects.count() == 1
    assert OutboxMessage.objects.count() == 3
    assert HandDelivery.objects.count() == 1


def test_nobody_in_the_group_leaves_nothing_behind(walk: Event) -> None:
    Registration.objects.filter(state=RegistrationState.WAITING).delete()

    with pytest.raises(NobodyToTell):
        send(walk, draft(MessageAudience.WAITING))

    assert DeskMessage.objects.count() == 0


def test_texts_are_counted_in_parts_where_a_provider_is_configured(
    walk: Event, settings: Settings
) -> None:
    settings.SMS_URL = "file"

    sent = send(walk, draft(has_own_link=True))

    row = OutboxMessage.objects.get(channel=Channel.SMS)
    text = render_sms(row.template, row.context, row.language)
    assert (sent.text_count, sent.by_hand_count) == (1, 0)
    # Promised on the page before it was sent, counted on what really leaves.
    assert sent.text_part_count == segment_count(text)
    assert "/ur/my/" in text
    assert OwnLink.objects.count() == 4


def test_whoever_wants_no_more_texts_is_not_written_to_by_hand_either(walk: Event) -> None:
    suppress_address(
        address="+923001111111",
        channel=Channel.SMS,
        reason=SuppressionReason.UNSUBSCRIBED,
        now=NOON,
    )

    sent = send(walk, draft())

    assert (sent.by_hand_count, sent.unreached_count) == (0, 1)


def test_over_is_over_except_for_thanks_to_those_who_were_confirmed(walk: Event) -> None:
    thanks = draft(MessageAudience.CONFIRMED)

    with pytest.raises(NoMessageAboutThePast):
        send(walk, draft(), now=OVER)
    sent = send(walk, thanks, now=OVER)
    with pytest.raises(NoMessageAboutThePast):
        send(walk, thanks, key="b" * 32, now=OVER + datetime.timedelta(days=4))

    assert sent.email_count == 2
    assert sent.not_after is not None
    assert sent.not_after > OVER
    assert OutboxMessage.objects.count() == 2


def test_nobody_is_thanked_for_a_walk_that_was_cancelled(walk: Event) -> None:
    Schedule.objects.filter(event=walk).update(state=EventState.CANCELLED)
    event = Event.objects.select_related("schedule", "city").get(pk=walk.pk)

    with pytest.raises(NoMessageAboutThePast):
        send(event, draft(MessageAudience.CONFIRMED), now=OVER)


def test_the_log_says_who_and_how_many_and_no_word_of_it(walk: Event) -> None:
    sent = send(walk, draft(subject_en="Water", subject_ur="پانی"))

    entry = AuditEntry.objects.get(kind="desk-message")
    assert (entry.actor, entry.subject, entry.row_count) == (sent.made_by, walk.slug, 4)
    assert entry.columns == ["everybody", f"message:{sent.pk}"]


def test_twenty_people_more_cost_no_query_more(walk: Event) -> None:
    with CaptureQueriesContext(connection) as few:
        send(walk, draft())
    builders.register_many(walk, 20)

    with CaptureQueriesContext(connection) as many:
        send(walk, draft(), key="b" * 32)

    assert len(many) <= len(few)
    assert HandDelivery.objects.count() == 1 + 21


def test_forget_messages_empties_what_was_written_long_after(walk: Event) -> None:
    send(walk, draft(subject_en="Water", subject_ur="پانی"))

    early = forget_messages(now=OVER)
    late = forget_messages(now=OVER + datetime.timedelta(days=100))

    message = DeskMessage.objects.get()
    assert (early, late) == (0, 1)
    assert [message.subject_en, message.subject_ur, message.text_en, message.text_ur] == [""] * 4
    assert message.email_count == 3


def test_who_has_not_arrived_and_who_has_are_told_apart(walk: Event) -> None:
    there = Registration.objects.get(contact__full_name="کوثر")
    Attendance.objects.create(registration=there, event=walk, allowed=1, arrived=1)

    absent = addressees(walk, MessageAudience.ABSENT, "")
    arrived = addressees(walk, MessageAudience.ARRIVED, "")

    assert {one.contact.full_name for one in absent} == {"James Masih", "عائشہ"}
    assert [one.contact.full_name for one in arrived] == ["کوثر"]
    assert MessageAudience.ABSENT in audiences_of(walk, NOON)
    assert audiences_of(walk, OVER) == [MessageAudience.ARRIVED, MessageAudience.CONFIRMED]


def test_preview_hides_the_stand_in_of_a_link_and_counts_its_length(walk: Event) -> None:
    without, with_link = (previews_of(walk, draft(has_own_link=wanted)) for wanted in (False, True))

    assert all("x" * 43 not in preview.sms + preview.text for preview in with_link)
    assert [preview.part_count for preview in with_link] > [p.part_count for p in without]
