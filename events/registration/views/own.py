"""The registrant's own page: status, pass, a way back, cancelling; acts on POST only."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from documents.qr import qr_svg
from events.enums import RegistrationState
from events.models import Registration
from events.registration.grants import grant, is_granted, withdraw
from events.registration.selectors import (
    may_change,
    registration_by_reference,
    registration_of_token,
)
from events.registration.services.changes import cancel_registration
from events.registration.services.privacy import issue_link
from events.rules import whatsapp_address
from events.selectors import card_of, event_status
from events.views.pages import page_language


@never_cache
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret in the address for a grant, and leave the secret behind."""
    registration = registration_of_token(token)
    if registration is None:
        return _private(_missing(request))
    grant(request, registration.reference, timezone.now())
    return _private(HttpResponseRedirect(_own_address(registration.reference)))


@never_cache
@require_safe
def own_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one registration to whoever holds its grant."""
    now = timezone.now()
    registration = _granted(request, reference, now)
    if registration is None:
        return _private(_missing(request))
    return _private(_page(request, registration, now))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask first (GET), then cancel (POST)."""
    now = timezone.now()
    registration = _granted(request, reference, now)
    if registration is None:
        return _private(_missing(request))
    if request.method == "POST":
        cancel_registration(registration=registration, now=now)
    if request.method == "POST" or not may_change(registration, now):
        return _private(_see_other(_own_address(reference)))
    card = card_of(registration.event, language=page_language(), now=now)
    context = {"registration": registration, "card": card}
    return _private(render(request, "events/own_cancel.html", context))


@never_cache
@require_POST
def new_link(request: HttpRequest, reference: str) -> HttpResponse:
    """Make a new way back and show it this once: only its hash is kept."""
    now = timezone.now()
    registration = _granted(request, reference, now)
    if registration is None:
        return _private(_missing(request))
    token = issue_link(registration=registration, now=now)
    address = settings.BASE_URL + reverse("events:own_link", args=[token])
    return _private(_page(request, registration, now, own_link=address))


@never_cache
@require_POST
def done(request: HttpRequest, reference: str) -> HttpResponse:
    """Forget this registration on this phone."""
    withdraw(request, reference)
    return _private(_see_other(f"/{page_language()}/"))


def _granted(request: HttpRequest, reference: str, now: datetime.datetime) -> Registration | None:
    if not is_granted(request, reference, now):
        return None
    return registration_by_reference(reference)


def _page(
    request: HttpRequest, registration: Registration, now: datetime.datetime, own_link: str = ""
) -> HttpResponse:
    event = registration.event
    context = {
        "registration": registration,
        "event": event,
        "schedule": event.schedule,
        "card": card_of(event, language=page_language(), now=now),
        "event_status": event_status(event, now).value,
        "is_confirmed": registration.state == RegistrationState.CONFIRMED,
        "may_change": may_change(registration, now),
        "names": [attendee.full_name for attendee in registration.attendees.all()],
        "qr": mark_safe(qr_svg(registration.reference, title=_("Show this code when you arrive."))),
        "own_link": own_link,
        "own_link_whatsapp": whatsapp_address(f"{_('My registration')}: {own_link}"),
    }
    return render(request, "events/own.html", context)


def _missing(request: HttpRequest) -> HttpResponse:
    return render(request, "events/own_missing.html", status=404)


def _own_address(reference: str) -> str:
    return reverse("events:own", args=[reference])


def _see_other(location: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": location})


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
