"""A campaign that takes pledges, cities, and people who pledge."""

import datetime
import itertools
import secrets
from typing import Any

from campaigns.enums import PledgeState
from campaigns.models import Campaign, Pledge
from campaigns.rules import PledgeSubmission, email_key
from campaigns.services import make_pledge
from directory.models import City
from participants.services import ContactDetails, store_contact
from urdu.sorting import sort_key

NOW = datetime.datetime(2027, 7, 20, 9, 0, tzinfo=datetime.UTC)
NAMES = {
    "lahore": ("LHE", "Lahore", "لاہور"),
    "karachi": ("KHI", "Karachi", "کراچی"),
    "sukkur": ("SKZ", "Sukkur", "سکھر"),
    "multan": ("MUX", "Multan", "ملتان"),
}
_numbers = itertools.count(1)


def make_city(slug: str = "lahore") -> City:
    """Return one of four cities."""
    code, name_en, name_ur = NAMES[slug]
    city, _made = City.objects.get_or_create(
        slug=slug,
        defaults={
            "code": code,
            "name_en": name_en,
            "name_ur": name_ur,
            "province_en": "Punjab",
            "province_ur": "پنجاب",
            "latitude": "31.0000",
            "longitude": "74.0000",
            "sort_key": sort_key(name_ur),
        },
    )
    return city


def make_campaign(**values: Any) -> Campaign:
    """Return the current campaign, its pledge worded in both languages."""
    words = {
        "year": 2027,
        "title_en": "World Day 2027",
        "title_ur": "عالمی دن 2027",
        "world_day_on": datetime.date(2027, 7, 30),
        "pledge_en": "I pledge not to stay silent.",
        "pledge_ur": "میرا عہد ہے کہ خاموش نہ رہوں۔",
        "is_current": True,
    }
    return Campaign.objects.create(**(words | values))


def submission(**values: Any) -> PledgeSubmission:
    """Return what Ayesha of Lahore submits by e-mail."""
    words = {"full_name": "عائشہ", "phone": "", "email": "ayesha@mail.test", "city": "lahore"}
    return PledgeSubmission(**(words | values))


def pledge_once(
    campaign: Campaign,
    key: str | None = None,
    now: datetime.datetime = NOW,
    address: str = "",
    **values: Any,
) -> Pledge:
    """Pledge, with a key of its own unless one is given."""
    make_city()
    return make_pledge(
        campaign=campaign,
        submission=submission(**values),
        key=key or secrets.token_hex(16),
        language="ur",
        now=now,
        address=address,
    )


def pledge_by_phone(
    campaign: Campaign, phone: str = "+923331110566", now: datetime.datetime = NOW, **values: Any
) -> Pledge:
    """Pledge with a phone and nothing else."""
    return pledge_once(campaign, now=now, **({"email": "", "phone": phone} | values))


def add_counted(campaign: Campaign, slug: str, count: int) -> None:
    """Add counted pledges of different people of a city."""
    city = make_city(slug)
    for number in itertools.islice(_numbers, count):
        email = f"person{number}@mail.test"
        details = ContactDetails("عائشہ", "", email, "ur")
        Pledge.objects.create(
            campaign=campaign,
            contact=store_contact(details=details, now=NOW),
            city=city,
            state=PledgeState.CONFIRMED,
            email_key=email_key(email),
            submission_key=secrets.token_hex(16),
            submission_hash="",
            created_at=NOW,
            confirmed_at=NOW,
        )
