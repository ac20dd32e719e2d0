"""Inviting, answering, reminding, withdrawing: seats of groups are never oversold."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events.enums import InvitationState, RegistrationState, StakeholderGroup
from events.errors import InvitationIsClosed, NoPlacesLeft, SeatsBelowTaken
from events.models import Invitation, Places, Registration, SeatQuota
from events.registration.services.changes import cancel_registration, resize_party
from events.registration.services.invitations import (
    accept_invitation,
    decline_invitation,
    invite,
    purge_invitations,
    remind_invited,
    withdraw_invitation,
)
from events.registration.services.privacy import erase_registration
from events.registration.services.reconciliation import miscounts
from events.registration.services.seats import set_quotas
from messaging.enums import MessageKind
from messaging.models import OutboxMessage
from participants.models import Consent, Contact
from tests.events.registration.builders import NOW
from tests.events.registration.seminars import guest, invited, make_seminar

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def accept(invitation: Invitation, size: int) -> Registration:
    """Accept for so many people."""
    return accept_invitation(invitation=invitation, size=size, language="ur", now=NOW)


def taken(group: StakeholderGroup) -> int:
    """Return how many seats of a group are taken."""
    return SeatQuota.objects.get(group=group).taken


def test_invite_sends_a_link_that_is_not_stored_readable() -> None:
    seminar = make_seminar()

    result = invite(event=seminar, guests=[guest(email="a@example.org")], language="ur", now=NOW)

    (message,) = OutboxMessage.objects.filter(kind=MessageKind.INVITATION)
    code = message.context["own_link"].rstrip("/").rsplit("/", 1)[1]
    assert (result.new_count, result.told_count) == (1, 1)
    assert len(code) >= 43
    assert Invitation.objects.get().code_hash != code


def test_invite_twice_invites_once() -> None:
    seminar = make_seminar()
    guests = [
        guest("نسرین اختر", email="a@example.org"),
        guest("علی", email="", phone="+923331110566"),
    ]
    invite(event=seminar, guests=guests, language="ur", now=NOW)

    again = invite(event=seminar, guests=guests, language="ur", now=NOW)

    assert (again.new_count, again.known_count) == (0, 2)
    assert Invitation.objects.count() == 2


def test_accepting_takes_places_and_seats_and_records_consent() -> None:
    seminar = make_seminar()
    set_quotas(event=seminar, seats={StakeholderGroup.MEDIA: 3})
    invitation = invited(seminar)

    registration = accept(invitation, 2)

    assert registration.state == RegistrationState.CONFIRMED
    assert (Places.objects.get().taken, taken(StakeholderGroup.MEDIA)) == (2, 2)
    assert Consent.objects.filter(contact=registration.contact).count() == 1
    assert Invitation.objects.get().state == InvitationState.ACCEPTED
    assert miscounts() == []


def test_accepting_again_with_the_same_number_changes_nothing() -> None:
    invitation = invited(make_seminar())
    first = accept(invitation, 2)

    second = accept(invitation, 2)

    assert first.pk == second.pk
    assert (Registration.objects.count(), Places.objects.get().taken) == (1, 2)


@pytest.mark.parametrize(
    ("capacity", "seats", "size"), [(1, 10, 2), (10, 1, 2), (10, 10, 3), (10, 0, 1)]
)
def test_accepting_more_than_there_is_is_refused_whole(
    capacity: int, seats: int, size: int
) -> None:
    seminar = make_seminar(capacity=capacity)
    set_quotas(event=seminar, seats={StakeholderGroup.MEDIA: seats, StakeholderGroup.NGO: 1})
    invitation = invited(seminar)

    with pytest.raises(NoPlacesLeft):
        accept(invitation, size)

    assert Registration.objects.count() == 0
    assert (Places.objects.get().taken, taken(StakeholderGroup.MEDIA)) == (0, 0)


def test_declining_after_accepting_gives_everything_back_and_can_be_taken_back() -> None:
    seminar = make_seminar()
    set_quotas(event=seminar, seats={StakeholderGroup.MEDIA: 2})
    invitation = invited(seminar)
    accept(invitation, 2)

    decline_invitation(invitation=invitation, now=NOW)
    free = (Places.objects.get().taken, taken(StakeholderGroup.MEDIA))
    accept(invitation, 1)

    assert free == (0, 0)
    assert (Places.objects.get().taken, taken(StakeholderGroup.MEDIA)) == (1, 1)
    assert Invitation.objects.get().state == InvitationState.ACCEPTED
    assert miscounts() == []


def test_the_own_page_keeps_seats_in_step() -> None:
    seminar = make_seminar()
    set_quotas(event=seminar, seats={StakeholderGroup.MEDIA: 2})
    registration = accept(invited(seminar), 2)

    resize_party(registration=registration, size=1, now=NOW)
    shrunk = taken(StakeholderGroup.MEDIA)
    with pytest.raises(NoPlacesLeft):
        resize_party(registration=registration, size=3, now=NOW)
    cancel_registration(registration=registration, now=NOW)

    assert (shrunk, taken(StakeholderGroup.MEDIA)) == (1, 0)
    assert Invitation.objects.get().state == InvitationState.DECLINED


def test_withdrawing_cancels_and_closes_for_good() -> None:
    invitation = invited(make_seminar())
    accept(invitation, 2)

    withdraw_invitation(invitation=invitation, now=NOW)

    assert Registration.objects.get().state == RegistrationState.CANCELLED
    with pytest.raises(InvitationIsClosed):
        accept(invitation, 1)
    with pytest.raises(InvitationIsClosed):
        decline_invitation(invitation=invitation, now=NOW)


def test_no_answer_is_taken_once_the_window_or_the_event_is_over() -> None:
    seminar = make_seminar(registration_closes_at=NOW + DAY)
    invitation = invited(seminar)

    with pytest.raises(InvitationIsClosed):
        accept_invitation(invitation=invitation, size=1, language="ur", now=NOW + DAY)

    assert Registration.objects.count() == 0


def test_reminding_reaches_only_who_has_not_answered_and_once_a_day() -> None:
    seminar = make_seminar()
    invited(seminar, "نسرین اختر", email="waits@example.org")
    accept(invited(seminar, "علی رضا", email="comes@example.org"), 1)
    invited(seminar, "سارہ", email="", phone="+923331110566")

    counts = [remind_invited(event=seminar, now=NOW + delay) for delay in (DAY, DAY, 2 * DAY)]

    reminders = OutboxMessage.objects.filter(kind=MessageKind.INVITATION_REMINDER)
    assert counts == [1, 0, 1]
    assert {message.recipient for message in reminders} == {"waits@example.org"}


def test_the_database_itself_refuses_more_seats_than_there_are() -> None:
    seminar = make_seminar()
    set_quotas(event=seminar, seats={StakeholderGroup.MEDIA: 2})

    with pytest.raises(IntegrityError), transaction.atomic():
        SeatQuota.objects.filter(group=StakeholderGroup.MEDIA).update(taken=3)


def test_keeping_fewer_seats_than_are_taken_is_refused() -> None:
    seminar = make_seminar()
    accept(invited(seminar), 2)

    with pytest.raises(SeatsBelowTaken) as refused:
        set_quotas(event=seminar, seats={StakeholderGroup.NGO: 5})

    assert (refused.value.group, refused.value.taken) == ("media", 2)
    assert SeatQuota.objects.count() == 0


def test_erasing_the_registration_forgets_the_invitation_with_it() -> None:
    invitation = invited(make_seminar())
    registration = accept(invitation, 1)

    erase_registration(registration=registration, now=NOW)

    assert set(Contact.objects.values_list("full_name", "email", "phone")) == {("", "", "")}
    assert Invitation.objects.get().organisation == ""


def test_purging_empties_the_invited_of_old_events_and_finds_nothing_again() -> None:
    invited(make_seminar())
    long_after = NOW + datetime.timedelta(days=400)

    counts = [purge_invitations(now=moment) for moment in (NOW, long_after, long_after)]

    assert counts == [0, 1, 0]
    assert Contact.objects.get().full_name == ""


class Answers(TestCase):
    """Whatever people answer in whatever order, nothing is oversold and counters hold."""

    @settings(max_examples=25)
    @given(
        st.lists(
            st.tuples(st.integers(0, 3), st.sampled_from(["accept", "decline", "withdraw"]),
                      st.integers(1, 3)),
            max_size=12,
        )
    )  # fmt: skip
    def test_any_order_of_answers_keeps_every_limit(
        self, answers: list[tuple[int, str, int]]
    ) -> None:
        seminar = make_seminar(capacity=5)
        set_quotas(event=seminar, seats={StakeholderGroup.MEDIA: 4, StakeholderGroup.NGO: 1})
        groups = [StakeholderGroup.MEDIA] * 3 + [StakeholderGroup.NGO]
        people = [
            invited(seminar, f"نام {'ابجد'[n]}", group=group, seats=3)
            for n, group in enumerate(groups)
        ]

        for who, what, size in answers:
            try:
                if what == "accept":
                    accept(people[who], size)
                elif what == "decline":
                    decline_invitation(invitation=people[who], now=NOW)
                else:
                    withdraw_invitation(invitation=people[who], now=NOW)
            except (NoPlacesLeft, InvitationIsClosed):
                pass

        assert miscounts() == []
        assert Places.objects.get().taken <= 5
