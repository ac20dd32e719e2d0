"""Whom a message goes to, until when it is of use, and how each party is reached."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, Sum
from django.utils import timezone

from events.enums import (
    DatePrecision,
    EventState,
    EventStatus,
    InvitationState,
    MessageAudience,
    PartyKind,
    RegistrationState,
)
from events.models import (
    Attendance,
    DeskMessage,
    Event,
    Invitation,
    Registration,
    Schedule,
)
from events.registration.selectors import STANDING
from events.selectors import event_status
from events.talking.errors import NoMessageAboutThePast
from events.talking.rules import THANKED
from messaging.enums import Channel, MessageKind
from messaging.rules.reminders import day_after
from messaging.selectors import channels_of, suppressed_among

BATCH = 500
HISTORY = 20
_STATES = {
    MessageAudience.EVERYBODY: STANDING,
    MessageAudience.CONFIRMED: (RegistrationState.CONFIRMED,),
    MessageAudience.WAITING: (RegistrationState.WAITING,),
}


@dataclass(frozen=True, slots=True)
class Way:
    """How one party is reached: from here by channels, by hand, or not at all."""

    registration: Registration
    channels: tuple[Channel, ...]
    is_by_hand: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """How many parties a message reaches by which way; texts by the language they are in."""

    email: int
    texts: dict[str, int]
    by_hand: int
    unreached: int

    @property
    def parties(self) -> int:
        """Every party that hears of it, from here or by hand."""
        return self.email + sum(self.texts.values()) + self.by_hand


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """One group a message can go to: audience, which one, its name or code, people."""

    audience: MessageAudience
    of: str
    name: str
    people: int


def addressees(event: Event, audience: MessageAudience, of: str) -> QuerySet[Registration]:
    """Return the registrations a message goes to, with contacts; nobody who was erased."""
    found = Registration.objects.filter(event=event).exclude(contact__full_name="")
    if audience == MessageAudience.GROUP:
        found = found.filter(reference=of, kind=PartyKind.GROUP, state__in=STANDING)
    elif audience == MessageAudience.SEATS:
        accepted = InvitationState.ACCEPTED
        found = found.filter(invitation__group=of, invitation__state=accepted, state__in=STANDING)
    elif audience == MessageAudience.ABSENT:
        found = found.filter(state=RegistrationState.CONFIRMED).exclude(attendance__arrived__gt=0)
    elif audience == MessageAudience.ARRIVED:
        found = found.filter(attendance__arrived__gt=0)
    else:
        found = found.filter(state__in=_STATES[audience])
    return found.select_related("contact").order_by("pk")


def audiences_of(event: Event, now: datetime.datetime) -> list[MessageAudience]:
    """Return to whom one can write now, groups aside; to thank, when the event is over."""
    somebody_is_in = Attendance.objects.filter(event=event, arrived__gt=0).exists()
    by_arrival = [MessageAudience.ARRIVED] if somebody_is_in else []
    if event_status(event, now) == EventStatus.OVER:
        return [*by_arrival, MessageAudience.CONFIRMED]
    if somebody_is_in or event.schedule.happens_on == timezone.localtime(now).date():
        by_arrival.insert(0, MessageAudience.ABSENT)
    whole = [MessageAudience.EVERYBODY, MessageAudience.CONFIRMED, MessageAudience.WAITING]
    return whole + by_arrival


def groups_of(event: Event, now: datetime.datetime) -> list[GroupChoice]:
    """Return the schools, organisations and stakeholder groups one can write to."""
    if event_status(event, now) == EventStatus.OVER:
        return []
    schools = Registration.objects.filter(event=event, kind=PartyKind.GROUP, state__in=STANDING)
    choices = [
        GroupChoice(MessageAudience.GROUP, row.reference, row.group_name, row.party_size)
        for row in schools.exclude(group_name="").order_by("group_name", "pk")
    ]
    coming = Invitation.objects.filter(event=event, state=InvitationState.ACCEPTED)
    by_group = coming.order_by("group").values("group").annotate(people=Sum("seats"))
    return choices + [
        GroupChoice(MessageAudience.SEATS, row["group"], row["group"], row["people"])
        for row in by_group
    ]


def last_moment(event: Event, now: datetime.datetime) -> datetime.datetime | None:
    """Return until when a message about an event is of use; None where no end is known.

    Raises NoMessageAboutThePast when it is over and the days of thanks are over too, or when it
    did not take place.
    """
    schedule: Schedule = event.schedule
    is_past = schedule.ends_by is not None and now >= schedule.ends_by
    if schedule.state == EventState.POSTPONED:
        return None if is_past else schedule.ends_by
    if not is_past and event_status(event, now) != EventStatus.OVER:
        return schedule.ends_by
    has_day = schedule.precision in (DatePrecision.TIME, DatePrecision.DAY)
    if schedule.state == EventState.CANCELLED or not has_day or schedule.happens_on is None:
        raise NoMessageAboutThePast
    closes_at = day_after(schedule.happens_on).closes_at
    if now >= closes_at:
        raise NoMessageAboutThePast
    return closes_at


def may_be_thanked_only(event: Event, now: datetime.datetime) -> bool:
    """Tell whether the only message left to send is thanks."""
    return event_status(event, now) == EventStatus.OVER


def is_possible(audience: MessageAudience, event: Event, now: datetime.datetime) -> bool:
    """Tell whether this audience may be written to now."""
    return audience in THANKED or not may_be_thanked_only(event, now)


def ways_to(registrations: Sequence[Registration]) -> list[Way]:
    """Return how each party is reached, in the same order; a few queries for five hundred."""
    ways: list[Way] = []
    for start in range(0, len(registrations), BATCH):
        batch = registrations[start : start + BATCH]
        found = channels_of([one.contact for one in batch], MessageKind.DESK_MESSAGE)
        phones = {
            one.contact.phone
            for one, channels in zip(batch, found, strict=True)
            if not channels and one.contact.phone
        }
        # Whoever asked for no more texts is not to get them from an organiser's own phone.
        closed = suppressed_among(phones, Channel.SMS) | suppressed_among(phones, Channel.WHATSAPP)
        ways += [
            Way(one, channels, not channels and one.contact.phone in phones - closed)
            for one, channels in zip(batch, found, strict=True)
        ]
    return ways


def reach_of(ways: Sequence[Way]) -> Reach:
    """Return how many parties are reached by which way."""
    texts = {"ur": 0, "en": 0}
    for way in ways:
        if any(channel != Channel.EMAIL for channel in way.channels):
            texts[way.registration.contact.language] += 1
    return Reach(
        email=sum(Channel.EMAIL in way.channels for way in ways),
        texts=texts,
        by_hand=sum(way.is_by_hand for way in ways),
        unreached=sum(not way.channels and not way.is_by_hand for way in ways),
    )


def messages_sent(event: Event) -> list[DeskMessage]:
    """Return what organisers wrote, the latest first."""
    return list(DeskMessage.objects.filter(event=event).select_related("made_by")[:HISTORY])
