"""A walk that takes registrations, and parties that want to come."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from directory.models import City
from events.enums import DatePrecision, EventKind, EventState
from events.models import Event, Places, Registration, Schedule, Venue
from events.registration.rules import PartySubmission
from events.registration.services.register import register_party
from urdu.sorting import sort_key

KARACHI = ZoneInfo("Asia/Karachi")
NOW = datetime.datetime(2027, 5, 1, 12, 0, tzinfo=KARACHI)
WALK_DAY = datetime.date(2027, 8, 1)


def lahore() -> City:
    """Return the city of Lahore."""
    city, _made = City.objects.get_or_create(
        slug="lahore",
        defaults={
            "code": "LHE",
            "name_en": "Lahore",
            "name_ur": "لاہور",
            "province_en": "Punjab",
            "province_ur": "پنجاب",
            "latitude": "31.5580",
            "longitude": "74.3507",
            "sort_key": sort_key("لاہور"),
        },
    )
    return city


def make_walk(*, slug: str = "walk-lahore-2027", capacity: int = 10, **schedule: Any) -> Event:
    """Make a published walk in Lahore on 1 August 2027 at seven, open for registration."""
    city = lahore()
    event: Event = Event.objects.create(
        slug=slug,
        kind=EventKind.WALK,
        city=city,
        title_en="Awareness walk, Lahore",
        title_ur="آگاہی واک، لاہور",
        contact_phone="0399-0000000",
        contact_name_en="Organisers",
        contact_name_ur="منتظمین",
        live=True,
    )
    venue = Venue.objects.create(city=city, name_en="Nasir Bagh", name_ur="ناصر باغ")
    starts_at = datetime.datetime.combine(WALK_DAY, datetime.time(7), tzinfo=KARACHI)
    values = {
        "state": EventState.OPEN,
        "precision": DatePrecision.TIME,
        "starts_at": starts_at,
        "ends_at": starts_at + datetime.timedelta(hours=2),
        "happens_on": WALK_DAY,
        "venue": venue,
        "assembly_point_en": "Main gate",
        "assembly_point_ur": "مرکزی دروازہ",
        "changed_at": NOW,
    }
    Schedule.objects.create(event=event, **(values | schedule))
    Places.objects.create(event=event, capacity=capacity, ceiling=capacity, has_waiting_list=False)
    return event


def party(size: int = 1, **values: Any) -> PartySubmission:
    """Return a submission of somebody with no e-mail."""
    fields: dict[str, Any] = {
        "full_name": "کوثر عباس",
        "phone": "+923331110566",
        "email": "",
        "party_size": size,
    }
    return PartySubmission(**(fields | values))


def register(
    event: Event, size: int = 1, *, key: str = "", now: datetime.datetime = NOW, **values: Any
) -> Registration:
    """Register a party; each call with its own key unless one is given."""
    key = key or f"{Registration.objects.count():032d}"
    return register_party(
        event=event, submission=party(size, **values), key=key, language="ur", now=now
    )
