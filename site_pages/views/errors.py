"""What people see when something does not work: in their language, with the number to call."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import requires_csrf_token

from site_pages.rules.addresses import language_of
from site_pages.rules.frame import do_without_database, hide_from_search
from site_pages.rules.last_words import LAST_WORDS
from site_pages.rules.safety import offer_exit

RETRY_SECONDS = 30
TOO_MANY_RETRY_SECONDS = 60


def _answer(request: HttpRequest, name: str, status: int) -> HttpResponse:
    """Render an error page in the language of its address, whoever called."""
    offer_exit(request)
    hide_from_search(request)
    language = language_of(request.path)
    with translation.override(language):
        html = render_to_string(f"errors/{name}.html", {"status": status}, request=request)
    response = HttpResponse(html, status=status)
    response.headers["Content-Language"] = language
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent what nobody can read."""
    return _answer(request, "bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not for this visitor."""
    return _answer(request, "forbidden", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing at this address."""
    return _answer(request, "not_found", 404)


def not_this_way(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """405: a button's address that was opened, or a page's address that something was sent to."""
    return _answer(request, "not_this_way", 405)


@requires_csrf_token
def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that stood open too long: say so and lead back to it."""
    response = _answer(request, "expired_form", 403)
    patch_cache_control(response, no_store=True, private=True)
    return response


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many attempts."""
    response = _answer(request, "too_many", 429)
    seconds = getattr(exception, "retry_seconds", TOO_MANY_RETRY_SECONDS)
    response.headers["Retry-After"] = str(seconds)
    patch_cache_control(response, no_store=True, private=True)
    return response


def unavailable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """503: the database is away; the number to call is not."""
    do_without_database(request)
    response = _answer(request, "unavailable", 503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database is what failed; never fails itself."""
    is_database = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    try:
        if is_database:
            return unavailable(request)
        do_without_database(request)
        return _answer(request, "broken", 500)
    except Exception:  # noqa: BLE001 - the last page must stand whatever else fell
        return HttpResponse(
            LAST_WORDS[language_of(request.path)], status=503 if is_database else 500
        )
