"""The years: how each stands, beginning the next one, and making one the current year."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.errors import YearExists
from campaigns.models import Campaign
from campaigns.selectors import current_campaign
from campaigns.selectors.years import (
    as_of_year,
    campaign_with_year,
    campaigns_latest_first,
    goals_by_place,
    statements_of,
    year_to_repeat,
)
from campaigns.services import make_current
from directory.models import User
from events.enums.hosting import DateShift
from events.models import Event
from events.planning.forms.years import YearForm, shift_of
from events.planning.lists.rows import PlannedRow, row_of, when_moved
from events.planning.lists.years import what_it_means, year_line, year_to_come
from events.planning.rules import KEY_PURPOSE
from events.planning.selectors import draft_count, events_to_repeat, warnings_for
from events.planning.services.planning import Repetition
from events.planning.services.years import start_year
from events.planning.views.access import (
    METHODS,
    for_directors,
    is_good_key,
    planning_page,
)
from events.planning.views.made import made
from participants.rules.keys import good_key, key_of
from participants.views import page_language, see_other

SAID = "year_said"


@require_safe
@for_directors
def years(request: HttpRequest, user: User) -> HttpResponse:
    """Show every year, the one that can be begun, and which is the current one."""
    campaigns, source = campaigns_latest_first(), year_to_repeat()
    following = source.year + 1 if source else None
    known = {campaign.year for campaign in campaigns}
    return planning_page(
        request,
        user,
        "planning/years.html",
        _("Years"),
        lines=[year_line(campaign, page_language()) for campaign in campaigns],
        next_year=None if following in known else following,
        said=request.session.pop(SAID, "") if SAID in request.session else "",
    )


@require_http_methods(METHODS)
@for_directors
def next_year(request: HttpRequest, user: User) -> HttpResponse:
    """Show what the next year begins with, with warnings; on POST make it, once for a key."""
    source = year_to_repeat()
    if source is None:
        raise Http404
    asked = request.POST if request.method == "POST" else request.GET
    repetition_of = {"from_year": source.year, "to_year": source.year + 1}
    shift = shift_of(asked.get("shift"))
    events = [event for event in events_to_repeat(source.year) if event.schedule.has_day]
    form = YearForm(request.POST if request.method == "POST" else None, events=events)
    key = request.POST.get("key", "")
    if not form.is_valid() or not is_good_key(key):
        return _next_year_page(request, user, source, shift, events, form)
    slugs = frozenset(form.cleaned_data["events"])
    try:
        plan = start_year(
            source=source,
            repetition=Repetition(**repetition_of, shift=shift, slugs=slugs),
            key=key_of(key, KEY_PURPOSE),
            actor=user,
            now=timezone.now(),
        )
    except YearExists:
        return _next_year_page(request, user, source, shift, events, form)
    return made(request, plan)


def _next_year_page(
    request: HttpRequest,
    user: User,
    source: Campaign,
    shift: DateShift,
    events: list[Event],
    form: YearForm,
) -> HttpResponse:
    year, language = source.year + 1, page_language()
    title = _("Start %(year)s") % {"year": year}
    earlier = campaign_with_year(year)
    if earlier is not None:
        line = year_line(earlier, language)
        return planning_page(request, user, "planning/year_begun.html", title, year=line)
    rows = _rows(events, year, shift, language)
    kept = set(request.POST.getlist("events")) if form.is_bound else {row.key for row in rows}
    titles = {event.slug: getattr(event, f"title_{language}") for event in events}
    return planning_page(
        request,
        user,
        "planning/next_year.html",
        title,
        form=form,
        from_year=source.year,
        year=year_to_come(
            as_of_year(source, year),
            from_year=source.year,
            goals=goals_by_place(source),
            statements=statements_of(source),
            language=language,
        ),
        shift=shift,
        choices=[(row, titles[row.key], row.key in kept) for row in rows],
        warned=sum(bool(row.warnings) for row in rows),
        key=good_key(request.POST.get("key", ""), KEY_PURPOSE),
    )


def _rows(events: list[Event], year: int, shift: DateShift, language: str) -> list[PlannedRow]:
    whens = [when_moved(event, year, shift) for event in events]
    wanted = [(event.city, when) for event, when in zip(events, whens, strict=True)]
    found = warnings_for(wanted, timezone.now())
    return [
        row_of(event.slug, event.city, when, warnings, language)
        for event, when, warnings in zip(events, whens, found, strict=True)
    ]


@require_http_methods(METHODS)
@for_directors
def year_current(request: HttpRequest, user: User, year: int) -> HttpResponse:
    """Say what it means to make a year the current one; on POST make it so."""
    campaign = campaign_with_year(year)
    if campaign is None:
        raise Http404
    home = reverse("events:years")
    if request.method == "POST":
        if make_current(campaign=campaign, actor=user, now=timezone.now()):
            said = _("%(year)s is the current year now.") % {"year": year}
            request.session[SAID] = said
        return see_other(home)
    if campaign.is_current:
        return see_other(home)
    return _current_page(request, user, campaign)


def _current_page(request: HttpRequest, user: User, campaign: Campaign) -> HttpResponse:
    current = current_campaign()
    today = timezone.localdate()
    context: dict[str, Any] = {
        "sentences": what_it_means(campaign, current, settings.RETENTION_DAYS),
        "year": campaign.year,
        "is_over": campaign.world_day_on < today,
        "draft_count": draft_count(campaign),
        "current_year": current.year if current and current.world_day_on >= today else None,
    }
    title = _("Make %(year)s the current year") % {"year": campaign.year}
    return planning_page(request, user, "planning/year_current.html", title, **context)
