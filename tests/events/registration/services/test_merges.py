"""Repeats: stored and answered like any other, told privately, merged without losing a place."""

from typing import Any

import pytest
from django.test import Client

from events.enums import PartyKind, RegistrationState
from events.errors import NotARepeat
from events.models import Attendee, ConsentSlip, Event, Guardian, Places, Registration
from events.registration.selectors import miscounted_places
from events.registration.services.changes import cancel_registration
from events.registration.services.merges import merge_registrations
from messaging.enums import MessageKind
from messaging.models import OutboxMessage
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.own_pages import link_to, own
from tests.events.registration.visits import confirm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FAMILY: dict[str, Any] = {
    "minors_count": 1,
    "guardian_name": "ثمینہ",
    "guardian_phone": "+923017654321",
}


def walk_with_queue(capacity: int = 10) -> Event:
    """Make a walk where people may wait."""
    walk = make_walk(capacity=capacity)
    Places.objects.filter(event=walk).update(has_waiting_list=True)
    return walk


def counts(walk: Event) -> tuple[int, int]:
    """Return how many are taken and how many wait, which rows must agree with."""
    assert miscounted_places() == []
    row = Places.objects.get(event=walk)
    return row.taken, row.waiting


def told() -> list[tuple[str, str]]:
    """Return kind and recipient of what was queued."""
    return list(OutboxMessage.objects.order_by("pk").values_list("kind", "recipient"))


@pytest.mark.parametrize("name", ["کوثر عباس", "كوثر عباس", "Kausar Abbas", "KAUSAR  ABBAS"])
def test_register_with_the_same_phone_and_a_like_name_is_stored_as_a_repeat(name: str) -> None:
    walk = make_walk()
    first = register(walk, email="first@example.com")

    second = register(walk, full_name=name, email="second@example.com")

    assert second.repeat_of == first
    assert second.state == RegistrationState.CONFIRMED
    assert counts(walk) == (2, 0)


def test_register_with_the_same_phone_and_another_name_is_welcome() -> None:
    walk = make_walk()
    register(walk)

    assert register(walk, full_name="شاہد عباس").repeat_of is None


def test_a_teacher_who_brings_a_class_and_a_family_repeats_nothing() -> None:
    walk = make_walk(capacity=50)
    register(walk, 20, kind=PartyKind.GROUP, group_name="نمونہ اسکول")

    assert register(walk, 3).repeat_of is None


def test_the_earlier_holder_alone_is_told_and_gets_a_link() -> None:
    walk = make_walk()
    register(walk, email="first@example.com")
    OutboxMessage.objects.all().delete()

    register(walk, email="second@example.com")

    assert sorted(told()) == [
        (MessageKind.REGISTRATION_CONFIRMED, "second@example.com"),
        (MessageKind.REGISTRATION_REPEATED, "first@example.com"),
    ]


def test_a_repeat_is_answered_as_any_registration(client: Client) -> None:
    walk = make_walk()
    other_walk = make_walk(slug="walk-other-2027")
    register(walk, phone="+923001234567")

    repeat = confirm(client)
    fresh = Client().post(
        f"/ur/events/{other_walk.slug}/register/",
        {
            "full_name": "کوثر عباس",
            "phone": "0300 1234567",
            "email": "",
            "party_size": "1",
            "consent": "on",
            "key": Page(Client().get(f"/ur/events/{other_walk.slug}/register/")).key(),
            "confirmed": "1",
        },
    )

    assert repeat.status_code == fresh.status_code == 303
    assert repeat.content == fresh.content
    assert repeat.headers.keys() == fresh.headers.keys()
    own_page = client.get(repeat["Location"])
    first = Registration.objects.order_by("pk")[0]
    assert first.reference not in own_page.text


def test_merge_keeps_the_earlier_with_the_larger_number_and_what_comes_with_it() -> None:
    walk = make_walk()
    first = register(walk, 2)
    second = register(walk, 4, names=("علی", "زینب", "بلال"), wants_no_photographs=True, **FAMILY)

    kept = merge_registrations(later=second, now=NOW)

    second.refresh_from_db()
    assert kept.reference == first.reference
    assert (kept.party_size, kept.minors_count, kept.wants_no_photographs) == (4, 1, True)
    assert second.state == RegistrationState.CANCELLED
    assert counts(walk) == (4, 0)
    assert Attendee.objects.filter(registration=kept).count() == 3
    assert Guardian.objects.get().registration == kept


def test_merge_moves_no_contact_detail() -> None:
    walk = make_walk()
    first = register(walk, 1)
    second = register(walk, 2, email="stranger@example.com")

    merge_registrations(later=second, now=NOW)

    first.contact.refresh_from_db()
    assert first.contact.email == ""
    assert told()[-1] == (MessageKind.REGISTRATION_CANCELLED, "stranger@example.com")


def test_merge_gives_places_on_to_those_who_wait() -> None:
    walk = walk_with_queue(capacity=4)
    register(walk, 2)
    second = register(walk, 2)
    waiting = register(walk, 2, full_name="نسرین اختر", phone="+923009999999")

    merge_registrations(later=second, now=NOW)

    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.CONFIRMED
    assert counts(walk) == (4, 0)


def test_merge_does_not_make_a_party_larger_past_those_who_wait() -> None:
    walk = walk_with_queue(capacity=4)
    first = register(walk, 2)
    register(walk, 2, full_name="شاہد", phone="+923008888888")
    second = register(walk, 3)

    kept = merge_registrations(later=second, now=NOW)

    assert (kept.pk, kept.party_size) == (first.pk, 2)
    assert counts(walk) == (4, 0)


def test_merge_keeps_the_later_where_only_that_holds_places() -> None:
    walk = walk_with_queue(capacity=4)
    register(walk, 2, full_name="شاہد", phone="+923008888888")
    first = register(walk, 4)
    second = register(walk, 2)

    kept = merge_registrations(later=second, now=NOW)

    first.refresh_from_db()
    assert kept.pk == second.pk
    assert first.state == RegistrationState.CANCELLED
    assert counts(walk) == (4, 0)


def test_merge_of_two_that_wait_keeps_the_earlier_number() -> None:
    walk = walk_with_queue(capacity=4)
    register(walk, 4, full_name="شاہد", phone="+923008888888")
    first = register(walk, 2)
    second = register(walk, 3)

    kept = merge_registrations(later=second, now=NOW)

    assert (kept.pk, kept.party_size, kept.state) == (first.pk, 3, RegistrationState.WAITING)
    assert kept.waiting_number == first.waiting_number
    assert counts(walk) == (4, 3)


def test_merge_of_groups_takes_the_slips_that_are_missing() -> None:
    walk = make_walk(capacity=50)
    group: dict[str, Any] = {"kind": PartyKind.GROUP, "group_name": "نمونہ اسکول"}
    first = register(walk, 5, minors_count=4, **group)
    second = register(walk, 7, minors_count=6, **group)

    kept = merge_registrations(later=second, now=NOW)

    slips = ConsentSlip.objects.filter(registration=kept).order_by("position")
    assert kept.pk == first.pk
    assert [slip.position for slip in slips] == [1, 2, 3, 4, 5, 6]


def test_merge_twice_or_after_a_cancel_changes_nothing() -> None:
    walk = make_walk()
    register(walk, 2)
    second = register(walk, 2)
    third = register(walk, 1)
    merge_registrations(later=second, now=NOW)
    cancel_registration(registration=third, now=NOW)

    for registration in (second, third):
        with pytest.raises(NotARepeat):
            merge_registrations(later=registration, now=NOW)

    assert counts(walk) == (2, 0)


@pytest.mark.parametrize("language", ["ur", "en"])
def test_the_earlier_holder_can_keep_both_or_cancel(language: str) -> None:
    walk = make_walk()
    first = register(walk)
    second = register(walk, 2)
    client = Client()
    client.get(link_to(first))
    address = own(first, language, "again/")

    page = Page(client.get(address))
    response = client.post(address)

    second.refresh_from_db()
    assert page.foreign_words(language) == []
    assert page.soup.select(f'a[href="{own(first, language, "cancel/")}"]')
    assert second.reference not in page.html
    assert (response.status_code, second.repeat_of) == (303, None)
    assert client.get(address).status_code == 303


def test_slips_the_desk_has_received_for_either_stay_received() -> None:
    walk = walk_with_queue(100)
    school: dict[str, Any] = {"kind": PartyKind.GROUP, "group_name": "نمونہ اسکول"}
    first = register(walk, 5, minors_count=4, **school)
    second = register(walk, 5, minors_count=4, **school)
    ConsentSlip.objects.filter(registration=first, position__in=[1, 2]).update(received_at=NOW)
    ConsentSlip.objects.filter(registration=second, position__in=[2, 3]).update(received_at=NOW)

    kept = merge_registrations(later=second, now=NOW)

    slips = ConsentSlip.objects.filter(registration=kept).order_by("position")
    here = slips.filter(received_at__isnull=False).values_list("position", flat=True)
    assert kept == first
    assert [slip.position for slip in slips] == [1, 2, 3, 4]
    assert list(here) == [1, 2, 3]
