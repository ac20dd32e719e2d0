"""Planning: the same event in many cities, and last year's again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.models import Event
from events.planning.forms.planning import AgainForm, CapacitiesForm, ChosenForm, CitiesForm
from events.planning.lists.rows import PlannedRow, row_of, when_moved
from events.planning.rules import KEY_PURPOSE
from events.planning.selectors import events_to_repeat, warnings_for
from events.planning.services.planning import plan_cities, repeat_events
from events.planning.views.access import (
    METHODS,
    for_planners,
    is_good_key,
    planning_page,
)
from events.planning.views.made import made
from participants.rules.keys import good_key, key_of
from participants.views import page_language


@require_http_methods(METHODS)
@for_planners
def many_cities(request: HttpRequest, user: User) -> HttpResponse:
    """Ask what is common; show each city with its warnings; then make the drafts."""
    data = request.POST if request.method == "POST" else None
    form = CitiesForm(data, language=page_language())
    if data is None or not form.is_valid() or "back" in data:
        return _cities_page(request, user, form)
    confirmed = "confirmed" in data
    common = form.cleaned_data["capacity"]
    capacities = CapacitiesForm(
        data if confirmed else None, cities=form.chosen_cities, common=common
    )
    key = data.get("key", "")
    if not confirmed or not capacities.is_valid() or not is_good_key(key):
        return _cities_check(request, user, form, capacities)
    plan = plan_cities(
        plan=form.plan(capacities.capacities()),
        key=key_of(key, KEY_PURPOSE),
        actor=user,
        now=timezone.now(),
    )
    return made(request, plan)


def _cities_page(request: HttpRequest, user: User, form: CitiesForm) -> HttpResponse:
    title = _("The same event in many cities")
    return planning_page(request, user, "planning/cities.html", title, form=form)


def _cities_check(
    request: HttpRequest, user: User, form: CitiesForm, capacities: CapacitiesForm
) -> HttpResponse:
    cities, language = form.chosen_cities, page_language()
    found = warnings_for([(city, form.when) for city in cities], timezone.now())
    rows = [
        row_of(city.slug, city, form.when, warnings, language, capacities[f"capacity-{city.slug}"])
        for city, warnings in zip(cities, found, strict=True)
    ]
    hidden = [
        (name, value)
        for name, values in request.POST.lists()
        if name in form.fields
        for value in values
    ]
    return _check_page(request, user, rows, hidden, form=capacities)


def _check_page(
    request: HttpRequest,
    user: User,
    rows: list[PlannedRow],
    hidden: list[tuple[str, Any]],
    **more: Any,
) -> HttpResponse:
    button = ngettext("Make %(count)d draft", "Make %(count)d drafts", len(rows))
    warned = sum(bool(row.warnings) for row in rows)
    return planning_page(
        request,
        user,
        "planning/check.html",
        _("Is everything right?"),
        rows=rows,
        hidden=hidden,
        warned=warned,
        key=good_key(request.POST.get("key", ""), KEY_PURPOSE),
        button=button % {"count": len(rows)},
        **more,
    )


@require_http_methods(METHODS)
@for_planners
def again(request: HttpRequest, user: User) -> HttpResponse:
    """Ask which year; show each event on its new day with warnings; then make the drafts."""
    data = request.POST if request.method == "POST" else None
    now = timezone.now()
    form = AgainForm(data, latest_year=timezone.localtime(now).year)
    if data is None or not form.is_valid() or "back" in data:
        return _again_page(request, user, form)
    events = events_to_repeat(form.years[0])
    chosen = ChosenForm(data if "confirmed" in data else None, events=events)
    key = data.get("key", "")
    if not chosen.is_valid() or not is_good_key(key):
        return _again_check(request, user, form, chosen, events)
    plan = repeat_events(
        repetition=form.repetition(chosen.cleaned_data["events"]),
        key=key_of(key, KEY_PURPOSE),
        actor=user,
        now=now,
    )
    return made(request, plan)


def _again_page(request: HttpRequest, user: User, form: AgainForm) -> HttpResponse:
    title = _("Events of another year again")
    return planning_page(request, user, "planning/again.html", title, form=form)


def _again_check(
    request: HttpRequest,
    user: User,
    form: AgainForm,
    chosen: ChosenForm,
    events: list[Event],
) -> HttpResponse:
    language, year, shift = page_language(), form.years[1], form.date_shift
    dated = [event for event in events if event.schedule.has_day]
    whens = [when_moved(event, year, shift) for event in dated]
    wanted = [(event.city, when) for event, when in zip(dated, whens, strict=True)]
    found = warnings_for(wanted, timezone.now())
    rows = [
        row_of(event.slug, event.city, when, warnings, language)
        for event, when, warnings in zip(dated, whens, found, strict=True)
    ]
    hidden = [(name, request.POST.get(name, "")) for name in form.fields]
    kept = set(request.POST.getlist("events")) if chosen.is_bound else {row.key for row in rows}
    titles = {event.slug: getattr(event, f"title_{language}") for event in dated}
    more = {"choices": [(row, titles[row.key], row.key in kept) for row in rows]}
    return _check_page(request, user, rows, hidden, form=chosen, **more)
