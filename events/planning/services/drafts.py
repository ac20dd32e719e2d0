"""Making one draft event with its schedule and places: the only way planning and hosting do."""

import datetime
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from campaigns.models import Campaign, Organisation
from directory.models import City
from events.errors import NamesTaken
from events.models import Event, Places, Plan, ProgrammeItem, Schedule
from events.planning.rules import free_name
from events.planning.selectors import slugs_like
from events.services import (
    TERMS_OF_PLACES,
    ScheduleDetails,
    announce_event,
    set_places,
    set_schedule,
)

# As many people as may plan for one city in the same moment.
NAME_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDraft:
    """Everything of an event that is to be; `words` are fields of Event by name.

    `capacity` is None for an event without registration; `terms` are fields of Places.
    """

    kind: str
    city: City
    year: int
    words: dict[str, Any]
    details: ScheduleDetails
    capacity: int | None
    terms: dict[str, Any] = field(default_factory=dict)
    partners: tuple[Organisation, ...] = ()
    programme: tuple[ProgrammeItem, ...] = ()


def make_draft(*, draft: NewDraft, now: datetime.datetime, plan: Plan | None = None) -> Event:
    """Write a draft nobody sees yet, in the caller's transaction, at an address of its own.

    Raises NamesTaken.
    """
    event = _create_event(draft)
    event.partners.set(draft.partners)
    event.partners.commit()
    _copy_programme(event, draft.programme)
    announce_event(event=event, now=now)
    set_schedule(event=event, details=draft.details, now=now)
    Schedule.objects.filter(event=event).update(plan=plan, sequence=0)
    if draft.capacity is not None:
        set_places(event=event, capacity=draft.capacity)
        Places.objects.filter(event=event).update(**draft.terms)
    # The CMS opens a draft by its latest revision.
    fresh: Event = Event.objects.get(pk=event.pk)
    fresh.save_revision()
    return fresh


def _create_event(draft: NewDraft) -> Event:
    wanted = f"{draft.kind}-{draft.city.slug}-{draft.year}"
    campaign = Campaign.objects.filter(year=draft.year).first()
    for _try in range(NAME_TRIES):
        # Whoever takes the name between the look and the writing has it for good once the
        # database refuses ours: the next look sees it.
        with suppress(IntegrityError), transaction.atomic():
            event: Event = Event.objects.create(
                slug=free_name(wanted, slugs_like(wanted)),
                kind=draft.kind,
                campaign=campaign,
                city=draft.city,
                live=False,
                has_unpublished_changes=True,
                **draft.words,
            )
            return event
    raise NamesTaken


def _copy_programme(event: Event, items: Iterable[ProgrammeItem]) -> None:
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            event=event,
            sort_order=order,
            at=item.at,
            text_en=item.text_en,
            text_ur=item.text_ur,
        )
        for order, item in enumerate(items)
    )


def terms_to_copy(places: Places | None) -> dict[str, Any]:
    """Return how places are given, without a single count."""
    return {name: getattr(places, name) for name in TERMS_OF_PLACES} if places else {}
