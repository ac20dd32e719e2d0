"""The registration form, its check page, and the registration itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.errors import NoPlacesLeft, RegistrationNotOpen
from events.models import Event, Registration
from events.registration.forms import RegistrationForm
from events.registration.grants import grant
from events.registration.rules import key_purpose
from events.registration.services import register_party
from events.registration.views.facts import check_facts
from events.selectors import (
    OPEN_STATUSES,
    STATUS_LABELS,
    card_of,
    event_cards,
    event_status,
    places_of,
)
from events.views.pages import closed_at, page_language
from participants.errors import KeyNotOurs, KeyReused
from participants.rules.keys import issue_key, key_of

CONFLICT = 409


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form; on POST the check page; once confirmed, register and go to the own page."""
    event = get_object_or_404(Event.objects.published(), slug=slug)
    is_open = event_status(event, timezone.now()) in OPEN_STATUSES
    if request.method == "POST":
        return _posted(request, event, is_open=is_open)
    if not is_open:
        return _not_open(request, event)
    return _form_page(request, event, RegistrationForm(), _new_key(event))


def _posted(request: HttpRequest, event: Event, *, is_open: bool) -> HttpResponse:
    form = RegistrationForm(request.POST)
    if request.POST.get("confirmed") and form.is_valid():
        # Open or not: a second press of the button may follow the party that took the last place.
        return _confirmed(request, event, form)
    if not is_open:
        return _not_open(request, event)
    if request.POST.get("change"):
        # Back from the check page with everything that was typed, and no complaints.
        typed = {field.name: field.value() for field in form}
        return _form_page(request, event, RegistrationForm(initial=typed), _new_key(event))
    if not form.is_valid():
        key = request.POST.get("key") or _new_key(event)
        return _form_page(request, event, form, key)
    return _check_page(request, event, form, request.POST.get("key", ""))


def _confirmed(request: HttpRequest, event: Event, form: RegistrationForm) -> HttpResponse:
    now = timezone.now()
    try:
        registration = register_party(
            event=event,
            submission=form.submission(),
            key=key_of(request.POST.get("key", ""), key_purpose(event.slug)),
            language=page_language(),
            now=now,
        )
    except (KeyNotOurs, KeyReused):
        message = _("Please look at your details once more and confirm them.")
        return _check_page(request, event, form, _new_key(event), message)
    except RegistrationNotOpen:
        return _not_open(request, event)
    except NoPlacesLeft:
        return _too_few_places(request, event, form)
    return _to_own_page(request, registration)


def _to_own_page(request: HttpRequest, registration: Registration) -> HttpResponse:
    grant(request, registration.reference, timezone.now())
    location = reverse("events:own", args=[registration.reference])
    return HttpResponse(status=303, headers={"Location": location})


def _new_key(event: Event) -> str:
    return issue_key(key_purpose(event.slug))


def _form_page(
    request: HttpRequest, event: Event, form: RegistrationForm, key: str, status: int = 200
) -> HttpResponse:
    context = _context(event) | {"form": form, "key": key}
    return render(request, "events/register.html", context, status=status)


def _check_page(
    request: HttpRequest, event: Event, form: RegistrationForm, key: str, message: str = ""
) -> HttpResponse:
    try:
        key_of(key, key_purpose(event.slug))
    except KeyNotOurs:
        key = _new_key(event)
    submission = form.submission()
    context = _context(event) | {
        "form": form,
        "facts": check_facts(submission),
        "key": key,
        "message": message,
        "button": ngettext(
            "Register %(count)d person", "Register %(count)d people", submission.party_size
        )
        % {"count": submission.party_size},
    }
    return render(request, "events/check.html", context)


def _not_open(request: HttpRequest, event: Event) -> HttpResponse:
    """Say why one cannot register now, and where one can."""
    fresh, now = Event.objects.published().get(pk=event.pk), timezone.now()
    status = event_status(fresh, now)
    cards = event_cards(language=page_language(), now=now)
    context = _context(fresh) | {
        "status": status.value,
        "status_label": STATUS_LABELS[status],
        "schedule": fresh.schedule,
        "closed_at": closed_at(fresh, now),
        "other_cards": [card for card in cards if card.register_url][:3],
    }
    return render(request, "events/not_open.html", context, status=CONFLICT)


def _too_few_places(request: HttpRequest, event: Event, form: RegistrationForm) -> HttpResponse:
    fresh = Event.objects.published().get(pk=event.pk)
    places = places_of(fresh)
    if places is None or places.free == 0:
        return _not_open(request, fresh)
    text = ngettext(
        "Only %(count)d place is left. Make the group smaller, or choose another walk.",
        "Only %(count)d places are left. Make the group smaller, or choose another walk.",
        places.free,
    )
    form.add_error("party_size", text % {"count": places.free})
    return _form_page(request, fresh, form, _new_key(fresh), status=CONFLICT)


def _context(event: Event) -> dict[str, Any]:
    card = card_of(event, language=page_language(), now=timezone.now())
    return {"event": event, "card": card, "retention_days": settings.RETENTION_DAYS}
