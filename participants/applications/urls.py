"""The addresses behind an own link, the same for every kind of application."""

from typing import Any

from django.urls import URLPattern, path

from participants.applications.views import own
from participants.applications.views.pages import ApplicationPages
from participants.views import form_stands_on


def own_patterns(pages: ApplicationPages[Any, Any], below: str) -> list[URLPattern]:
    """Return the addresses of one kind, e.g. below "my/host/"; names begin with its word."""
    word = pages.names.rpartition(":")[2]
    at_home = form_stands_on(pages.names + "_own", "reference")
    given = {"pages": pages}
    page = f"{below}r/<str:reference>/"
    return [
        path(f"{below}<str:token>/", own.open_link, given, name=f"{word}_link"),
        path(page, own.own_page, given, name=f"{word}_own"),
        path(f"{page}change/", own.mend, given, name=f"{word}_mend"),
        path(f"{page}done/", at_home(own.done), given, name=f"{word}_done"),
        path(f"{page}erase/", own.erase, given, name=f"{word}_erase"),
        path(f"{page}export.json", own.export, given, name=f"{word}_export"),
        path(f"{page}link/", at_home(own.new_link), given, name=f"{word}_new_link"),
        path(f"{page}withdraw/", own.take_back, given, name=f"{word}_withdraw"),
    ]
