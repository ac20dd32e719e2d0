"""Pledges by what they have in common: counts, trends, alarms, and what a measure would mark."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Func, Q, Value
from django.db.models.functions import Lower, StrIndex, Substr, TruncHour

from campaigns.enums import PledgeState
from campaigns.models import Campaign, Pledge, PledgeMeasure
from campaigns.models.pledge import PledgeQuerySet
from campaigns.rules.addresses import PEOPLES_PROVIDERS
from campaigns.rules.screening import (
    Alarm,
    AlarmKind,
    Conditions,
    Group,
    is_busy_hour,
    stands_out,
)

EMAIL_PREFIX_LETTERS = 4
# "+92" and the three figures that name the operator's block.
PHONE_PREFIX_LETTERS = 6
SHOWN_GROUPS = 8
TREND_HOURS = 48
DAY = datetime.timedelta(days=1)
COUNTED = Count("pk", filter=Q(state=PledgeState.CONFIRMED))
# What a mark may be put on. Withdrawn and unconfirmed pledges are nobody's to count.
MARKABLE: dict[str, Sequence[str]] = {
    PledgeState.SUSPECT: (PledgeState.PENDING, PledgeState.CONFIRMED),
    PledgeState.INVALID: (PledgeState.PENDING, PledgeState.CONFIRMED, PledgeState.SUSPECT),
    PledgeState.CONFIRMED: (PledgeState.SUSPECT, PledgeState.INVALID),
}
# One mailbox however its owner writes it: Ali@ is ali@.
_EMAIL: Func = Lower("contact__email")
_DOMAIN: Func = Substr(_EMAIL, StrIndex(_EMAIL, Value("@")) + 1)
_VALUES: dict[AlarmKind, object] = {
    AlarmKind.EMAIL_DOMAIN: _DOMAIN,
    AlarmKind.EMAIL_PREFIX: Substr(_EMAIL, 1, EMAIL_PREFIX_LETTERS),
    AlarmKind.PHONE_PREFIX: Substr("contact__phone", 1, PHONE_PREFIX_LETTERS),
    AlarmKind.ADDRESS_BLOCK: F("address_block"),
}


@dataclass(frozen=True, slots=True)
class HourCount:
    """How many pledges were made in an hour, and how many of them count."""

    begins_at: datetime.datetime
    made: int
    counted: int


def pledges_by_state(campaign: Campaign) -> dict[str, int]:
    """Return how many pledges of a campaign there are in each state; nothing left out."""
    return states_of(Pledge.objects.filter(campaign=campaign))


def states_of(pledges: PledgeQuerySet) -> dict[str, int]:
    """Return how many of some pledges there are in each state, those of none with 0."""
    counts = dict(pledges.order_by().values_list("state").annotate(count=Count("pk")))
    return {state: counts.get(state, 0) for state in PledgeState.values}


def pledges_where(campaign: Campaign, conditions: Conditions) -> PledgeQuerySet:
    """Return the pledges of a campaign all conditions hold for; none without a condition."""
    found = Pledge.objects.filter(campaign=campaign)
    if conditions.is_empty:
        return found.none()
    lookups = {
        "contact__email__iendswith": conditions.email_domain and f"@{conditions.email_domain}",
        "contact__email__istartswith": conditions.email_prefix,
        "contact__phone__startswith": conditions.phone_prefix,
        "address_block": conditions.address_block,
        "city__slug": conditions.city,
        "state": conditions.state,
        "created_at__gte": conditions.since,
        "created_at__lt": conditions.until,
    }
    return found.filter(**{name: value for name, value in lookups.items() if value})


def pledges_to_mark(campaign: Campaign, conditions: Conditions, mark: str) -> PledgeQuerySet:
    """Return the pledges a measure would give the mark, each state by what may become of it."""
    found = pledges_where(campaign, conditions).filter(state__in=MARKABLE[mark])
    # Counted again is only who has confirmed once.
    return found.exclude(confirmed_at=None) if mark == PledgeState.CONFIRMED else found


def groups_of(
    campaign: Campaign, kind: AlarmKind, since: datetime.datetime | None = None
) -> list[Group]:
    """Return the largest groups of pledges with one thing in common, the largest first."""
    found = Pledge.objects.filter(campaign=campaign).annotate(value=_VALUES[kind])
    if since:
        found = found.filter(created_at__gte=since)
    if kind in (AlarmKind.EMAIL_DOMAIN, AlarmKind.EMAIL_PREFIX):
        found = found.exclude(contact__email="")
    counts = (
        found.exclude(value="")
        .order_by()
        .values("value")
        .annotate(made=Count("pk"), counted=COUNTED)
        .order_by("-made", "value")[:SHOWN_GROUPS]
    )
    return [Group(row["value"], row["made"], row["counted"]) for row in counts]


def hours_of(campaign: Campaign, now: datetime.datetime) -> list[HourCount]:
    """Return each hour of the last two days, the earliest first, in the present time zone."""
    begins = now.replace(minute=0, second=0, microsecond=0) - datetime.timedelta(
        hours=TREND_HOURS - 1
    )
    found = (
        Pledge.objects.filter(campaign=campaign, created_at__gte=begins)
        .order_by()
        .annotate(hour=TruncHour("created_at"))
        .values("hour")
        .annotate(made=Count("pk"), counted=COUNTED)
    )
    by_hour = {row["hour"]: row for row in found}
    hours = [begins + datetime.timedelta(hours=number) for number in range(TREND_HOURS)]
    nothing = {"made": 0, "counted": 0}
    return [
        HourCount(hour, row["made"], row["counted"])
        for hour in hours
        for row in [by_hour.get(hour, nothing)]
    ]


def alarms(campaign: Campaign, now: datetime.datetime) -> list[Alarm]:
    """Return what stands out among the pledges of the last day."""
    hours = hours_of(campaign, now)
    busy = [
        Alarm(AlarmKind.HOUR, hour.begins_at.isoformat(), hour.made, hour.counted)
        for hour in hours
        if is_busy_hour(hour.made, [other.made for other in hours if other is not hour])
    ]
    alike = [
        Alarm(kind, group.value, group.made, group.counted)
        for kind in _VALUES
        for group in groups_of(campaign, kind, since=now - DAY)
        if stands_out(kind, group, is_providers=group.value in PEOPLES_PROVIDERS)
    ]
    return [*busy, *alike]


def measures_of(campaign: Campaign) -> list[PledgeMeasure]:
    """Return what was done to a campaign's pledges, the latest first."""
    return list(PledgeMeasure.objects.filter(campaign=campaign).select_related("made_by"))


def last_measure(campaign: Campaign) -> PledgeMeasure | None:
    """Return the measure that can be taken back: the latest one that was not."""
    return PledgeMeasure.objects.filter(campaign=campaign, undone_at=None).first()
