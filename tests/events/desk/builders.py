"""Events, people and roles as the desk's tests need them."""

import datetime
import secrets

from django.utils import timezone

from directory.models import City, User
from events.enums import DatePrecision, EventKind, EventRoleKind, EventState, RegistrationState
from events.models import Attendee, Event, EventRole, Places, Registration, Schedule, Venue
from participants.models import Contact
from participants.rules.references import new_reference
from urdu.folding import fold
from urdu.romanisation import name_key
from urdu.sorting import sort_key

PASSWORD = "a-long-password-for-tests"
NOON = datetime.datetime(2027, 7, 1, 7, 0, tzinfo=datetime.UTC)
CITIES = {
    "lahore": ("LHE", "Lahore", "لاہور"),
    "karachi": ("KHI", "Karachi", "کراچی"),
    "sukkur": ("SKZ", "Sukkur", "سکھر"),
}


def make_city(slug: str) -> City:
    """Return a city by its slug, made when missing."""
    code, name_en, name_ur = CITIES[slug]
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


def make_event(city_slug: str, *, slug: str = "", capacity: int | None = 500) -> Event:
    """Return a walk of Sunday, 1 August 2027, 7 to 9 in the morning, open for registration."""
    city = make_city(city_slug)
    event: Event = Event.objects.create(
        slug=slug or f"walk-{city_slug}-2027",
        kind=EventKind.WALK,
        city=city,
        title_en=f"Awareness walk, {city.name_en}",
        title_ur=f"آگاہی واک، {city.name_ur}",
        live=True,
    )
    venue = Venue.objects.create(
        city=city, name_en=f"Garden of {city.name_en}", name_ur=f"{city.name_ur} باغ"
    )
    Schedule.objects.create(
        event=event,
        state=EventState.OPEN,
        precision=DatePrecision.TIME,
        starts_at=datetime.datetime(2027, 8, 1, 2, 0, tzinfo=datetime.UTC),
        ends_at=datetime.datetime(2027, 8, 1, 4, 0, tzinfo=datetime.UTC),
        happens_on=datetime.date(2027, 8, 1),
        venue=venue,
        assembly_point_en="Main gate",
        assembly_point_ur="صدر دروازہ",
        changed_at=NOON,
    )
    if capacity is not None:
        Places.objects.create(
            event=event, capacity=capacity, ceiling=capacity, has_waiting_list=False
        )
    return event


def make_user(username: str, **facts: object) -> User:
    """Return somebody who can sign in with PASSWORD."""
    user = User(username=username, **facts)
    user.set_password(PASSWORD)
    user.save()
    return user


def make_organiser(event: Event, role: EventRoleKind = EventRoleKind.ORGANISER) -> User:
    """Return somebody with a role at one event, named after both."""
    user = make_user(f"{role.value}-{event.city.slug}")
    EventRole.objects.create(event=event, user=user, role=role)
    return user


def register(
    event: Event,
    name: str = "عائشہ خان",
    *,
    phone: str = "+923991234567",
    party: tuple[str, ...] = (),
    state: RegistrationState = RegistrationState.CONFIRMED,
    at: datetime.datetime = NOON,
) -> Registration:
    """Return a registration of a leader and the rest of the party."""
    contact = Contact.objects.create(
        full_name=name,
        phone=phone,
        language="ur",
        folded_name=fold(name)[:160],
        name_key=name_key(name)[:160],
        created_at=at,
    )
    registration = Registration.objects.create(
        event=event,
        contact=contact,
        reference=new_reference(event.city.code),
        party_size=1 + len(party),
        state=state,
        sort_key=sort_key(name),
        submission_key=secrets.token_hex(16),
        submission_hash="",
        created_at=at,
        waiting_number=1 if state == RegistrationState.WAITING else None,
    )
    for position, member in enumerate(party, 2):
        Attendee.named(registration, position, member).save()
    return registration


def register_many(event: Event, count: int) -> None:
    """Write many registrations at once, names in no order."""
    at = timezone.localtime(NOON)
    names = [f"{'ابتثجد'[number % 6]}ام {number}" for number in range(count)]
    contacts = Contact.objects.bulk_create(
        Contact(
            full_name=name,
            phone=f"+92399{number:07d}",
            language="ur",
            folded_name=fold(name),
            created_at=at,
        )
        for number, name in enumerate(names)
    )
    Registration.objects.bulk_create(
        Registration(
            event=event,
            contact=contact,
            reference=f"{event.city.code}-{number:05d}",
            party_size=1,
            sort_key=sort_key(contact.full_name),
            submission_key=secrets.token_hex(16),
            submission_hash="",
            created_at=at,
        )
        for number, contact in enumerate(contacts)
    )
