"""Issuing certificates at the desk: to all who took part, to one by name, and taking one back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.models import User
from events.desk.forms.prints import IssueForm, OneCertificateForm, WithdrawForm
from events.desk.rules import search_terms
from events.desk.views.access import desk_url
from events.desk.views.actions import CONFLICT, Done, lead_to, what_was_done
from events.desk.views.prints.shelf import Choice
from events.prints.errors import NoSuchCertificate, TooEarlyForCertificates
from events.prints.selectors import (
    confirmed_registrations,
    has_begun,
    registrations_that_took_part,
    standing_certificates,
)
from events.prints.services import (
    issue_certificate_by_name,
    issue_certificates,
    withdraw_certificate,
)

Answer = tuple[HttpResponse | None, dict[str, Any]]


def answer_of(request: HttpRequest, user: User, choice: Choice) -> Answer:
    """Do what was posted, if anything; return where it leads, or what the page shows besides."""
    act = request.POST.get("act", "") if request.method == "POST" else ""
    forms: dict[str, Any] = {
        "issue": IssueForm(request.POST if act == "issue" else None),
        "one": OneCertificateForm(request.POST if act == "one" else None),
        "withdraw": WithdrawForm(request.POST if act == "withdraw" else None),
    }
    extra = _facts(request, choice, forms)
    form = forms.get(act)
    if form is None or not form.is_valid():
        return None, extra
    try:
        done = _act(act, form.cleaned_data, user, choice)
    except TooEarlyForCertificates:
        return None, extra | {"status": CONFLICT}
    except NoSuchCertificate:
        form.add_error("code", _("This event has no certificate with this code that still holds."))
        return None, extra
    if done is None:
        form.add_error("reference", _("No registration of this event has this reference number."))
        return None, extra
    here = desk_url("print_sheet", choice.event.slug, choice.sheet.value)
    return lead_to(request, here, done), {}


def _act(act: str, cleaned: dict[str, Any], user: User, choice: Choice) -> Done | None:
    event, now = choice.event, choice.now
    if act == "withdraw":
        code = withdraw_certificate(event=event, actor=user, code=cleaned["code"], now=now)
        return Done(event.slug, _("Taken back: %(code)s") % {"code": code})
    if act == "one":
        made = issue_certificate_by_name(
            event=event,
            actor=user,
            full_name=cleaned["full_name"],
            is_child=cleaned["is_child"],
            now=now,
        )
        return Done(event.slug, _("Issued: %(code)s. Print it below.") % {"code": made.code})
    reference = ""
    if cleaned["reference"]:
        reference = _reference_of(choice, cleaned["reference"])
        if not reference:
            return None
    count = issue_certificates(event=event, actor=user, now=now, reference=reference)
    said = ngettext("%(count)d certificate issued", "%(count)d certificates issued", count)
    return Done(event.slug, said % {"count": count})


def _reference_of(choice: Choice, typed: str) -> str:
    """Return the reference of one confirmed registration, typed with or without its city."""
    ending = search_terms(typed).reference_end
    if not ending:
        return ""
    found = confirmed_registrations(choice.event).filter(reference__endswith=ending).first()
    return found.reference if found else ""


def _facts(request: HttpRequest, choice: Choice, forms: dict[str, Any]) -> dict[str, Any]:
    event = choice.event
    latest = standing_certificates(event).filter(registration__isnull=True).last()
    pdf_url = f"{desk_url('print_pdf', event.slug, choice.sheet.value)}?{choice.form.query()}"
    return {
        "issue_form": forms["issue"],
        "one_form": forms["one"],
        "withdraw_form": forms["withdraw"],
        "can_issue": has_begun(event, choice.now),
        "is_counted": registrations_that_took_part(event) is not None,
        "registered": confirmed_registrations(event).count(),
        "issued": standing_certificates(event).count(),
        "latest_url": f"{pdf_url}&code={latest.code}" if latest else "",
        "done": what_was_done(request, event),
    }
