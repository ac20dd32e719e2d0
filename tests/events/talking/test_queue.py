"""The send queue: one after the other, never twice, links made when opened, marks taken back."""

import datetime

import pytest

from directory.models import User
from events.enums import ChangeKind, DeliveryState, RegistrationState
from events.models import DeskMessage, Event, EventChange, HandDelivery, LinkRequest, Registration
from events.talking.rules import LEASE
from events.talking.selectors.queue import queue_counts, untold_count
from events.talking.services.messages import queue_change_by_hand
from events.talking.services.queue import put_off, settle, take_back, take_next
from participants.models import OwnLink
from participants.selectors import contact_of_token
from tests.events.desk import builders
from tests.events.desk.builders import NOON

pytestmark = pytest.mark.django_db
LATER = NOON + LEASE + datetime.timedelta(seconds=1)


@pytest.fixture
def helpers(lahore: Event) -> tuple[User, User]:
    """Return two who share the queue."""
    return builders.make_user("first-helper"), builders.make_user("second-helper")


def queue(event: Event, actor: User, count: int, **values: object) -> list[HandDelivery]:
    """Write a message for so many people without e-mail."""
    message = DeskMessage.objects.create(
        **{
            "event": event,
            "audience": "everybody",
            "text_en": "Bring water.",
            "text_ur": "پانی لائیں۔",
            "made_at": NOON,
            "made_by": actor,
            "submission_key": f"{DeskMessage.objects.count():032d}",
            "submission_hash": "",
            **values,
        }
    )
    people = [
        builders.register(event, f"شخص {number}", phone=f"+92300123450{number}")
        for number in range(count)
    ]
    return HandDelivery.objects.bulk_create(
        HandDelivery(
            event=event,
            registration=one,
            message=message,
            queued_at=NOON,
            not_after=event.schedule.ends_at,
        )
        for one in people
    )


def opened(event: Event, helper: User, now: datetime.datetime = NOON) -> int | None:
    """Open the next person and return whose turn it was."""
    found = take_next(event=event, helper=helper, now=now)
    return found[0].pk if found else None


def test_two_helpers_get_different_people_until_nobody_is_left(
    lahore: Event, helpers: tuple[User, User]
) -> None:
    first, second = queue(lahore, helpers[0], 2)

    got = [opened(lahore, helper) for helper in helpers]
    settle(
        event=lahore,
        key=first.pk,
        helper=helpers[0],
        state=DeliveryState.SENT,
        channel="sms",
        now=NOON,
    )

    assert got == [first.pk, second.pk]
    assert opened(lahore, helpers[0]) is None
    assert opened(lahore, helpers[1]) == second.pk


def test_opened_again_by_the_same_helper_it_is_the_same_person(
    lahore: Event, helpers: tuple[User, User]
) -> None:
    queue(lahore, helpers[0], 3)

    assert opened(lahore, helpers[0]) == opened(lahore, helpers[0], LATER - LEASE)


def test_whoever_leaves_blocks_nobody_for_longer_than_the_lease(
    lahore: Event, helpers: tuple[User, User]
) -> None:
    (only,) = queue(lahore, helpers[0], 1)
    opened(lahore, helpers[0])

    assert opened(lahore, helpers[1]) is None
    assert opened(lahore, helpers[1], LATER) == only.pk
    # What the first one says now comes too late.
    assert not settle(
        event=lahore,
        key=only.pk,
        helper=helpers[0],
        state=DeliveryState.SENT,
        channel="sms",
        now=LATER,
    )


def test_put_off_comes_again_after_the_others(lahore: Event, helpers: tuple[User, User]) -> None:
    first, second = queue(lahore, helpers[0], 2)
    opened(lahore, helpers[0])

    assert put_off(event=lahore, key=first.pk, helper=helpers[0], now=NOON)

    assert opened(lahore, helpers[0]) == second.pk
    assert opened(lahore, helpers[1]) == first.pk


def test_a_mark_is_taken_back_by_whoever_made_it_only(
    lahore: Event, helpers: tuple[User, User]
) -> None:
    (only,) = queue(lahore, helpers[0], 1)
    opened(lahore, helpers[0])
    mark = {"state": DeliveryState.FAILED, "channel": "", "now": NOON}
    settle(event=lahore, key=only.pk, helper=helpers[0], **mark)  # type: ignore[arg-type]

    by_other = take_back(event=lahore, key=only.pk, helper=helpers[1])
    by_self = take_back(event=lahore, key=only.pk, helper=helpers[0])

    assert (by_other, by_self) == (False, True)
    assert opened(lahore, helpers[0]) == only.pk


def test_links_are_made_when_opened_and_the_one_nobody_was_sent_ends(
    lahore: Event, helpers: tuple[User, User]
) -> None:
    queue(lahore, helpers[0], 2, has_own_link=True)
    before = OwnLink.objects.count()

    texts = [take_next(event=lahore, helper=helpers[0], now=NOON) for _time in range(2)]

    tokens = [found[1].split("/my/")[1].split("/")[0] for found in texts if found]
    assert before == 0
    assert OwnLink.objects.count() == 1
    assert contact_of_token(tokens[0]) is None
    assert contact_of_token(tokens[1]) == texts[1][0].registration.contact  # type: ignore[index]


def test_a_lost_link_stands_in_the_queue_and_is_handled_when_sent(
    lahore: Event, helpers: tuple[User, User]
) -> None:
    person = builders.register(lahore, phone="+923001234567")
    request = LinkRequest.objects.create(registration=person, asked_at=NOON)
    waiting = queue_counts(lahore, NOON).waiting

    found = take_next(event=lahore, helper=helpers[0], now=NOON)
    assert found is not None
    assert contact_of_token(found[1].split("/my/")[1].split("/")[0]) == person.contact
    settle(
        event=lahore,
        key=found[0].pk,
        helper=helpers[0],
        state=DeliveryState.SENT,
        channel="whatsapp",
        now=NOON,
    )
    # Lost a second time: a new request, and a new turn.
    LinkRequest.objects.create(registration=person, asked_at=LATER)

    request.refresh_from_db()
    assert waiting == 1
    assert request.handled_at == NOON
    assert not take_back(event=lahore, key=found[0].pk, helper=helpers[0])
    assert opened(lahore, helpers[0], LATER) != found[0].pk


def test_nobody_is_opened_who_cancelled_was_erased_or_whose_walk_is_over(
    lahore: Event, helpers: tuple[User, User]
) -> None:
    gone, erased, _third = queue(lahore, helpers[0], 3)
    Registration.objects.filter(pk=gone.registration_id).update(state=RegistrationState.CANCELLED)
    erased.registration.contact.__class__.objects.filter(pk=erased.registration.contact_id).update(
        phone="", full_name=""
    )

    assert queue_counts(lahore, NOON).waiting == 1
    assert opened(lahore, helpers[0], lahore.schedule.ends_at) is None


def test_of_changes_only_the_latest_is_told(lahore: Event, helpers: tuple[User, User]) -> None:
    builders.register(lahore, phone="+923001234567")
    changes = [
        EventChange.objects.create(
            event=lahore,
            kind=ChangeKind.MOVED,
            made_at=NOON + datetime.timedelta(minutes=minute),
            made_by=helpers[0],
            reason_ur=f"وجہ {minute}",
            to_phone_count=1,
        )
        for minute in (1, 2)
    ]
    untold = untold_count(lahore, NOON)
    counts = [queue_change_by_hand(change=change, now=NOON) for change in changes]
    again = queue_change_by_hand(change=changes[1], now=NOON)

    found = take_next(event=lahore, helper=helpers[0], now=NOON)

    assert (untold, counts, again) == (1, [1, 1], 0)
    assert queue_counts(lahore, NOON).waiting == 1
    assert untold_count(lahore, NOON) == 0
    assert found is not None
    assert found[0].change == changes[1]
    assert "تبدیل" in found[1]
