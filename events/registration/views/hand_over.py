"""Handing a registration over to somebody else; the new link is shown once, to be passed on."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.errors import RegistrationIsClosed
from events.models import Registration
from events.registration.forms.own import HandOverForm
from events.registration.selectors import may_change, registration_by_reference
from events.registration.services.changes import hand_over
from events.registration.services.privacy import issue_link
from events.registration.views.own import link_words
from events.registration.views.own_access import (
    FORM_METHODS,
    back_to_own_page,
    for_holder,
    form_page,
)
from events.selectors import card_of
from participants.grants import withdraw
from participants.rules.keys import content_hash
from participants.services import ContactDetails
from participants.views import page_language, posted, private

HANDED_OVER = "own_page_handed_over"


@never_cache
@require_http_methods(FORM_METHODS)
def give_away(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for the new person (GET), then hand over (POST).

    From then on the registration belongs to somebody else and this browser opens it no more;
    only the same form sent again (a double tap, a reload) shows a link again instead of nothing.
    """
    now = timezone.now()
    again = _handed_over_just_now(request, reference, now)
    if again is not None:
        token = issue_link(registration=again, now=now)
        return private(_handed_over(request, again, token, now))
    return _give_away(request, reference)


@for_holder
def _give_away(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    if not may_change(registration, now):
        return back_to_own_page(request, registration, "too-late")
    form = HandOverForm(posted(request))
    if not form.is_valid():
        return form_page(request, registration, now, "events/own_hand_over.html", form=form)
    details = form.details(page_language())
    try:
        token = hand_over(registration=registration, details=details, now=now)
    except RegistrationIsClosed:
        return back_to_own_page(request, registration, "too-late")
    registration.refresh_from_db()
    withdraw(request, registration.reference)
    expires = int(now.timestamp()) + settings.OWN_PAGE_IDLE_SECONDS
    sign = [registration.reference, expires, registration.contact_id, _hash_of(details)]
    request.session[HANDED_OVER] = sign
    return _handed_over(request, registration, token, now)


def _handed_over_just_now(
    request: HttpRequest, reference: str, now: datetime.datetime
) -> Registration | None:
    """Return the registration whose handing over this very form has done a moment ago."""
    known, expires, holder, hashed = request.session.get(HANDED_OVER, ("", 0, 0, ""))
    if request.method != "POST" or known != reference or expires < now.timestamp():
        return None
    form = HandOverForm(request.POST)
    registration = registration_by_reference(reference)
    if registration is None or not form.is_valid():
        return None
    is_same = _hash_of(form.details(page_language())) == hashed
    return registration if is_same and registration.contact_id == holder else None


def _hash_of(details: ContactDetails) -> str:
    return content_hash({"name": details.full_name, "phone": details.phone, "to": details.email})


def _handed_over(
    request: HttpRequest, registration: Registration, token: str, now: datetime.datetime
) -> HttpResponse:
    contact = registration.contact
    context = {
        "card": card_of(registration.event, language=page_language(), now=now),
        "new_holder": contact,
        **link_words(token, contact.phone),
    }
    return render(request, "events/own_handed_over.html", context)
