"""What partners show on their own sites: coming events, the count and the call to pledge."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from campaigns.enums import TallyMeasure
from campaigns.impact.lists.figures import number_words
from campaigns.impact.selectors import campaign_of, impact_of
from campaigns.models import Campaign
from campaigns.selectors import current_campaign, pledge_totals
from events.forms import EventFilterForm
from events.selectors import event_cards, filtered_events

KINDS = ("events", "counter", "pledge")
THEMES = ("light", "dark")
YEAR_DIGITS = 4
# More than a campaign plans for one day; the page stays below ten kilobytes with it.
EVENTS_SHOWN = 12
WIDTH = 320
# In pixels: six walks, two numbers or the pledge without a scroll bar on a small phone. Lines of
# Nastaliq, where the reader's device has such a face, are a third higher.
HEIGHTS = {
    "ur": {"events": 1080, "counter": 390, "pledge": 280},
    "en": {"events": 780, "counter": 350, "pledge": 250},
}


def embedded(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Let any site frame the answer, in the language and the light its query asks for."""

    @require_safe
    @xframe_options_exempt
    @csp_replace({"frame-ancestors": ["*"]})
    @wraps(view)
    def framed(request: HttpRequest, *args: Any) -> HttpResponse:
        language = "en" if request.GET.get("lang") == "en" else "ur"
        with translation.override(language):
            response = view(request, *args)
        response["Content-Language"] = language
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return framed


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    language = get_language()
    theme = request.GET.get("theme")
    frame = {
        "language": language,
        "direction": "rtl" if language == "ur" else "ltr",
        "theme": theme if theme in THEMES else "",
        "base_url": settings.BASE_URL,
    }
    return render(request, f"embeds/{template}.html", frame | context)


@embedded
def events(request: HttpRequest) -> HttpResponse:
    """Show the next events, of one city or one kind if asked."""
    language = get_language()
    chosen = EventFilterForm(request.GET, language=language).chosen()
    cards = event_cards(
        language=language,
        now=timezone.now(),
        events=filtered_events(**chosen),
        limit=EVENTS_SHOWN,
    )
    return _page(request, "events", cards=cards)


@embedded
def counter(request: HttpRequest) -> HttpResponse:
    """Show how many have pledged and registered, this year or in the one asked for.

    No number below ten is told.
    """
    campaign = _asked_campaign(request.GET.get("year", "")) or current_campaign()
    if campaign is None:
        return _page(request, "counter", campaign=None)
    figures = impact_of(campaign, get_language()).figures
    return _page(
        request,
        "counter",
        campaign=campaign,
        results_url=settings.BASE_URL + reverse("impact:year", args=[campaign.year]),
        pledged=number_words(pledge_totals(campaign).total),
        registered=number_words(figures[TallyMeasure.REGISTERED].total),
    )


@embedded
def pledge(request: HttpRequest) -> HttpResponse:
    """Show the call to pledge: a link to our own page, never a form in a foreign frame."""
    campaign = current_campaign()
    is_open = campaign is not None and campaign.takes_pledges
    return _page(request, "pledge", campaign=campaign if is_open else None)


def _asked_campaign(typed: str) -> Campaign | None:
    is_year = typed.isascii() and typed.isdigit() and len(typed) == YEAR_DIGITS
    return campaign_of(int(typed)) if is_year else None


def address_of(kind: str, **query: str) -> str:
    """Return the absolute address of one embed."""
    asked = urlencode({name: value for name, value in query.items() if value})
    return f"{settings.BASE_URL}{reverse(f'embeds:{kind}')}?{asked}"


def snippet(kind: str, title: str, language: str, width: int = WIDTH, **query: str) -> str:
    """Return what a partner pastes into a page: a frame that needs no script."""
    address = address_of(kind, lang=language, **query).replace("&", "&amp;")
    return (
        f'<iframe src="{address}" title="{title}" width="{width}" '
        f'height="{HEIGHTS[language][kind]}" loading="lazy"></iframe>'
    )
