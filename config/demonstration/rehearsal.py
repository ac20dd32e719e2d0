"""A rehearsal of the gate a week ago, for the desk alone: who came, twice, late, unregistered.

Nothing public tells of it: what really took place is past_events, and has no invented people.
"""

import datetime

from config.demonstration.crowd import Crowd, Party
from config.demonstration.people import write_parties
from directory.models import City
from events.attendance.rules import Entry, Gate
from events.attendance.services.check_in import check_in, undo_check_in
from events.attendance.services.walk_ins import Arrivals, add_walk_in
from events.enums import CheckInSource, DatePrecision, EventKind, EventState, UndoReason
from events.models import Event, Places, Registration, Schedule, WalkIn

SLUG = "rehearsal-lahore"
DAYS_AGO = 7
FAMILIES, SCHOOL, CAPACITY = 22, 24, 100
# Of the families those that came, and how many of the school.
CAME, PUPILS = 18, 19
GATES = tuple(Gate(source=CheckInSource.GATE, place=name) for name in ("گیٹ 1", "گیٹ 2"))


def load_rehearsal(*, crowd: Crowd, now: datetime.datetime) -> int:
    """Write the rehearsal with its people and arrivals; return how many registrations it has."""
    begins_at = (now - datetime.timedelta(days=DAYS_AGO)).replace(
        hour=4, minute=0, second=0, microsecond=0
    )
    event = _event(begins_at)
    school = Party(
        crowd.name(), SCHOOL, group_name="نمونہ بوائز ہائی اسکول", minors_count=SCHOOL - 2
    )
    parties = [school, *(Party(crowd.name(), crowd.size()) for _ in range(FAMILIES))]
    written = write_parties(event, parties, crowd, begins_at)
    taken = sum(party.size for party in parties)
    Places.objects.update_or_create(
        event=event, defaults={"capacity": CAPACITY, "ceiling": CAPACITY, "taken": taken}
    )
    _arrive(event, crowd, begins_at)
    return written


def _event(begins_at: datetime.datetime) -> Event:
    event: Event
    event, _made = Event.objects.update_or_create(
        slug=SLUG,
        defaults={
            "kind": EventKind.TRAINING,
            "city": City.objects.get(slug="lahore"),
            "title_en": "Rehearsal of the gate, Lahore",
            "title_ur": "گیٹ کی مشق، لاہور",
            "is_demonstration": True,
            "live": False,
        },
    )
    Schedule.objects.update_or_create(
        event=event,
        defaults={
            "state": EventState.CLOSED,
            "precision": DatePrecision.TIME,
            "starts_at": begins_at,
            "ends_at": begins_at + datetime.timedelta(hours=2),
            "happens_on": begins_at.date(),
            "changed_at": begins_at,
        },
    )
    return event


def _arrive(event: Event, crowd: Crowd, begins_at: datetime.datetime) -> None:
    """Let them come over three quarters of an hour, with everything a gate sees."""
    parties = list(Registration.objects.filter(event=event).order_by("-party_size", "pk"))
    school, *families = parties
    moment = begins_at - datetime.timedelta(minutes=30)
    _let_in(school, PUPILS, 0, moment, "school")
    for number, family in enumerate(families[:CAME]):
        moment += datetime.timedelta(minutes=crowd.random.randrange(1, 5))
        _let_in(family, family.party_size, number % 2, moment, f"family-{number}")
    # One pass at both gates while they did not hear of each other, and one taken back.
    _let_in(families[0], families[0].party_size, 1, moment, "twice", is_alone=True)
    undo_check_in(
        registration=families[CAME - 1],
        check_in=None,
        reason=UndoReason.WENT_AWAY,
        gate=GATES[0],
        entry=Entry("rehearsal-undo", moment),
        now=moment,
    )
    for number, count in enumerate((1, 3)):
        _walk_in(event, Arrivals(crowd.name(), count), moment, number)


def _let_in(
    party: Registration,
    count: int,
    gate: int,
    at: datetime.datetime,
    name: str,
    *,
    is_alone: bool = False,
) -> None:
    entry = Entry(f"rehearsal-{name}", at, is_alone)
    check_in(registration=party, count=count, gate=GATES[gate], entry=entry, now=at)


def _walk_in(event: Event, arrivals: Arrivals, at: datetime.datetime, number: int) -> WalkIn:
    entry = Entry(f"rehearsal-walk-in-{number}", at)
    return add_walk_in(event=event, arrivals=arrivals, gate=GATES[1], entry=entry, now=at)
