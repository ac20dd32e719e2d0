"""What an organiser has to know of an event at a glance, as numbers; nobody's details."""

import datetime
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count, Q

from events.attendance.selectors import AttendanceCount, attendance_count
from events.models import Event, Registration
from events.registration.selectors import STANDING
from events.talking.selectors.addressees import reach_of, ways_to
from events.talking.selectors.queue import queue_counts
from messaging.enums import Channel
from messaging.models import SuppressedAddress
from messaging.selectors import dead_letter_count, phone_channel

# Thousands of addresses are looked up for it: it may lag so much.
UNREACHABLE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class TodayNumbers:
    """How many are in, and how many need something: consent, a way to be told, a decision."""

    attendance: AttendanceCount
    consent_missing: int
    unreachable: int
    by_hand: int
    undelivered: int


def today_numbers(event: Event, now: datetime.datetime) -> TodayNumbers:
    """Return the numbers of an event; the same few queries for ten people and ten thousand."""
    return TodayNumbers(
        attendance=attendance_count(event),
        consent_missing=consent_missing_in(event),
        unreachable=unreachable_in(event),
        by_hand=queue_counts(event, now).waiting,
        undelivered=dead_letter_count(event.slug),
    )


def consent_missing_in(event: Event) -> int:
    """Return for how many children of standing parties no guardian has agreed yet."""
    received = Count("consent_slips", filter=Q(consent_slips__received_at__isnull=False))
    parties = Registration.objects.filter(
        event=event, state__in=STANDING, minors_count__gt=0, guardian__isnull=True
    )
    found = parties.annotate(received=received).values_list("minors_count", "received")
    return sum(max(0, minors - slips) for minors, slips in found.order_by("pk"))


def unreachable_in(event: Event) -> int:
    """Return how many standing parties no message reaches from here; a minute old at most."""
    name = f"unreachable-{event.pk}-{phone_channel()}"
    known: int | None = cache.get(name)
    if known is None:
        known = _unreachable(event)
        cache.set(name, known, UNREACHABLE_SECONDS)
    return known


def _unreachable(event: Event) -> int:
    standing = Registration.objects.filter(event=event, state__in=STANDING)
    standing = standing.exclude(contact__full_name="")
    by_phone = phone_channel()
    channels = [Channel.EMAIL, *([by_phone] if by_phone else [])]
    if not SuppressedAddress.objects.filter(channel__in=channels).exists():
        # Nobody has to be looked up: what they gave says it.
        no_way = {"contact__email": ""} | ({"contact__phone": ""} if by_phone else {})
        return standing.filter(**no_way).count()
    reach = reach_of(ways_to(list(standing.select_related("contact").order_by("pk"))))
    return reach.by_hand + reach.unreached
