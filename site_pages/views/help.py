"""Where to turn: numbers to call, shown before anything is asked; nothing is asked."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.enums import Need
from directory.models import City
from participants.rules.phones import whatsapp_address
from site_pages.rules.frame import do_without_database
from site_pages.rules.safety import keep_off_device, offer_exit
from site_pages.selectors.help import (
    HelpChoice,
    HelpGroup,
    HelpPlace,
    help_choice,
    help_groups,
    help_places,
)
from urdu.isolation import isolate_runs_text

Link = dict[str, Any]


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show every checked number, or those for a need or place; without a database, the main one.

    What was chosen stands in the address alone; whatever is unknown there is left out.
    """
    offer_exit(request)
    language = (get_language() or "ur")[:2]
    try:
        context = _found(request, language)
    except (DatabaseError, InterfaceError):
        do_without_database(request)
        context = {"groups": [], "choice": HelpChoice()}
    return keep_off_device(render(request, "pages/help.html", context))


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """Say what leaving quickly does and what it does not do."""
    offer_exit(request)
    return keep_off_device(render(request, "pages/safety.html"))


def _found(request: HttpRequest, language: str) -> dict[str, Any]:
    wanted = {name: request.GET.get(name, "") for name in ("need", "province", "city")}
    choice = help_choice(**wanted)
    groups = help_groups(language, today=timezone.localdate(), choice=choice)
    address = _address(choice.need, choice.province or "", choice.city)
    text = _words_to_forward(groups, language, settings.BASE_URL + address)
    return {
        "groups": groups,
        "choice": choice,
        "chosen": _chosen(choice, language),
        "needs": _needs(choice),
        "places": [_place(place, choice, language) for place in help_places(language)],
        "whatsapp_address": whatsapp_address(text),
        "forward_text": text,
    }


def _address(need: Need | None, province: str, city: City | None) -> str:
    """Return the page's address with what is chosen; a city says its province by itself."""
    # In the order of KEPT_PARAMETERS: one address for one choice.
    chosen = {
        "city": city.slug if city else "",
        "need": need or "",
        "province": "" if city else province,
    }
    query = urlencode({name: value for name, value in chosen.items() if value})
    return reverse("site_pages:help") + (f"?{query}" if query else "")


def _chosen(choice: HelpChoice, language: str) -> list[str]:
    place = choice.province.label if choice.province else ""
    if choice.city:
        place = getattr(choice.city, f"name_{language}")
    return [str(word) for word in (choice.need.label if choice.need else "", place) if word]


def _needs(choice: HelpChoice) -> list[Link]:
    province = choice.province or ""
    return [
        {
            "label": need.label,
            "url": _address(need, province, choice.city),
            "is_current": need == choice.need,
        }
        for need in Need
    ]


def _place(place: HelpPlace, choice: HelpChoice, language: str) -> Link:
    is_whole = choice.city is None and place.province == choice.province
    return {
        "label": place.province.label,
        "url": _address(choice.need, place.province, None),
        "is_current": is_whole,
        "cities": [
            {
                "label": getattr(city, f"name_{language}"),
                "url": _address(choice.need, "", city),
                "is_current": city == choice.city,
            }
            for city in place.cities
        ],
    }


def _words_to_forward(groups: list[HelpGroup], language: str, address: str) -> str:
    """Return the numbers as a message to pass on, each on a line of its own."""
    lines = [f"{line.name}: {line.display}" for group in groups for line in group.lines]
    if language == "ur":
        lines = [isolate_runs_text(line) for line in lines]
    return "\n".join([_("Numbers to call:"), *lines, address])
