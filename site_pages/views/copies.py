"""Copies of the pages that must answer when the program does not: help, and what else to say."""

from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.shortcuts import render
from django.utils import timezone, translation

from site_pages.rules.addresses import LANGUAGES
from site_pages.rules.safety import offer_exit
from site_pages.selectors.help import HelpChoice, help_groups
from site_pages.views.errors import unavailable


def copies() -> dict[str, bytes]:
    """Return {file name: page}, e.g. "help-ur.html", for the web server in front to keep.

    Raises DatabaseError: a copy without numbers must not take the place of one that has them.
    """
    found: dict[str, bytes] = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[f"help-{language}.html"] = _help(language)
            found[f"unavailable-{language}.html"] = unavailable(
                _request(f"/{language}/events/")
            ).content
    return found


def _help(language: str) -> bytes:
    request = _request(f"/{language}/help/")
    offer_exit(request)
    today = timezone.localdate()
    context = {
        "groups": help_groups(language, today=today),
        "choice": HelpChoice(),
        "copied_on": today,
    }
    return render(request, "pages/help.html", context).content


def _request(path: str) -> WSGIRequest:
    """Return what a reader without cookies would send."""
    site = urlsplit(settings.BASE_URL)
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "SERVER_NAME": site.hostname or "localhost",
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
        }
    )
