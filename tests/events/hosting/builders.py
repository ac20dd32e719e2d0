"""An application to host, and the browsers of whoever deals with it."""

import datetime
from typing import Any

from django.test import Client

from campaigns.models import Campaign
from directory.services import create_staff, ensure_groups
from events.hosting.rules import HostSubmission
from events.hosting.services.applying import apply_to_host
from events.hosting.services.deciding import PlannedWalk
from events.models import HostApplication
from tests import factories
from tests.events.registration.builders import KARACHI, NOW

APPLY = {"ur": "/ur/host/apply/", "en": "/en/host/apply/"}
WISHED_ON = datetime.date(2027, 8, 1)
TYPED = {
    "organisation_kind": "bar",
    "organisation_name": "ڈسٹرکٹ بار ایسوسی ایشن ملتان",
    "full_name": "راشدہ بتول",
    "phone": "0300 1234567",
    "email": "",
    "city": "multan",
    "gathering_place": "کچہری کا مرکزی دروازہ",
    "people_count": "120",
    "wished_on": "2027-08-01",
    "wished_from": "07:00",
    "consent": "on",
}
# Words by which anything left of the applicant would be found again.
TRACES = ("راشدہ", "3001234567", "ایسوسی ایشن ملتان", "کچہری", "somebody@example.com")


def submission(**values: Any) -> HostSubmission:
    """Return what TYPED holds, as the form understood it."""
    fields: dict[str, Any] = {name: TYPED[name] for name in TYPED if name not in ("consent",)} | {
        "phone": "+923001234567",
        "people_count": 120,
        "wished_on": WISHED_ON,
        "wished_from": datetime.time(7),
    }
    return HostSubmission(**(fields | values))


def make_application(
    *, key: str = "k" * 32, now: datetime.datetime = NOW, language: str = "ur", **values: Any
) -> HostApplication:
    """Return an application from Multan."""
    factories.make_city("multan")
    return apply_to_host(submission=submission(**values), key=key, language=language, now=now)


def planned(**values: Any) -> PlannedWalk:
    """Return what a director approves."""
    fields: dict[str, Any] = {
        "title_en": "Awareness walk, Multan",
        "title_ur": "آگاہی واک، ملتان",
        "organiser_en": "District bar",
        "organiser_ur": "ڈسٹرکٹ بار",
        "assembly_point_en": "Main gate of the courts",
        "assembly_point_ur": "کچہری کا دروازہ",
        "happens_on": WISHED_ON,
        "starts": datetime.time(7),
        "ends": datetime.time(9),
        "capacity": 150,
    }
    return PlannedWalk(**(fields | values))


def staff(group: str = "Directors") -> Client:
    """Return the browser of somebody of a group."""
    ensure_groups()
    client = Client()
    client.force_login(
        create_staff(username=group, password="a long password", groups=[group], language="en")
    )
    return client


def make_campaign(year: int = 2027) -> Campaign:
    """Return a year's campaign."""
    return Campaign.objects.create(
        year=year,
        title_en=f"World Day {year}",
        title_ur=f"عالمی دن {year}",
        world_day_on=datetime.date(year, 7, 30),
    )


def in_karachi(day: datetime.date, hour: int) -> datetime.datetime:
    """Return a moment of Pakistan."""
    return datetime.datetime.combine(day, datetime.time(hour), tzinfo=KARACHI)
