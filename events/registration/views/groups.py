"""What a party's holder does later: names by paste or sheet, slips to print, a repeat to keep."""

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from documents.slips import draw_slips
from events.errors import RegistrationIsClosed
from events.models import Registration
from events.registration.forms.names import NamesForm
from events.registration.lists import slip_sheet
from events.registration.selectors import has_repeats, may_change, most_names
from events.registration.services.groups import set_names
from events.registration.services.merges import keep_all_of
from events.registration.views.own_access import back_to_own_page, for_holder, own_address
from events.selectors import card_of
from participants.views import page_language, see_other

FAULTS_SHOWN = 50
LONGEST_SLIP_NUMBER = 4


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def names(request: HttpRequest, registration: Registration, now: datetime.datetime) -> HttpResponse:
    """Show the form; on POST what was read of it; once confirmed, save all of it or nothing."""
    limit = most_names(registration)
    if not limit or not may_change(registration, now):
        return see_other(own_address(registration))
    if request.method != "POST":
        known = "\n".join(person.full_name for person in registration.attendees.all())
        return _names_page(request, registration, NamesForm(limit=limit, initial={"names": known}))
    form = NamesForm(request.POST, request.FILES, limit=limit)
    if not form.is_valid():
        return _names_page(request, registration, form)
    if request.POST.get("confirmed"):
        return _save(request, registration, form, now)
    if request.POST.get("change"):
        known = "\n".join(form.found.lines)
        return _names_page(request, registration, NamesForm(limit=limit, initial={"names": known}))
    return _preview(request, registration, form)


@require_safe
@for_holder
def slips_pdf(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Draw a slip for each child of one's own group, to be signed at home; `first` on, if given."""
    first = _number(request.GET.get("first", ""))
    slips = list(registration.consent_slips.filter(position__gte=first).order_by("position"))
    if not slips:
        raise Http404
    drawn = draw_slips(slip_sheet(registration.event, slips))
    response = HttpResponse(drawn, content_type="application/pdf")
    name = f"slips-{registration.reference}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def repeat(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Say that somebody registered again with this number; on POST keep everything as it is."""
    if request.method == "POST":
        keep_all_of(earlier=registration)
        return back_to_own_page(request, registration, "kept-both")
    if not has_repeats(registration):
        return see_other(own_address(registration))
    card = card_of(registration.event, language=page_language(), now=now)
    context = {"registration": registration, "card": card}
    return render(request, "events/group_repeat.html", context)


def _number(typed: str) -> int:
    """Return a slip's number as a link has it; anything else is no number."""
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_SLIP_NUMBER
    return int(typed) if is_number else 0


def _save(
    request: HttpRequest, registration: Registration, form: NamesForm, now: datetime.datetime
) -> HttpResponse:
    try:
        set_names(registration=registration, names=form.found.names, now=now)
    except RegistrationIsClosed:
        return see_other(own_address(registration))
    return back_to_own_page(request, registration, "names-saved")


def _preview(request: HttpRequest, registration: Registration, form: NamesForm) -> HttpResponse:
    found = form.found
    context = {
        "registration": registration,
        "names": found.names,
        "text": "\n".join(found.names),
        "limit": form.limit,
        "missing": form.limit - len(found.names),
        "repeated": found.repeated,
    }
    return render(request, "events/group_names_check.html", context)


def _names_page(request: HttpRequest, registration: Registration, form: NamesForm) -> HttpResponse:
    faults = form.found.faults
    context = {
        "registration": registration,
        "form": form,
        "limit": form.limit,
        "faults": faults[:FAULTS_SHOWN],
        "more_faults": max(0, len(faults) - FAULTS_SHOWN),
    }
    return render(request, "events/group_names.html", context)
