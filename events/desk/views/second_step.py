"""The second step of signing in: a code from an app, which is set up here the first time."""

from base64 import b32encode
from collections.abc import Callable
from functools import wraps
from typing import Any

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_totp.models import TOTPDevice

from directory.errors import WrongCode
from directory.selectors import second_factor_of
from directory.services.second_factor import pass_second_factor, set_up_second_factor
from events.desk.forms.second_step import CodeForm
from events.desk.grants import Pending, pending_sign_in, sign_in_fully
from events.desk.views.access import desk_url, kept_by_nobody
from participants.rules.limits import SECOND_STEPS_OF_USER
from participants.services import keep_within

METHODS = ["GET", "HEAD", "POST"]
StepView = Callable[[HttpRequest, Pending], HttpResponse]


def after_the_password(view: StepView) -> Callable[[HttpRequest], HttpResponseBase]:
    """Open a step to whoever has just typed the right password; send others to the beginning."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponseBase:
        pending = pending_sign_in(request, timezone.now())
        if pending is None:
            return kept_by_nobody(HttpResponseRedirect(desk_url("home")))
        return kept_by_nobody(view(request, pending))

    return guarded


@require_http_methods(METHODS)
@after_the_password
def second_step(request: HttpRequest, pending: Pending) -> HttpResponse:
    """Ask for the code; the right one signs in."""
    if second_factor_of(pending.user).app is None:
        return HttpResponseRedirect(desk_url("set_up"))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        count_code(pending)
        try:
            device = pass_second_factor(user=pending.user, code=form.cleaned_data["code"])
        except WrongCode:
            form.refuse()
        else:
            sign_in_fully(request, pending.user, device)
            return HttpResponseRedirect(pending.target or desk_url("home"))
    context = {
        "form": form,
        "title": _("Second step"),
        "intro": _("Type the six figures your app shows now."),
    }
    return render(request, "desk/second_step.html", context)


@require_http_methods(METHODS)
@after_the_password
def set_up(request: HttpRequest, pending: Pending) -> HttpResponse:
    """Show the key for an app; the app's first code signs in and shows the recovery codes."""
    if second_factor_of(pending.user).app is not None:
        return HttpResponseRedirect(desk_url("second_step"))
    form = CodeForm(request.POST if request.method == "POST" else None, takes_recovery=False)
    if request.method == "POST" and form.is_valid():
        count_code(pending)
        try:
            device, codes = set_up_second_factor(
                user=pending.user, key=pending.key, code=form.cleaned_data["code"]
            )
        except WrongCode:
            form.refuse()
        else:
            sign_in_fully(request, pending.user, device)
            return codes_page(request, codes, pending.target)
    context = {
        "form": form,
        "title": _("Set up the second step"),
        "intro": _(
            "Besides the password you need a code from your phone, so that a password "
            "somebody else knows opens nothing."
        ),
        **words_of_key(pending),
    }
    return render(request, "desk/set_up.html", context)


def count_code(pending: Pending) -> None:
    """Count a code that is tried; raises TooManyTries, which every page answers with 429."""
    keep_within(limit=SECOND_STEPS_OF_USER, subject=str(pending.user.pk), now=timezone.now())


def words_of_key(pending: Pending) -> dict[str, Any]:
    """Return what an app needs: picture, address that opens it, and the key in groups of four."""
    url = TOTPDevice(user=pending.user, key=pending.key).config_url
    typed = b32encode(bytes.fromhex(pending.key)).decode()
    return {
        "app_url": url,
        "picture": segno.make(url, error="m").svg_data_uri(scale=5, border=4, light="#fff"),
        "key": " ".join(typed[start : start + 4] for start in range(0, len(typed), 4)),
    }


def codes_page(request: HttpRequest, codes: list[str], target: str) -> HttpResponse:
    """Show recovery codes, this once: they are kept as fingerprints only."""
    grouped = [" ".join(code[start : start + 4] for start in (0, 4, 8)) for code in codes]
    context = {
        "codes": grouped,
        "target": target or desk_url("home"),
        "title": _("Your recovery codes"),
        "intro": _(
            "Each opens your account once, when the phone is lost. Write them down or print "
            "them, and keep them away from the phone. They are never shown again."
        ),
    }
    return render(request, "desk/recovery_codes.html", context)
