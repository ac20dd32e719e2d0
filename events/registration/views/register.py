"""The registration forms, their check page, and the registration itself."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from campaigns.forms.partner import QUESTION
from campaigns.models import Placement
from campaigns.rules.placements import PARAMETER, PartnerLine, carried
from campaigns.selectors.placements import partner_line
from campaigns.views.pledge import came_by
from events.enums import EventStatus
from events.errors import NoPlacesLeft, RegistrationNotOpen
from events.models import Event, Registration
from events.registration.forms.group import GroupForm
from events.registration.forms.register import PartyForm, RegistrationForm
from events.registration.rules import PartySubmission, key_purpose
from events.registration.selectors import WaitingOutlook, waiting_outlook
from events.registration.services.register import register_party
from events.registration.views.blank_form import BlankForm
from events.registration.views.facts import check_facts, outlook_lines
from events.selectors import (
    OPEN_STATUSES,
    STATUS_LABELS,
    WITH_FREE_PLACES,
    card_of,
    event_cards,
    event_status,
    event_to_register_for,
    places_of,
)
from events.views.pages import closed_at
from participants.errors import KeyNotOurs, KeyReused
from participants.grants import grant
from participants.rules.keys import issue_key, key_of
from participants.services import refuse_robots
from participants.views import page_language, visitor_address

CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks for which of an event's two forms."""

    request: HttpRequest
    event: Event
    form_class: type[PartyForm]
    template: str
    largest: int
    placement: Placement | None
    partner: PartnerLine | None

    def form(self, *, data: Any = None, initial: Any = None) -> PartyForm:
        """Return the form with the event's limits."""
        return self.form_class(data, initial=initial, largest=self.largest, partner=self.partner)

    def new_key(self) -> str:
        """Return a fresh key for the event's forms."""
        return issue_key(key_purpose(self.event.slug))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form; on POST the check page; once confirmed, register and go to the own page."""
    event = _event(slug)
    places = places_of(event)
    largest = places.largest_party if places else 1
    return _answer(_visit(request, event, RegistrationForm, "events/register.html", largest))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register_group(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for a school or an organisation, where the event takes such groups."""
    event = _event(slug)
    places = places_of(event)
    if places is None or not places.largest_group:
        raise Http404
    return _answer(_visit(request, event, GroupForm, "events/group.html", places.largest_group))


def _visit(
    request: HttpRequest, event: Event, form_class: type[PartyForm], template: str, largest: int
) -> Visit:
    placement = came_by(request)
    line = partner_line(placement, page_language(), str(QUESTION))
    return Visit(request, event, form_class, template, largest, placement, line)


def _event(slug: str) -> Event:
    event = event_to_register_for(slug)
    if event is None:
        raise Http404
    return event


def _answer(visit: Visit) -> HttpResponse:
    is_open = event_status(visit.event, timezone.now()) in OPEN_STATUSES
    if visit.request.method == "POST":
        return _posted(visit, is_open=is_open)
    if not is_open:
        return _not_open(visit)
    seal = visit.partner.seal if visit.partner else ""
    name = f"{visit.form_class.__name__} {visit.largest} {seal}"
    blank = BlankForm(visit.template, name, visit.form)
    return blank.page(visit.request, _form_context(visit), visit.new_key())


def _posted(visit: Visit, *, is_open: bool) -> HttpResponse:
    posted = visit.request.POST
    form = visit.form(data=posted)
    if posted.get("confirmed") and form.is_valid():
        # Open or not: a second press of the button may follow the party that took the last place.
        return _confirmed(visit, form)
    if not is_open:
        return _not_open(visit)
    if posted.get("change"):
        # Back from the check page with everything that was typed, and no complaints.
        typed = {field.name: field.value() for field in form}
        return _form_page(visit, visit.form(initial=typed), visit.new_key())
    if not form.is_valid():
        _refuse_robots(visit)
        return _form_page(visit, form, posted.get("key") or visit.new_key())
    return _check_page(visit, form, posted.get("key", ""))


def _confirmed(visit: Visit, form: PartyForm) -> HttpResponse:
    try:
        registration = register_party(
            event=visit.event,
            submission=form.submission(),
            key=key_of(visit.request.POST.get("key", ""), key_purpose(visit.event.slug)),
            language=page_language(),
            now=timezone.now(),
            placement=visit.placement,
        )
    except (KeyNotOurs, KeyReused):
        _refuse_robots(visit)
        message = _("Please look at your details once more and confirm them.")
        return _check_page(visit, form, visit.new_key(), message)
    except RegistrationNotOpen:
        return _not_open(visit)
    except NoPlacesLeft:
        return _too_few_places(visit, form)
    return _to_own_page(visit.request, registration)


def _to_own_page(request: HttpRequest, registration: Registration) -> HttpResponse:
    grant(request, registration.reference, timezone.now())
    location = reverse("events:own", args=[registration.reference])
    return HttpResponse(status=303, headers={"Location": location})


def _refuse_robots(visit: Visit) -> None:
    """Count a post that came without our key or could not be used; see refuse_robots."""
    key, form = visit.request.POST.get("key", ""), key_purpose(visit.event.slug)
    refuse_robots(form=form, key=key, address=visitor_address(visit.request), now=timezone.now())


def _form_page(visit: Visit, form: PartyForm, key: str, status: int = 200) -> HttpResponse:
    context = _form_context(visit) | {"form": form, "key": key}
    return render(visit.request, visit.template, context, status=status)


def _form_context(visit: Visit) -> dict[str, Any]:
    event, places = visit.event, places_of(visit.event)
    return _context(event) | {
        "origin": carried(visit.request.GET.get(PARAMETER, "")),
        "is_queue": event_status(event, timezone.now()) == EventStatus.QUEUE,
        "largest_group": places.largest_group if places else 0,
    }


def _check_page(visit: Visit, form: PartyForm, key: str, message: str = "") -> HttpResponse:
    try:
        key_of(key, key_purpose(visit.event.slug))
    except KeyNotOurs:
        _refuse_robots(visit)
        key = visit.new_key()
    submission = form.submission()
    try:
        outlook = waiting_outlook(visit.event, submission.party_size)
    except NoPlacesLeft:
        return _too_few_places(visit, form)
    context = _context(visit.event) | {
        "form": form,
        "facts": check_facts(submission),
        "key": key,
        "message": message,
        "outlook": outlook_lines(outlook) if outlook else [],
        "button": _button(submission, outlook),
    }
    return render(visit.request, "events/check.html", context)


def _button(submission: PartySubmission, outlook: WaitingOutlook | None) -> str:
    size = submission.party_size
    if outlook:
        words = ngettext(
            "Put %(count)d person on the waiting list",
            "Put %(count)d people on the waiting list",
            size,
        )
    else:
        words = ngettext("Register %(count)d person", "Register %(count)d people", size)
    return words % {"count": size}


def _not_open(visit: Visit) -> HttpResponse:
    """Say why one cannot register now, and where one can."""
    fresh, now = Event.objects.published().get(pk=visit.event.pk), timezone.now()
    status = event_status(fresh, now)
    cards = event_cards(language=page_language(), now=now)
    context = _context(fresh) | {
        "status": status.value,
        "status_label": STATUS_LABELS[status],
        "schedule": fresh.schedule,
        "closed_at": closed_at(fresh, now),
        "other_cards": [card for card in cards if card.status in WITH_FREE_PLACES][:3],
    }
    return render(visit.request, "events/not_open.html", context, status=CONFLICT)


def _too_few_places(visit: Visit, form: PartyForm) -> HttpResponse:
    """Show the form again with what a smaller party could have, or that there is nothing."""
    places = places_of(Event.objects.published().get(pk=visit.event.pk))
    if places is None or (places.free == 0 and not places.has_waiting_list):
        return _not_open(visit)
    if places.has_waiting_list:
        count, text = (
            places.capacity,
            ngettext(
                "This event has room for %(count)d person altogether. Make the group smaller.",
                "This event has room for %(count)d people altogether. Make the group smaller.",
                places.capacity,
            ),
        )
    else:
        count, text = (
            places.free,
            ngettext(
                "Only %(count)d place is left. Make the group smaller, or choose another walk.",
                "Only %(count)d places are left. Make the group smaller, or choose another walk.",
                places.free,
            ),
        )
    form.add_error("party_size", text % {"count": count})
    return _form_page(visit, form, visit.new_key(), status=CONFLICT)


def _context(event: Event) -> dict[str, Any]:
    card = card_of(event, language=page_language(), now=timezone.now())
    return {"event": event, "card": card, "retention_days": settings.RETENTION_DAYS}
