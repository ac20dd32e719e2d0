"""Signing in and out, and what is said to whoever tried too often."""

from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from directory.models import User
from directory.selectors import is_excused_from_second_factor, second_factor_of
from events.desk.forms.signing_in import SignInForm
from events.desk.grants import begin_signing_in, sign_in_fully
from events.desk.views.access import desk_url, kept_by_nobody
from participants.views import form_stands_on

# As long as AXES_COOLOFF_TIME.
TRY_AGAIN_AFTER_SECONDS = 15 * 60


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Show the form; on the right password go on to the second step, or in where none is asked."""
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return kept_by_nobody(go_on(request, form.get_user(), form.target))
    return kept_by_nobody(render(request, "desk/login.html", {"form": form}))


def go_on(request: HttpRequest, user: User, target: str) -> HttpResponse:
    """Lead somebody whose password was right to what is next for them."""
    if is_excused_from_second_factor(user):
        sign_in_fully(request, user, None)
        return HttpResponseRedirect(target or desk_url("home"))
    begin_signing_in(request, user, target, timezone.now())
    name = "second_step" if second_factor_of(user).app else "set_up"
    return HttpResponseRedirect(desk_url(name))


@form_stands_on("events:desk:home")
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
