"""Seats kept for stakeholder groups: they rise and fall with the registrations of the invited."""

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, Sum

from events.enums import InvitationState, StakeholderGroup
from events.errors import NoPlacesLeft, SeatsBelowTaken
from events.models import Event, Invitation, Registration, SeatQuota
from events.models.registration import HOLDING_PLACES
from events.registration.services import places


def take_seats(*, event_id: int, group: str, count: int) -> bool:
    """Take seats of a group in one conditional UPDATE; True where no seats are kept by group."""
    quotas = SeatQuota.objects.filter(event_id=event_id)
    taken = quotas.filter(group=group, taken__lte=F("seats") - count).update(
        taken=F("taken") + count
    )
    return taken == 1 or not quotas.exists()


def give_back_seats(*, event_id: int, group: str, count: int) -> None:
    """Return seats to their group."""
    SeatQuota.objects.filter(event_id=event_id, group=group).update(taken=F("taken") - count)


def follow_size(*, registration: Registration, difference: int) -> None:
    """Keep the seats of an invited party in step with its size; others keep none.

    Raises NoPlacesLeft when the group, or the invitation itself, has not so many seats.
    """
    invitation = Invitation.objects.filter(registration=registration).first()
    if invitation is None:
        return
    event_id, group = registration.event_id, invitation.group
    if difference < 0:
        give_back_seats(event_id=event_id, group=group, count=-difference)
    elif registration.party_size + difference > invitation.seats or not take_seats(
        event_id=event_id, group=group, count=difference
    ):
        raise NoPlacesLeft


def follow_cancellation(*, registration: Registration, now: datetime.datetime) -> None:
    """Note that an invited person who cancelled is not coming."""
    Invitation.objects.filter(registration=registration, state=InvitationState.ACCEPTED).update(
        state=InvitationState.DECLINED, answered_at=now
    )


@transaction.atomic
def set_quotas(*, event: Event, seats: Mapping[str, int]) -> None:
    """Keep so many seats for each group, none for those not named; an empty mapping ends it.

    Raises SeatsBelowTaken when a group's people have accepted more already: nobody is dropped.
    """
    places.lock_places(event_id=event.pk)
    if not seats:
        SeatQuota.objects.filter(event=event).delete()
        return
    taken = seats_by_rows(event_id=event.pk)
    for group in StakeholderGroup.values:
        wanted, held = seats.get(group, 0), taken.get(group, 0)
        if held > wanted:
            raise SeatsBelowTaken(group, held)
        SeatQuota.objects.update_or_create(
            event=event, group=group, defaults={"seats": wanted, "taken": held}
        )


def seats_by_rows(*, event_id: int) -> dict[str, int]:
    """Return how many seats the people of each group hold, counted from registrations."""
    held = Registration.objects.filter(
        event_id=event_id, state__in=HOLDING_PLACES, invitation__isnull=False
    )
    totals = held.order_by().values("invitation__group").annotate(total=Sum("party_size"))
    return {row["invitation__group"]: row["total"] for row in totals}
