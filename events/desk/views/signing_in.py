"""Signing in and out, and what is said to whoever tried too often."""

from typing import Any

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST

from events.desk.forms.signing_in import SignInForm
from events.desk.views.access import desk_url, kept_by_nobody

# As long as AXES_COOLOFF_TIME.
TRY_AGAIN_AFTER_SECONDS = 15 * 60


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Show the form; on the right password begin a new session and go where one wanted to."""
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return kept_by_nobody(HttpResponseRedirect(form.target or desk_url("home")))
    return kept_by_nobody(render(request, "desk/login.html", {"form": form}))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """End the session."""
    logout(request)
    return kept_by_nobody(HttpResponseRedirect(desk_url("home")))


def locked_out(request: HttpRequest, *details: Any) -> HttpResponse:
    """Answer somebody who guessed too often, in the page's language, with the helpline."""
    response = render(request, "errors/too_many.html", {"status": 429}, status=429)
    response.headers["Retry-After"] = str(TRY_AGAIN_AFTER_SECONDS)
    kept_by_nobody(response)
    return response
