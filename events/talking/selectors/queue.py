"""What waits to be sent by hand, for whom, and how far a queue has come."""

import datetime
from dataclasses import dataclass

from django.db.models import Case, F, Q, QuerySet, When

from directory.models import User
from events.enums import DeliveryState, EventStatus
from events.models import Event, EventChange, HandDelivery, LinkRequest, Registration
from events.registration.selectors import STANDING
from events.selectors import event_status
from events.talking.errors import NoMessageAboutThePast
from events.talking.selectors.addressees import last_moment, ways_to


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How far a send queue has come; `put_off` and `in_hands` are among those waiting."""

    waiting: int
    sent: int
    failed: int
    put_off: int
    in_hands: int

    @property
    def total(self) -> int:
        """Everything that was ever in it."""
        return self.waiting + self.sent + self.failed


def deliveries_waiting(event: Event, now: datetime.datetime) -> QuerySet[HandDelivery]:
    """Return what is still to be sent by hand and still of use; those put off come last.

    Of changes only the latest is told: what an earlier one said is wrong by now.
    """
    latest = EventChange.objects.filter(event=event).order_by("-made_at", "-pk").values("pk")[:1]
    return (
        HandDelivery.objects.filter(
            Q(not_after__isnull=True) | Q(not_after__gt=now),
            Q(change__isnull=True) | Q(change__in=latest),
            event=event,
            state=DeliveryState.WAITING,
            registration__state__in=STANDING,
        )
        .exclude(registration__contact__phone="")
        .order_by(F("skipped_at").asc(nulls_first=True), "pk")
    )


def deliveries_for(event: Event, helper: User, now: datetime.datetime) -> QuerySet[HandDelivery]:
    """Return what this helper may open: what is theirs already, then what nobody has in hand."""
    is_theirs = Q(leased_by=helper)
    is_free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
    waiting = deliveries_waiting(event, now).filter(is_theirs | is_free)
    return waiting.select_related(
        "registration__contact", "message", "change", "link_request"
    ).order_by(
        Case(When(leased_by=helper, lease_until__gt=now, then=0), default=1),
        F("skipped_at").asc(nulls_first=True),
        "pk",
    )


def lost_links_waiting(event: Event) -> QuerySet[LinkRequest]:
    """Return lost links that stand in no queue yet."""
    return LinkRequest.objects.filter(
        registration__event=event,
        registration__state__in=STANDING,
        handled_at__isnull=True,
        by_hand__isnull=True,
    ).order_by("pk")


def queue_counts(event: Event, now: datetime.datetime) -> QueueCounts:
    """Return how far the send queue of an event has come."""
    waiting = deliveries_waiting(event, now)
    settled = HandDelivery.objects.filter(event=event)
    lost = 0 if _is_over(event, now) else lost_links_waiting(event).count()
    return QueueCounts(
        waiting=waiting.count() + lost,
        sent=settled.filter(state=DeliveryState.SENT).count(),
        failed=settled.filter(state=DeliveryState.FAILED).count(),
        put_off=waiting.filter(skipped_at__isnull=False).count(),
        in_hands=waiting.filter(lease_until__gt=now).count(),
    )


def _is_over(event: Event, now: datetime.datetime) -> bool:
    return event_status(event, now) in (EventStatus.OVER, EventStatus.CANCELLED)


def settled_by(event: Event, helper: User) -> HandDelivery | None:
    """Return what this helper settled last, to be taken back."""
    return (
        HandDelivery.objects.filter(event=event, leased_by=helper)
        .exclude(state=DeliveryState.WAITING)
        .select_related("registration")
        .order_by("-settled_at", "-pk")
        .first()
    )


def untold_change(event: Event) -> EventChange | None:
    """Return the latest change if it left people without a message; only it is true now."""
    latest = EventChange.objects.filter(event=event).first()
    return latest if latest is not None and latest.to_phone_count else None


def untold_count(event: Event, now: datetime.datetime) -> int:
    """Return how many parties the latest change can still be told by hand, and is not yet."""
    change = untold_change(event)
    if change is None:
        return 0
    try:
        last_moment(event, now)
    except NoMessageAboutThePast:
        return 0
    told = HandDelivery.objects.filter(change=change).values_list("registration", flat=True)
    missing = Registration.objects.filter(event=event, state__in=STANDING).exclude(pk__in=told)
    ways = ways_to(list(missing.select_related("contact").order_by("pk")))
    return sum(way.is_by_hand for way in ways)
