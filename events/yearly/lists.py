"""The words of a year's report, in the language that is active."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.impact.lists.open_data import LICENCE
from campaigns.impact.lists.report import (
    cities_section,
    cover_stops,
    moment_of,
    numbers_section,
    years_section,
)
from campaigns.impact.rules import is_in_progress
from campaigns.impact.selectors import YearImpact
from campaigns.lists import NetworkGroup
from campaigns.models import Campaign, Organisation
from directory.selectors import MainHelpline
from documents.reports import Report, ReportPassage, ReportSection, ReportTable
from events.selectors import cards_of
from events.yearly.selectors import YearFacts, YearOfEvents
from urdu.dates import format_day

EVENT_SHARES = (6, 8, 3, 6)


def yearly_report(facts: YearFacts, *, language: str, now: datetime.datetime) -> Report:
    """Return a year's report; every number in it is one that the impact page tells."""
    campaign = facts.impact.campaign
    today = timezone.localdate(now)
    title, kicker = getattr(campaign, f"title_{language}"), _("Yearly report")
    link = settings.BASE_URL + reverse("impact:year", args=[campaign.year])
    return Report(
        language=language,
        brand=_("Hamqadam"),
        kicker=kicker,
        title=title,
        theme=getattr(campaign, f"theme_{language}"),
        state=_state(facts.impact, language, today),
        stops=cover_stops(facts.impact),
        sections=[section for section in _sections(facts, language, now) if section],
        helpline_label=_("Helpline"),
        helpline=facts.helpline.display,
        address_label=_("The same numbers, always up to date:"),
        address=_typed(link),
        link=link,
        running_line=" · ".join([title, kicker]),
        made_line=_("Made on %(day)s") % {"day": format_day(today, language)},
        page_pattern=_("Page %(page)d of %(total)d"),
    )


def _sections(
    facts: YearFacts, language: str, now: datetime.datetime
) -> list[ReportSection | None]:
    about = _about(facts.impact.campaign, language)
    numbers = numbers_section(facts.impact, language)
    return [
        about,
        numbers if about else replace(numbers, begins_page=True),
        cities_section(facts.impact, language),
        years_section(facts.years),
        _events(facts.held, language, now),
        _organisations(facts.held.organisations, facts.network, language),
        _origin(facts.impact.campaign, facts.helpline),
    ]


def _typed(link: str) -> str:
    """Return an address as a person types it."""
    return link.partition("://")[2] or link


def _state(impact: YearImpact, language: str, today: datetime.date) -> str:
    """Say of when the numbers are, and whether the year goes on."""
    if impact.counted_at is None:
        return _("Nothing has been counted yet.")
    moment = {"moment": moment_of(impact.counted_at, language)}
    if is_in_progress(impact.campaign.year, today):
        return _("The year so far, as of %(moment)s. The numbers still change.") % moment
    return _("As of %(moment)s.") % moment


def _about(campaign: Campaign, language: str) -> ReportSection | None:
    words = getattr(campaign, f"summary_{language}").split("\n")
    paragraphs = [one.strip() for one in words if one.strip()]
    if not paragraphs:
        return None
    return ReportSection(heading=_("What the year is about"), words=paragraphs, begins_page=True)


def _events(held: YearOfEvents, language: str, now: datetime.datetime) -> ReportSection:
    """Return the events with day and state; cancelled ones too, though none of them counts."""
    if not held.events:
        words = [_("No event of this year is published.")]
        return ReportSection(heading=_("The events"), words=words)
    rows = [
        (card.day_words, card.title, card.city, card.status_label)
        for card in cards_of(held.events, language=language, now=now)
    ]
    return ReportSection(
        heading=_("The events"),
        words=[_("What was cancelled or postponed stands here too, and is not counted.")],
        table=ReportTable(
            columns=[_("Day"), _("Event"), _("City"), _("State")], rows=rows, shares=EVENT_SHARES
        ),
        begins_page=True,
    )


def _organisations(
    held_by: Sequence[Organisation], network: Sequence[NetworkGroup], language: str
) -> ReportSection | None:
    passages = [
        ReportPassage(
            heading=group.kind or _("Other organisations"),
            words=_names(group.organisations, language),
        )
        for group in network
    ]
    if held_by:
        heading = _("Behind this year’s events")
        passages.insert(0, ReportPassage(heading=heading, words=_names(held_by, language)))
    if not passages:
        return None
    return ReportSection(
        heading=_("The organisations"),
        words=[
            _("First those behind this year’s events, then the campaign’s network as it is today.")
        ]
        if held_by and network
        else [],
        passages=passages,
    )


def _names(organisations: Sequence[Organisation], language: str) -> str:
    names = [getattr(one, f"name_{language}") for one in organisations]
    return ("، " if language == "ur" else ", ").join(names)


def _origin(campaign: Campaign, helpline: MainHelpline) -> ReportSection:
    """Say where the numbers come from, how to count again, and what may be done with them."""
    files = [reverse(f"open_data:{kind}", args=[campaign.year]) for kind in ("csv", "json")]
    return ReportSection(
        heading=_("Where the numbers come from"),
        words=[
            _(
                "From registrations, arrivals at the gate, head-counts that organisers published, "
                "and confirmed pledges. Every number is counted anew every five minutes."
            ),
            _(
                "Of people, no number below ten is told, and none that would tell one by "
                "subtraction. An event with fewer than ten people enters no sum; cities with few "
                "pledges are told together."
            ),
        ],
        passages=[
            ReportPassage(
                heading=_("Count again"),
                words=_("Whoever runs the site proves every number from its rows:"),
                address="manage.py recompute --check",
            ),
            ReportPassage(
                heading=_("Open data"),
                words=_("The same numbers for programs and spreadsheets:"),
                address=_typed(settings.BASE_URL + files[0]),
            ),
            ReportPassage(
                heading=_("Licence"),
                words=_("Use the numbers freely and say where they come from:"),
                address=f"CC BY 4.0, {_typed(LICENCE['url'])}",
            ),
            ReportPassage(
                heading=_("Do you need help, or does somebody you know?"),
                words=_("This site does not take reports. Please call a helpline."),
                address=helpline.display,
            ),
        ],
    )
