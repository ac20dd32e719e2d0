"""Rows for tests, each with every field a page shows; nothing is drawn by chance."""

import datetime

from directory.models import City, Helpline, User
from events.enums import DatePrecision, EventKind, EventRoleKind, EventState
from events.models import Event, EventRole, Places, Schedule, Venue
from urdu.sorting import sort_key

PASSWORD = "a-long-password-for-tests"
# Far enough that no test run lives to see it.
STARTS_AT = datetime.datetime(2099, 8, 2, 2, 0, tzinfo=datetime.UTC)
NAMES = {
    "lahore": ("LHE", "Lahore", "لاہور"),
    "karachi": ("KHI", "Karachi", "کراچی"),
    "multan": ("MUX", "Multan", "ملتان"),
}


def make_city(slug: str = "lahore") -> City:
    """Return a city by its slug, made when missing."""
    code, name_en, name_ur = NAMES[slug]
    facts = {
        "code": code,
        "name_en": name_en,
        "name_ur": name_ur,
        "province_en": "Pakistan",
        "province_ur": "پاکستان",
        "latitude": 30,
        "longitude": 70,
        "sort_key": sort_key(name_ur),
    }
    return City.objects.get_or_create(slug=slug, defaults=facts)[0]


def make_helpline(slug: str = "ssdo") -> Helpline:
    """Return the main helpline, made when missing."""
    facts = {
        "name_en": "SSDO helpline",
        "name_ur": "ہیلپ لائن",
        "number_display": "0333-1110566",
        "dial": "+923331110566",
        "what_for_en": "Trafficking",
        "what_for_ur": "انسانی تجارت",
        "area_en": "Pakistan",
        "area_ur": "پاکستان",
        "is_verified": True,
    }
    return Helpline.objects.get_or_create(slug=slug, defaults=facts)[0]


def make_walk(
    *,
    city: str = "lahore",
    slug: str = "",
    capacity: int | None = 500,
    state: EventState = EventState.OPEN,
    starts_at: datetime.datetime = STARTS_AT,
    has_waiting_list: bool = False,
) -> Event:
    """Return a published walk of two hours, open for registration unless told otherwise."""
    place = make_city(city)
    event: Event = Event.objects.create(
        slug=slug or f"walk-{city}-2099",
        kind=EventKind.WALK,
        city=place,
        title_en=f"Awareness walk, {place.name_en}",
        title_ur=f"آگاہی واک، {place.name_ur}",
        live=True,
    )
    venue = Venue.objects.create(
        city=place, name_en=f"Garden of {place.name_en}", name_ur=f"{place.name_ur} باغ"
    )
    Schedule.objects.create(
        event=event,
        state=state,
        precision=DatePrecision.TIME,
        starts_at=starts_at,
        ends_at=starts_at + datetime.timedelta(hours=2),
        happens_on=starts_at.date(),
        venue=venue,
        assembly_point_en="Main gate",
        assembly_point_ur="صدر دروازہ",
        changed_at=starts_at - datetime.timedelta(days=90),
    )
    if capacity is not None:
        Places.objects.create(
            event=event, capacity=capacity, ceiling=capacity, has_waiting_list=has_waiting_list
        )
    return event


def make_user(username: str) -> User:
    """Return somebody who can sign in with PASSWORD and has no rights."""
    return User.objects.create_user(username=username, password=PASSWORD)


def make_helper(event: Event, role: EventRoleKind = EventRoleKind.ORGANISER) -> User:
    """Return somebody with a role at one event, named after both."""
    user = make_user(f"{role.value}-{event.city.slug}")
    EventRole.objects.create(event=event, user=user, role=role)
    return user
