"""Where to turn: numbers to call, shown before anything is asked; nothing is asked."""

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from site_pages.rules.frame import do_without_database
from site_pages.rules.safety import keep_off_device, offer_exit
from site_pages.selectors.help import HelpGroup, help_groups


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show every checked number; without a database, the main one and the police."""
    offer_exit(request)
    groups: list[HelpGroup] = []
    try:
        groups = help_groups((get_language() or "ur")[:2])
    except (DatabaseError, InterfaceError):
        do_without_database(request)
    return keep_off_device(render(request, "pages/help.html", {"groups": groups}))
