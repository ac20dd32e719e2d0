"""Whose city is whose, for what belongs to a city and not to one event."""

import datetime

from directory.models import User
from events.enums import EventRoleKind

MANAGE_ALL = "events.manage_every_event"
LIST_ALL = "events.list_every_event"


def cities_of(user: User, now: datetime.datetime) -> list[int] | None:
    """Return the cities somebody works for, by their numbers; None for all of them.

    A city is its organisers'; a host has their one event, and a volunteer a gate.
    """
    if user.has_perm(LIST_ALL) or user.has_perm(MANAGE_ALL):
        return None
    roles = user.event_roles.in_force(now).filter(role=EventRoleKind.ORGANISER)
    return sorted(set(roles.order_by().values_list("event__city", flat=True)))


def has_cities(user: User, now: datetime.datetime) -> bool:
    """Tell whether any city, or all of them, are this person's."""
    cities = cities_of(user, now)
    return cities is None or bool(cities)
