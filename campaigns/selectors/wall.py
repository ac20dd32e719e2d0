"""The pledge wall: who stands on it, and whom staff have not looked at yet."""

from dataclasses import dataclass

from django.db.models import QuerySet

from campaigns.enums import WallState
from campaigns.models import Campaign, Pledge
from campaigns.rules.wall import WallFault, first_name, wall_fault


@dataclass(frozen=True, slots=True)
class WallName:
    """One place on the wall: a first name and a city, and nothing that finds somebody."""

    name: str
    city: str


@dataclass(frozen=True, slots=True)
class NameToSee:
    """A name that waits for a look; with a fault it can never be shown."""

    pledge_id: int
    name: str
    full_name: str
    city: str
    fault: WallFault | None


def wall_pledges(campaign: Campaign) -> QuerySet[Pledge]:
    """Return who stands on a campaign's wall, the latest first."""
    shown = Pledge.objects.on_the_wall().filter(campaign=campaign)
    return shown.select_related("contact", "city").order_by("-confirmed_at", "-pk")


def wall_name(pledge: Pledge, language: str) -> WallName:
    """Return what the wall says of a pledge."""
    name, city = first_name(pledge.contact.full_name), getattr(pledge.city, f"name_{language}")
    return WallName(name, city)


def names_to_see(campaign: Campaign) -> QuerySet[Pledge]:
    """Return the counted pledges whose names wait for a look, the oldest first."""
    waiting = Pledge.objects.counted().filter(campaign=campaign, wall_state=WallState.WAITING)
    waiting = waiting.exclude(contact__full_name="")
    return waiting.select_related("contact", "city").order_by("confirmed_at", "pk")


def name_to_see(pledge: Pledge, language: str) -> NameToSee:
    """Return a name as staff look at it."""
    full_name = pledge.contact.full_name
    return NameToSee(
        pledge_id=pledge.pk,
        name=first_name(full_name),
        full_name=full_name,
        city=getattr(pledge.city, f"name_{language}"),
        fault=wall_fault(full_name),
    )
