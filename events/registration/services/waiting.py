"""The waiting list: first come first served, parties whole, promoted by itself."""

import datetime

from django.db import transaction

from events.enums import EventState, PromotionPolicy, RegistrationState
from events.errors import OfferRanOut
from events.models import Event, Places, Registration
from events.notifications import queue_lapsed, queue_promoted
from events.registration.rules import parties_that_fit
from events.registration.services import places
from events.services import set_places

NOT_PROMOTING = (EventState.CANCELLED, EventState.POSTPONED)
LAPSE_BATCH = 200


@transaction.atomic
def promote_waiting(
    *, event: Event, now: datetime.datetime, at_once: Registration | None = None
) -> list[Registration]:
    """Give free places to waiting parties in order, each whole; return those promoted.

    A party that does not fit keeps its number and waits on; a smaller one behind it may go
    ahead. Where the event asks first, places are kept until the offer's deadline; `at_once`
    is the party that is registering right now and needs no asking.
    """
    row = places.lock_places(event_id=event.pk)
    if not row.waiting or not row.unclaimed or not _is_promoting(event, now):
        return []
    queue = Registration.objects.filter(event=event).waiting_in_order()
    sizes = list(queue.values_list("pk", "party_size"))
    chosen = parties_that_fit(sizes, row.unclaimed)
    if not chosen:
        return []
    found = Registration.objects.select_related("contact").in_bulk(chosen)
    promoted = [found[key] for key in chosen]
    count = sum(registration.party_size for registration in promoted)
    places.move_from_queue(event_id=event.pk, count=count)
    _mark(promoted, row, at_once, now)
    told = [r for r in promoted if at_once is None or r.pk != at_once.pk]
    queue_promoted(event=event, registrations=told, now=now)
    return promoted


def _is_promoting(event: Event, now: datetime.datetime) -> bool:
    schedule = event.schedule
    is_over = schedule.ends_by is not None and now >= schedule.ends_by
    return schedule.state not in NOT_PROMOTING and not is_over


def _mark(
    promoted: list[Registration],
    row: Places,
    at_once: Registration | None,
    now: datetime.datetime,
) -> None:
    asks_first = row.promotion == PromotionPolicy.OFFER
    deadline = now + datetime.timedelta(hours=row.offer_hours)
    for registration in promoted:
        is_offer = asks_first and (at_once is None or registration.pk != at_once.pk)
        registration.state = RegistrationState.OFFERED if is_offer else RegistrationState.CONFIRMED
        registration.offer_expires_at = deadline if is_offer else None
    # One statement for all of a kind: a thousand cases in one take ten times as long.
    for state in RegistrationState.OFFERED, RegistrationState.CONFIRMED:
        keys = [registration.pk for registration in promoted if registration.state == state]
        expires_at = deadline if state == RegistrationState.OFFERED else None
        Registration.objects.filter(pk__in=keys).update(state=state, offer_expires_at=expires_at)


@transaction.atomic
def accept_offer(*, registration: Registration, now: datetime.datetime) -> Registration:
    """Turn an offer into a confirmed registration; accepting twice is accepting.

    Raises OfferRanOut when the deadline has passed or there is no offer.
    """
    places.lock_places(event_id=registration.event_id)
    changed = Registration.objects.filter(
        pk=registration.pk, state=RegistrationState.OFFERED, offer_expires_at__gt=now
    ).update(state=RegistrationState.CONFIRMED, offer_expires_at=None)
    registration.refresh_from_db(fields=["state", "offer_expires_at"])
    if not changed and registration.state != RegistrationState.CONFIRMED:
        raise OfferRanOut
    return registration


def lapse_offers(*, now: datetime.datetime) -> int:
    """End offers nobody took in time and offer their places to the next; return how many."""
    # Nobody loses an offer while the event itself stands still; it is renewed when that resumes.
    due = (
        Registration.objects.filter(state=RegistrationState.OFFERED, offer_expires_at__lte=now)
        .exclude(event__schedule__state__in=NOT_PROMOTING)
        .select_related("event__schedule", "contact")
    )
    return sum(_lapse(registration, now) for registration in due.order_by("pk")[:LAPSE_BATCH])


@transaction.atomic
def _lapse(registration: Registration, now: datetime.datetime) -> bool:
    event = registration.event
    places.lock_places(event_id=event.pk)
    changed = Registration.objects.filter(
        pk=registration.pk, state=RegistrationState.OFFERED, offer_expires_at__lte=now
    ).update(state=RegistrationState.LAPSED, offer_expires_at=None)
    if not changed:
        return False
    places.give_back_places(event_id=event.pk, count=registration.party_size)
    queue_lapsed(registration=registration, now=now)
    promote_waiting(event=event, now=now)
    return True


def would_be_promoted(
    *, event: Event, capacity: int, now: datetime.datetime
) -> list[tuple[str, int]]:
    """Return (reference, size) of who would get places with this capacity; nothing is written."""
    row = Places.objects.filter(event=event).first()
    if row is None or not row.waiting or not _is_promoting(event, now):
        return []
    queue = Registration.objects.filter(event=event).waiting_in_order()
    parties = {
        pk: (ref, size) for pk, ref, size in queue.values_list("pk", "reference", "party_size")
    }
    sizes = [(pk, size) for pk, (_reference, size) in parties.items()]
    return [parties[pk] for pk in parties_that_fit(sizes, capacity - row.taken)]


def change_capacity(*, event: Event, capacity: int, now: datetime.datetime) -> list[Registration]:
    """Set how many may come and promote whoever now fits; nobody is dropped, ever."""
    with transaction.atomic():
        set_places(event=event, capacity=capacity)
        return promote_waiting(event=event, now=now)
