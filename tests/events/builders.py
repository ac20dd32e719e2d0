"""Events of any kind, day and state, as lists and calendars need them."""

import datetime
from typing import Any

from campaigns.models import Campaign
from directory.models import City
from events.enums import DatePrecision, EventKind, EventState
from events.models import Event, EventSource, ProgrammeItem, Schedule, Speaker
from tests.events.registration.builders import KARACHI, NOW, make_walk
from urdu.sorting import sort_key

CITIES = {"lahore": ("LHE", "لاہور"), "karachi": ("KHI", "کراچی"), "multan": ("MUX", "ملتان")}


def make_city(slug: str) -> City:
    """Return a city, made when missing."""
    code, name = CITIES[slug]
    facts = {
        "code": code,
        "name_en": slug.title(),
        "name_ur": name,
        "province_en": "Pakistan",
        "province_ur": "پاکستان",
        "latitude": 30,
        "longitude": 70,
        "sort_key": sort_key(name),
    }
    city, _made = City.objects.get_or_create(slug=slug, defaults=facts)
    return city


def make_campaign(year: int) -> Campaign:
    """Return a year's campaign, made when missing."""
    facts = {
        "title_en": f"Campaign of {year}",
        "title_ur": f"مہم {year}",
        "world_day_on": datetime.date(year, 7, 30),
    }
    campaign, _made = Campaign.objects.get_or_create(year=year, defaults=facts)
    return campaign


def make_event(
    slug: str,
    day: datetime.date | None = None,
    *,
    city: str = "lahore",
    campaign: int | None = None,
    **schedule: Any,
) -> Event:
    """Make a published seminar without registration, of one day or of an unknown one."""
    place = make_city(city)
    event: Event = Event.objects.create(
        slug=slug,
        kind=EventKind.SEMINAR,
        city=place,
        campaign=make_campaign(campaign) if campaign else None,
        title_en=f"Seminar, {place.name_en}",
        title_ur=f"سیمینار، {place.name_ur}",
        summary_en="Two hours with questions.",
        summary_ur="دو گھنٹے، سوالات کے ساتھ۔",
        live=True,
    )
    values = {
        "state": EventState.ANNOUNCED,
        "precision": DatePrecision.DAY if day else DatePrecision.UNKNOWN,
        "happens_on": day,
        "changed_at": NOW,
    }
    Schedule.objects.create(event=event, **(values | schedule))
    return event


def hours(day: datetime.date, start: int, end: int) -> dict[str, Any]:
    """Return the schedule of an event from one full hour to another, Pakistan time."""
    moment = datetime.datetime.combine(day, datetime.time(), tzinfo=KARACHI)
    return {
        "precision": DatePrecision.TIME,
        "starts_at": moment + datetime.timedelta(hours=start),
        "ends_at": moment + datetime.timedelta(hours=end),
    }


def full_event() -> Event:
    """Make a walk about which everything is known."""
    walk = make_walk(
        route_en="From the gate to the square, 2 km",
        route_ur="دروازے سے چوک تک، 2 کلومیٹر",
        landmarks_en="Library",
        landmarks_ur="لائبریری",
        end_point_en="Square",
        end_point_ur="چوک",
    )
    words = {
        "summary": (
            "We walk from 7:00.\n\nCall 0399-0000000.",
            "ہم 7:00 بجے چلیں گے۔\n\n0399-0000000",
        ),
        "theme": ("Together", "مل کر"),
        "why_this_day": ("30 July is a Friday.", "30 جولائی کو جمعہ ہے۔"),
        "good_to_know": ("Water at 7:30\n\nShade", "پانی 7:30 بجے\n\nسایہ"),
        "note": ("Ages 5-14 with a guardian.", "5-14 سال کے بچے سرپرست کے ساتھ۔"),
    }
    pairs = {
        f"{name}_{code}": said[at]
        for name, said in words.items()
        for at, code in ((0, "en"), (1, "ur"))
    }
    Event.objects.filter(pk=walk.pk).update(
        **pairs, campaign=make_campaign(2027), is_demonstration=True
    )
    Speaker.objects.create(
        event=walk, name_en="Speaker", name_ur="مقرر", role_en="Lawyer", role_ur="وکیل"
    )
    ProgrammeItem.objects.create(
        event=walk, at=datetime.time(7, 15), text_en="Welcome", text_ur="خوش آمدید"
    )
    EventSource.objects.create(
        event=walk, title_en="Report", title_ur="رپورٹ", url="https://example.org/"
    )
    return walk
