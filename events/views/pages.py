"""The list of events and the page of one event."""

import datetime
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.rules.placements import PARAMETER, carried
from events.enums import ChangeKind, EventStatus
from events.forms import EventFilterForm
from events.models import Event
from events.models.event import EventQuerySet
from events.rules import is_still_to_come
from events.selectors import (
    DAY_IS_VOID,
    OPEN_STATUSES,
    card_of,
    cards_of,
    event_cards,
    event_status,
    filtered_events,
    latest_change,
    past_events,
    places_of,
)
from events.views.facts import event_facts, good_to_know_facts
from events.views.report import published_report
from events.views.structured import structured_event
from participants.rules.phones import whatsapp_address
from participants.views import page_language

PAST_PER_PAGE = 24
MOVED_KINDS = (ChangeKind.MOVED, ChangeKind.RESUMED)


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show coming events, then past ones, filtered by city, kind and campaign."""
    now, language = timezone.now(), page_language()
    form = EventFilterForm(request.GET, language=language)
    events: EventQuerySet = filtered_events(**form.chosen())
    paginator = Paginator(past_events(events, now), PAST_PER_PAGE)
    past_page = paginator.get_page(request.GET.get("page"))
    context = {
        "form": form,
        "is_filtered": any(form.chosen().values()),
        "coming": event_cards(language=language, now=now, events=events),
        "past_page": past_page,
        "past": cards_of(past_page.object_list, language=language, now=now),
        "filter_query": form.query(),
        "feed_url": f"{reverse('events:feed')}?{form.query()}".rstrip("?&"),
    }
    return render(request, "events/event_list.html", context)


def closed_at(event: Event, now: datetime.datetime) -> datetime.datetime | None:
    """Return when registration ended as planned; None when it was closed before its day."""
    planned = event.schedule.registration_closes_at
    return planned if planned and planned <= now else None


def detail_context(event: Event, language: str, now: datetime.datetime) -> dict[str, Any]:
    """Return everything the event page's template needs; also used by the CMS preview."""
    status = event_status(event, now)
    address = settings.BASE_URL + reverse("events:detail", args=[event.slug])
    change = latest_change(event)
    good_to_know = getattr(event, f"good_to_know_{language}")
    return {
        "event": event,
        "schedule": event.schedule,
        "title": getattr(event, f"title_{language}"),
        "summary": getattr(event, f"summary_{language}"),
        "why_this_day": getattr(event, f"why_this_day_{language}"),
        "note": getattr(event, f"note_{language}"),
        "card": card_of(event, language=language, now=now),
        "status": status.value,
        "closed_at": closed_at(event, now),
        "is_open": status in OPEN_STATUSES,
        "has_moved": change is not None and change.kind in MOVED_KINDS,
        "change_reason": getattr(change, f"reason_{language}") if change else "",
        "is_still_to_come": is_still_to_come(status),
        "has_registrations": places_of(event) is not None,
        # Nobody may take a day for valid that holds no more.
        "is_void": status in DAY_IS_VOID,
        "good_to_know": [line for line in good_to_know.splitlines() if line.strip()],
        "before_you_come": good_to_know_facts(event, language),
        "speakers": list(event.speakers.all()),
        "programme": list(event.programme.all()),
        "sources": list(event.sources.all()),
        "facts": event_facts(event, language),
        "report": published_report(event, language) if status == EventStatus.OVER else None,
        "structured": structured_event(event, language),
        "share_address": address,
        "whatsapp_address": whatsapp_address(f"{getattr(event, f'title_{language}')}\n{address}"),
    }


@require_safe
def event_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one event: when, where, who, what to bring, where its facts come from."""
    event = get_object_or_404(
        Event.objects.published().prefetch_related("speakers", "programme", "sources", "partners"),
        slug=slug,
    )
    context = detail_context(event, page_language(), timezone.now())
    # The same for everybody who has this address: which code is asked at the form alone.
    origin = carried(request.GET.get(PARAMETER, ""))
    if context["card"].register_url:
        url = context["card"].register_url + origin
        context["card"] = replace(context["card"], register_url=url)
    return render(request, "events/event_detail.html", context)
