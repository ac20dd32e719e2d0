"""The registrant's own page: status, pass, a way back; acts on POST only."""

import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from documents.passes import draw_pass
from documents.qr import qr_svg
from events.calendars import google_calendar_address
from events.enums import EventState, RegistrationState
from events.models import Registration
from events.registration.rules import OwnPageState, own_page_state
from events.registration.selectors import (
    has_repeats,
    latest_change,
    may_change,
    position_in_queue,
    registration_of_token,
)
from events.registration.services.links import resend_link
from events.registration.services.privacy import issue_link
from events.registration.views.own_access import (
    back_to_own_page,
    for_holder,
    missing,
    own_address,
    what_was_done,
)
from events.registration.views.own_data import moment_words
from events.registration.views.own_pass import pass_words, when_and_where
from events.registration.views.own_words import SAID_WORDS, TITLES
from events.selectors import card_of, event_status
from events.views.facts import contact_facts
from participants.grants import grant, withdraw
from participants.rules.phones import whatsapp_address
from participants.views import form_stands_on, page_language, private, see_other

# It stands, but there is nothing left to come to or to answer.
NOTHING_TO_CHANGE = (OwnPageState.LAPSED, OwnPageState.CALLED_OFF)


@never_cache
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret in the address for a grant, and leave the secret behind."""
    registration = registration_of_token(token)
    if registration is None:
        return missing(request)
    now = timezone.now()
    grant(request, registration.reference, now, holder=registration.contact_id)
    return private(HttpResponseRedirect(own_address(registration)))


@require_safe
@for_holder
def own_page(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Show one registration to whoever holds its grant."""
    done, detail = what_was_done(request, registration)
    said = {"said": SAID_WORDS.get(done, ""), "first_new_slip": detail}
    return render(request, "events/own.html", _context(registration, now) | said)


@form_stands_on("events:own", "reference")
@for_holder
def new_link(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Make a new way back and show it this once: only its hash is kept."""
    token = issue_link(registration=registration, now=now)
    context = _context(registration, now) | link_words(token) | {"said": ""}
    return render(request, "events/own.html", context)


@form_stands_on("events:own", "reference")
@for_holder
def resend(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Send the link to the address we know, a few times an hour at most."""
    is_sent = resend_link(registration=registration, now=now)
    return back_to_own_page(request, registration, "link-sent" if is_sent else "link-limit")


@require_safe
@for_holder
def pass_picture(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Draw the pass, to be kept where no network is needed."""
    if _state(registration, now) != OwnPageState.CONFIRMED:
        raise Http404
    drawn = draw_pass(pass_words(registration, page_language()))
    response = HttpResponse(drawn, content_type="image/png")
    response["Content-Disposition"] = f'attachment; filename="{registration.reference}.png"'
    return response


@never_cache
@form_stands_on("events:own", "reference")
def done(request: HttpRequest, reference: str) -> HttpResponse:
    """Forget this registration on this phone."""
    withdraw(request, reference)
    return private(see_other(f"/{page_language()}/"))


def link_words(token: str, phone: str = "") -> dict[str, str]:
    """Return a way back, shown this once, and the message to send it on with: discreet."""
    address = settings.BASE_URL + reverse("events:own_link", args=[token])
    words = _("My registration")
    text = f"{words}: {address}"
    return {"own_link": address, "own_link_whatsapp": whatsapp_address(text, phone)}


def _state(registration: Registration, now: datetime.datetime) -> OwnPageState:
    return own_page_state(
        state=RegistrationState(registration.state),
        status=event_status(registration.event, now),
        offer_expires_at=registration.offer_expires_at,
        now=now,
    )


def _context(registration: Registration, now: datetime.datetime) -> dict[str, Any]:
    event, language, state = registration.event, page_language(), _state(registration, now)
    title, intro = TITLES[state]
    is_confirmed = state == OwnPageState.CONFIRMED
    return {
        "registration": registration,
        "event": event,
        "schedule": event.schedule,
        "card": card_of(event, language=language, now=now),
        "state": state.value,
        "title": title,
        "intro": intro,
        "is_postponed": event.schedule.state == EventState.POSTPONED,
        "change": latest_change(registration),
        "is_repeated": has_repeats(registration),
        "may_change": may_change(registration, now) and state not in NOTHING_TO_CHANGE,
        "names": [attendee.full_name for attendee in registration.attendees.all()],
        "when": when_and_where(event, language),
        "qr": _code(registration) if is_confirmed else "",
        "position": position_in_queue(registration) if state == OwnPageState.WAITING else 0,
        "deadline": moment_words(registration.offer_expires_at),
        "contact": contact_facts(event, language),
        "google_address": google_calendar_address(event, language=language),
        "retention_days": settings.RETENTION_DAYS,
        "own_link": "",
        "own_link_whatsapp": "",
        "first_new_slip": 0,
    }


def _code(registration: Registration) -> str:
    title = _("Show this code when you arrive.")
    return mark_safe(qr_svg(registration.reference, title=title))
