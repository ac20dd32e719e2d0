"""What leads on from the desk's first page, beside the events."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from directory.models import User
from events.desk.selectors.cities import has_cities


@dataclass(frozen=True, slots=True)
class Action:
    """One thing an organiser can do: what, in a few words more, and where."""

    title: str
    hint: str
    url: str


def placement_tools(user: User, now: datetime.datetime) -> list[Action]:
    """Return the way to the placements, for whoever has a city."""
    if not has_cities(user, now):
        return []
    hint = _("Codes for rickshaws, mosques and partners, and what came of them")
    return [Action(_("Placements"), hint, reverse("events:placements:overview"))]
