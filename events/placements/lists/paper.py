"""Placements on paper: what a sheet and a sticker say, in one language or both."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.enums import PlacementTarget
from campaigns.models import Campaign, Placement
from documents.placements import PlacementCode, PlacementPaper, PlacementSheet
from documents.printing import Said
from events.models import Event
from events.placements.lists.labels import TARGET_LABELS
from events.placements.selectors import public_event
from events.prints.lists import words
from events.prints.lists.words import Languages, in_languages

STICKERS_A_PAGE = 24


def short_link(placement: Placement) -> str:
    """Return the whole short address, for a camera."""
    return f"{settings.BASE_URL}{reverse('placement', args=[placement.code])}"


def sheet_of(
    placements: Sequence[Placement], languages: Languages, paper: PlacementPaper
) -> PlacementSheet:
    """Return what is printed for placements of one kind, which all lead to the same page.

    One placement's stickers fill a page; of several each has one.
    """
    first = placements[0]
    event = public_event(first.event_slug) if first.event_slug else None
    times = STICKERS_A_PAGE if paper == PlacementPaper.STICKERS and len(placements) == 1 else 1
    return PlacementSheet(
        languages=languages,
        brand=words.brand(languages),
        campaign=words.pair(languages, first.campaign, "title"),
        title=_title(first, event, languages),
        text=_text(first, event, languages),
        call=in_languages(
            languages, lambda _language: _("Open the camera and hold it to the code")
        ),
        helpline_label=words.helpline_label(languages),
        helpline=words.helpline(),
        codes=[_code(one) for one in placements] * times,
    )


def _code(placement: Placement) -> PlacementCode:
    link = short_link(placement)
    return PlacementCode(link, words.typed_address(link), placement.label)


def _title(placement: Placement, event: Event | None, languages: Languages) -> Said:
    if event is not None:
        return words.title(event, languages)
    if placement.target == PlacementTarget.PLEDGE:
        return in_languages(languages, lambda _language: _("Take the pledge"))
    if placement.target == PlacementTarget.HELP:
        return in_languages(languages, lambda _language: str(TARGET_LABELS[placement.target]))
    if placement.target == PlacementTarget.HOME:
        return words.pair(languages, placement.campaign, "title")
    return in_languages(languages, lambda _language: _("Come to a walk near you"))


def _text(placement: Placement, event: Event | None, languages: Languages) -> Said:
    campaign: Campaign = placement.campaign
    if event is not None:
        return _when_and_where(event, languages)
    if placement.target == PlacementTarget.PLEDGE:
        return words.pair(languages, campaign, "pledge")
    return words.pair(languages, campaign, "theme")


def _when_and_where(event: Event, languages: Languages) -> Said:
    """Return day and gathering place; no day is printed that no longer holds."""
    days, places = dict(words.day(event, languages)), dict(words.place(event, languages))
    return [
        (language, " · ".join(part for part in (days.get(language), places.get(language)) if part))
        for language in languages
    ]
