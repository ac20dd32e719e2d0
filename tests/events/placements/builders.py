"""A campaign, partners with a line of their own, placements, and somebody who looks after them."""

import secrets
from typing import Any

from django.test import Client

from campaigns.enums import PlacementKind, PlacementTarget
from campaigns.models import Campaign, Organisation, Placement
from campaigns.selectors import current_campaign
from campaigns.services.placements import PlacementDetails, make_placements
from directory.models import User
from directory.services import create_staff, ensure_groups
from events.models import Event, Registration
from events.registration.rules import PartySubmission
from events.registration.services.register import register_party
from participants.models import AuditEntry
from tests import factories
from tests.campaigns.builders import NOW, make_campaign

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36"
)
LINE = "About free legal advice, at most once a month."


def campaign() -> Campaign:
    """Return the current campaign, made when missing."""
    return current_campaign() or make_campaign()


def make_partner(slug: str = "partner", **values: Any) -> Organisation:
    """Return an organisation whose line is written in both languages."""
    words = {
        "name_en": "Legal Aid Society",
        "name_ur": "قانونی امداد سوسائٹی",
        "consent_line_en": LINE,
        "consent_line_ur": "مفت قانونی مشورے کے بارے میں، مہینے میں ایک بار۔",
        "is_in_network": True,
    }
    return Organisation.objects.create(slug=slug, **(words | values))


def place(city: str = "lahore", count: int = 1, **values: Any) -> Placement:
    """Return a placement that leads to the pledge, the first of its series."""
    chosen: dict[str, Any] = {
        "label": "Rickshaw, Mozang",
        "kind": PlacementKind.RICKSHAW,
        "city": factories.make_city(city),
        "language": "en",
        "target": PlacementTarget.PLEDGE,
    }
    actor = User.objects.filter(username="maker").first() or factories.make_user("maker")
    details = PlacementDetails(**(chosen | values))
    key = secrets.token_hex(16)
    made = make_placements(
        campaign=campaign(), details=details, count=count, key=key, actor=actor, now=NOW
    )
    return made[0]


def staff(group: str, username: str) -> User:
    """Return somebody of a group."""
    ensure_groups()
    return create_staff(
        username=username, password=factories.PASSWORD, groups=[group], language="en"
    )


def signed_in(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return client


def register(placement: Placement, number: int = 1, **values: Any) -> Registration:
    """Register a party of two that came by a code."""
    event = placement_event()
    submission = PartySubmission(
        full_name="کوثر عباس", phone=f"+92333111{number:04d}", email="", party_size=2, **values
    )
    return register_party(
        event=event,
        submission=submission,
        key=f"{number:032d}",
        language="en",
        now=NOW,
        placement=placement,
    )


def placement_event() -> Event:
    """Return the walk of Lahore, made when missing."""
    return Event.objects.filter(slug="walk-lahore-2099").first() or factories.make_walk()


def audited() -> list[tuple[str, str, int]]:
    """Return what stands in the log."""
    return list(AuditEntry.objects.order_by("pk").values_list("action", "kind", "row_count"))
