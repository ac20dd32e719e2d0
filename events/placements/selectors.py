"""Whose placements somebody may see and make, and what came of them."""

import datetime
from collections.abc import Iterable, Sequence

from django.db.models import Count, QuerySet

from campaigns.models import Campaign, Placement
from campaigns.rules.placements import Funnel
from campaigns.selectors.placements import placements_of, pledge_funnels
from directory.models import City, User
from events.desk.selectors import events_run_by, events_to_come
from events.desk.selectors.cities import MANAGE_ALL, cities_of
from events.enums import RegistrationState
from events.models import Attendance, Event, Registration

# A form that came through: it holds places, waits for some, or did so to the end.
STANDING = (RegistrationState.CONFIRMED, RegistrationState.OFFERED, RegistrationState.WAITING)


def may_make(user: User, now: datetime.datetime) -> bool:
    """Tell whether somebody may make placements; a data officer looks and runs nothing."""
    return user.has_perm(MANAGE_ALL) or bool(cities_of(user, now))


def cities_to_choose(user: User, language: str, now: datetime.datetime) -> list[City]:
    """Return the cities somebody may put placements into, as the language sorts them."""
    cities = cities_of(user, now)
    found = City.objects.in_order(language)
    return list(found if cities is None else found.filter(pk__in=cities))


def events_to_choose(user: User, now: datetime.datetime) -> list[Event]:
    """Return the published events of today and later that somebody runs, the next one first."""
    return list(events_to_come(events_run_by(user, now).filter(live=True), now))


def placements_seen_by(
    user: User, campaign: Campaign, now: datetime.datetime
) -> QuerySet[Placement]:
    """Return the placements of a year that somebody may see: the one place that decides."""
    return placements_of(campaign, cities_of(user, now))


def funnels_of(placements: Sequence[Placement]) -> dict[int, Funnel]:
    """Return what came of each placement; four queries for any number of them."""
    registered, attended = _registered(placements), _attended(placements)
    return {
        pk: funnel + Funnel(registered=registered.get(pk, 0), attended=attended.get(pk, 0))
        for pk, funnel in pledge_funnels(placements).items()
    }


def _registered(placements: Iterable[Placement]) -> dict[int, int]:
    found = Registration.objects.filter(placement__in=placements, state__in=STANDING)
    return dict(found.order_by().values_list("placement").annotate(count=Count("pk")))


def _attended(placements: Iterable[Placement]) -> dict[int, int]:
    found = Attendance.objects.filter(registration__placement__in=placements, arrived__gt=0)
    pairs = found.order_by().values_list("registration__placement")
    return dict(pairs.annotate(count=Count("registration", distinct=True)))


def public_event(slug: str) -> Event | None:
    """Return an event whose page there is."""
    found: Event | None = Event.objects.published().filter(slug=slug).first()
    return found
