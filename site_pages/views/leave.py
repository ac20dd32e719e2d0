"""The way out: one tap, no script, nothing carried along."""

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control

# No Clear-Site-Data: browsers take seconds over it, and sensitive pages are not kept anyway.


def leave(request: HttpRequest) -> HttpResponse:
    """End the session if there is one and go to a page nobody asks about."""
    response = HttpResponseRedirect(settings.EXIT_ADDRESS)
    response.headers["Referrer-Policy"] = "no-referrer"
    patch_cache_control(response, no_store=True)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        _end_session(request)
    # Whoever only opened a form has no session, but still the form's cookie on the phone.
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        if name in request.COOKIES:
            response.delete_cookie(name, samesite="Lax")
    return response


def _end_session(request: HttpRequest) -> None:
    try:
        request.session.flush()
    except (DatabaseError, InterfaceError):
        # Leaving must not wait for a database; the cookie goes either way.
        request.session.modified = False
