"""Invited people who all accept at once: a group's seats and the places hold, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.db.models import Sum

from events.enums import Audience, StakeholderGroup
from events.errors import NoPlacesLeft
from events.models import Event, Invitation, Places, Registration, Schedule, SeatQuota
from events.registration.rules import Guest
from events.registration.services import invitations
from events.registration.services.invitations import accept_invitation, decline_invitation, invite
from events.registration.services.reconciliation import miscounts
from events.registration.services.seats import set_quotas
from tests import factories
from tests.served_site import PATIENCE_SECONDS

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
CROWD = 24
SEATS = 7


@pytest.fixture
def seminar() -> Event:
    """A seminar of ten places, seven of them for the media, to which a crowd is invited."""
    event = factories.make_walk(capacity=10)
    Schedule.objects.filter(event=event).update(audience=Audience.INVITATION)
    guests = [
        Guest(f"نام {number}", "", f"+9233311{number:05d}", "", StakeholderGroup.MEDIA, 1)
        for number in range(CROWD)
    ]
    now = factories.STARTS_AT.replace(year=2098)
    invite(event=event, guests=guests, language="ur", now=now)
    set_quotas(event=event, seats={StakeholderGroup.MEDIA: SEATS, StakeholderGroup.NGO: 3})
    return event


def answer(number: int, *, is_yes: bool) -> str:
    """Answer one invitation in a thread of its own."""
    now = factories.STARTS_AT.replace(year=2098)
    try:
        invitation = Invitation.objects.get(pk=number)
        if is_yes:
            accept_invitation(invitation=invitation, size=1, language="ur", now=now)
        else:
            decline_invitation(invitation=invitation, now=now)
    except NoPlacesLeft:
        return "full"
    finally:
        connection.close()
    return "yes" if is_yes else "no"


def at_once(numbers: list[int], *, is_yes: bool) -> list[str]:
    """Answer many invitations at the same time."""
    with ThreadPoolExecutor(max_workers=len(numbers)) as crowd:
        return list(crowd.map(lambda number: answer(number, is_yes=is_yes), numbers))


def test_a_crowd_that_accepts_at_once_fills_its_groups_seats_and_no_more(seminar: Event) -> None:
    everybody = list(Invitation.objects.values_list("pk", flat=True))

    answers = at_once(everybody, is_yes=True)

    held = Registration.objects.aggregate(total=Sum("party_size"))["total"]
    assert (answers.count("yes"), answers.count("full")) == (SEATS, CROWD - SEATS)
    assert held == Places.objects.get(event=seminar).taken == SEATS
    assert SeatQuota.objects.get(group=StakeholderGroup.MEDIA).taken == SEATS
    assert miscounts() == []


def test_one_invitation_accepted_by_many_taps_is_one_registration(seminar: Event) -> None:
    one = Invitation.objects.values_list("pk", flat=True)[0]

    answers = at_once([one] * 12, is_yes=True)

    assert set(answers) == {"yes"}
    assert Registration.objects.count() == 1
    assert Places.objects.get(event=seminar).taken == 1


def test_declining_twice_at_once_gives_the_seat_back_once(seminar: Event) -> None:
    one, other = Invitation.objects.values_list("pk", flat=True)[:2]
    at_once([one, other], is_yes=True)

    at_once([one] * 8, is_yes=False)

    assert Places.objects.get(event=seminar).taken == 1
    assert miscounts() == []


def test_control_that_counts_before_it_takes_gives_away_more_seats_than_there_are(
    seminar: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = list(Invitation.objects.values_list("pk", flat=True))
    all_have_counted = threading.Barrier(CROWD)
    monkeypatch.setattr(invitations, "_take", lambda _invitation, _size: True)

    def answer_unguarded(number: int) -> str:
        # As one would without thinking: count, compare, and only then write.
        held = Registration.objects.aggregate(total=Sum("party_size"))["total"] or 0
        all_have_counted.wait(PATIENCE_SECONDS)
        return "full" if held >= SEATS else answer(number, is_yes=True)

    with ThreadPoolExecutor(max_workers=CROWD) as crowd:
        answers = list(crowd.map(answer_unguarded, everybody))

    held = Registration.objects.aggregate(total=Sum("party_size"))["total"]
    assert answers.count("yes") == held > SEATS
