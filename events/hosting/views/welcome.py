"""How a new host comes in: the link from the message, a password of their own, then the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.hosting.forms.welcome import ChoosePasswordForm
from events.hosting.services.way_in import choose_password, user_of_way_in
from events.registration.views.own_access import private, see_other

WAY_IN = "way_in"


@never_cache
@require_safe
def welcome_link(request: HttpRequest, token: str) -> HttpResponse:
    """Put the secret of the address into the session, and leave the address behind."""
    if user_of_way_in(token) is None:
        return _ended(request)
    request.session[WAY_IN] = token
    return private(see_other(reverse("events:welcome")))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Ask for a password; on POST write it, which ends the link."""
    user = user_of_way_in(str(request.session.get(WAY_IN, "")))
    if user is None:
        return _ended(request)
    form = ChoosePasswordForm(request.POST if request.method == "POST" else None, user=user)
    if request.method == "POST" and form.is_valid():
        choose_password(user=user, password=form.cleaned_data["password"])
        del request.session[WAY_IN]
        return private(see_other(reverse("events:welcome_done")))
    return private(
        render(request, "hosting/welcome.html", {"form": form, "username": user.username})
    )


@never_cache
@require_safe
def welcome_done(request: HttpRequest) -> HttpResponse:
    """Say what comes next; the page knows nobody."""
    return private(render(request, "hosting/welcome_done.html"))


def _ended(request: HttpRequest) -> HttpResponse:
    """Say that the link has ended, the same whether it ever worked or not."""
    return private(render(request, "hosting/welcome_ended.html", status=404))
