"""What a holder changes: names, how many come, photographs, an offer, cancelling."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from events.enums import PartyKind, RegistrationState
from events.errors import NoPlacesLeft, OfferRanOut, RegistrationIsClosed
from events.models import Places, Registration
from events.registration.forms.own import PartyNamesForm, PartySizeForm
from events.registration.rules import largest_size
from events.registration.selectors import may_change
from events.registration.services.changes import (
    cancel_registration,
    choose_photographs,
    rename_party,
    resize_party,
)
from events.registration.services.waiting import accept_offer
from events.registration.views.own_access import (
    FORM_METHODS,
    back_to_own_page,
    for_holder,
    form_page,
    own_address,
)
from events.selectors import places_of
from participants.views import form_stands_on, posted, see_other

CONFLICT = 409


@require_http_methods(FORM_METHODS)
@for_holder
def cancel(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Ask first (GET), then cancel, leave the waiting list or decline the offer (POST)."""
    if request.method == "POST":
        cancel_registration(registration=registration, now=now)
    if request.method == "POST" or not may_change(registration, now):
        return see_other(own_address(registration))
    is_holding = registration.state != RegistrationState.WAITING
    return form_page(request, registration, now, "events/own_cancel.html", is_holding=is_holding)


@require_http_methods(FORM_METHODS)
@for_holder
def names(request: HttpRequest, registration: Registration, now: datetime.datetime) -> HttpResponse:
    """Change the leader's name and those of the others."""
    if not may_change(registration, now):
        return back_to_own_page(request, registration, "too-late")
    form = PartyNamesForm(posted(request), registration=registration)
    if not form.is_valid():
        return form_page(request, registration, now, "events/own_names.html", form=form)
    leader, others = form.cleaned_data["full_name"], form.names_of_others()
    try:
        rename_party(registration=registration, leader=leader, names=others, now=now)
    except RegistrationIsClosed:
        return back_to_own_page(request, registration, "too-late")
    return back_to_own_page(request, registration, "names")


@require_http_methods(FORM_METHODS)
@for_holder
def size(request: HttpRequest, registration: Registration, now: datetime.datetime) -> HttpResponse:
    """Make the party smaller, or larger as far as places are free."""
    places = places_of(registration.event)
    if places is None or not may_change(registration, now):
        return back_to_own_page(request, registration, "too-late")
    form = PartySizeForm(
        posted(request),
        registration=registration,
        most=largest_size(
            kind=registration.kind,
            largest_party=places.largest_party,
            largest_group=places.largest_group,
            capacity=places.capacity,
        ),
    )
    status = 200
    if form.is_valid() and not form.must_choose:
        try:
            return _resized(request, registration, form, now)
        except NoPlacesLeft:
            form.add_error("party_size", _too_few_places(registration))
            status = CONFLICT
    return form_page(request, registration, now, "events/own_size.html", status, form=form)


@form_stands_on("events:own", "reference")
@for_holder
def accept(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Take the offered places."""
    try:
        accept_offer(registration=registration, now=now)
    except OfferRanOut:
        return see_other(own_address(registration))
    return back_to_own_page(request, registration, "accepted")


@form_stands_on("events:own", "reference")
@for_holder
def photographs(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Note whether these people want to be photographed."""
    wants_none = request.POST.get("none") == "1"
    try:
        choose_photographs(registration=registration, wants_none=wants_none, now=now)
    except RegistrationIsClosed:
        return back_to_own_page(request, registration, "too-late")
    return back_to_own_page(request, registration, "photographs")


def _resized(
    request: HttpRequest, registration: Registration, form: PartySizeForm, now: datetime.datetime
) -> HttpResponse:
    slips = registration.consent_slips
    before = slips.count()
    try:
        changed = resize_party(
            registration=registration,
            size=form.cleaned_data["party_size"],
            now=now,
            details=form.details(),
        )
    except RegistrationIsClosed:
        return back_to_own_page(request, registration, "too-late")
    after = slips.count()
    if after > before:
        # The new ones have the highest numbers; only they are still to be printed.
        new = slips.order_by("-position").values_list("position", flat=True)[: after - before]
        return back_to_own_page(request, registration, "size-slips", detail=min(new))
    is_one_too_many = changed.kind == PartyKind.GROUP and after > changed.minors_count
    return back_to_own_page(request, registration, "size-kept" if is_one_too_many else "size")


def _too_few_places(registration: Registration) -> str:
    """Say how many more could come, or that others wait for what becomes free."""
    places = Places.objects.get(event_id=registration.event_id)
    if places.waiting:
        return _("Others are waiting for places before you. Your group can only become smaller.")
    if not places.free:
        return _("All places are taken. Your group can only become smaller.")
    text = ngettext(
        "Only %(count)d more place is free. Your group can have at most %(most)d people.",
        "Only %(count)d more places are free. Your group can have at most %(most)d people.",
        places.free,
    )
    return text % {"count": places.free, "most": registration.party_size + places.free}
