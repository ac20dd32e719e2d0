"""What people are told: by which channel, under which Message-ID, naming nothing."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from events.enums import RegistrationState
from events.models import Event, Registration
from events.notifications import (
    drafts_for,
    event_words,
    queue_cancellation,
    queue_promoted,
    queue_repeated,
)
from messaging.enums import Channel, MessageKind, MessageState
from messaging.models import OutboxMessage
from messaging.services import SendReport, send_due
from tests.events.registration.builders import NOW, make_walk, register

pytestmark = pytest.mark.django_db
KIND = MessageKind.EVENT_CANCELLED


def test_drafts_for_gives_each_channel_its_own_message_id(settings: Settings) -> None:
    settings.SMS_URL = "file"
    registration = register(make_walk(), email="a@mail.test")

    drafts = drafts_for(registration, KIND, once="2")

    name = f"event-cancelled.{registration.reference.lower()}.2"
    assert [(draft.channel, draft.recipient, draft.message_id) for draft in drafts] == [
        (Channel.EMAIL, "a@mail.test", f"<{name}.email@127.0.0.1>"),
        (Channel.SMS, "+923331110566", f"<{name}.sms@127.0.0.1>"),
    ]
    assert {draft.reference for draft in drafts} == {registration.reference}


def test_drafts_for_somebody_to_be_called_are_none() -> None:
    assert drafts_for(register(make_walk()), KIND) == []


def test_drafts_for_an_offer_are_of_use_until_its_deadline() -> None:
    registration = register(make_walk(), email="a@mail.test")
    registration.offer_expires_at = NOW + datetime.timedelta(hours=24)

    [draft] = drafts_for(registration, MessageKind.REGISTRATION_OFFERED)

    assert draft.not_after == registration.offer_expires_at
    assert "bdi" in str(draft.context["deadline_html"])


@pytest.mark.parametrize(
    ("language", "title"), [("ur", "آگاہی واک، لاہور"), ("en", "Awareness walk, Lahore")]
)
def test_event_words_name_the_kind_and_the_city_not_the_title(language: str, title: str) -> None:
    walk = make_walk()
    Event.objects.update(title_en="Walk against trafficking", title_ur="انسانی اسمگلنگ کے خلاف")

    words = event_words(Event.objects.get(pk=walk.pk), language)

    assert words["title"] == title


def test_queue_promoted_to_many_costs_no_query_each(
    django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    walk = make_walk(capacity=100)
    for number in range(40):
        register(walk, phone=f"+92333{number:07}", email=f"a{number}@mail.test")
    few = list(Registration.objects.select_related("contact").order_by("pk")[:2])
    many = list(Registration.objects.select_related("contact").order_by("pk")[2:])
    with django_assert_max_num_queries(20) as cost:
        queue_promoted(event=walk, registrations=few, now=NOW)

    with django_assert_num_queries(len(cost)):
        queue_promoted(event=walk, registrations=many, now=NOW)

    promoted = OutboxMessage.objects.filter(kind=MessageKind.REGISTRATION_PROMOTED)
    assert promoted.count() == 40


def test_queue_repeated_gives_the_earlier_holder_a_link() -> None:
    earlier = register(make_walk(), email="a@mail.test")

    queue_repeated(earlier=earlier, now=NOW)

    message = OutboxMessage.objects.get(kind=MessageKind.REGISTRATION_REPEATED)
    assert message.recipient == "a@mail.test"
    assert "/ur/my/" in message.context["own_link"]


def test_queue_cancellation_takes_back_what_waits_and_is_sent_itself() -> None:
    registration = register(make_walk(), email="a@mail.test")

    queue_cancellation(registration=registration, now=NOW)

    states = dict(OutboxMessage.objects.values_list("kind", "state"))
    assert states == {
        MessageKind.REGISTRATION_CONFIRMED: MessageState.DROPPED,
        MessageKind.REGISTRATION_CANCELLED: MessageState.QUEUED,
    }
    assert send_due(now=NOW, clock=lambda: NOW) == SendReport(sent=1)


def test_waiting_party_is_told_its_place(settings: Settings) -> None:
    walk = make_walk(capacity=1)
    walk.places.has_waiting_list = True
    walk.places.save()
    register(walk)
    register(walk, phone="+923331110567")

    waiting = register(walk, phone="+923331110568", email="a@mail.test")

    message = OutboxMessage.objects.get(kind=MessageKind.REGISTRATION_WAITING)
    assert waiting.state == RegistrationState.WAITING
    assert message.context["position"] == 2
