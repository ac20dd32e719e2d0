"""The pledge: its form and its check page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from campaigns.errors import PledgesNotOpen
from campaigns.forms import PledgeForm
from campaigns.forms.partner import QUESTION
from campaigns.models import Campaign, Placement
from campaigns.rules import PledgeSubmission, key_purpose
from campaigns.rules.placements import PARAMETER
from campaigns.selectors import current_campaign
from campaigns.selectors.placements import partner_line, placement_in_use
from campaigns.services import make_pledge
from campaigns.views.access import grant, own_address
from directory.templatetags.words import isolate, isolate_runs
from participants.errors import KeyNotOurs, KeyReused
from participants.rules.keys import good_key, key_of
from participants.rules.phones import national_form
from participants.services import refuse_robots
from participants.views import page_language, see_other, visitor_address

CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the check page: what it is, and what was typed, numbers isolated."""

    label: str
    value: SafeString


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pledge(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST the check page; once confirmed, keep the pledge and go on to it."""
    campaign = current_campaign()
    if campaign is None or not campaign.takes_pledges:
        return _not_open(request)
    placement = came_by(request)
    line = partner_line(placement, page_language(), str(QUESTION))
    settled: dict[str, Any] = {"language": page_language(), "campaign": campaign, "partner": line}
    if request.method != "POST":
        return _form_page(request, campaign, PledgeForm(**settled))
    if request.POST.get("change"):
        # Back from the check page with everything that was typed, and no complaints.
        chosen = {"statements": request.POST.getlist("statements")}
        form = PledgeForm(initial=request.POST.dict() | chosen, **settled)
        return _form_page(request, campaign, form)
    form = PledgeForm(request.POST, **settled)
    if not form.is_valid():
        _refuse_robots(request, campaign)
        return _form_page(request, campaign, form, request.POST.get("key", ""))
    if not request.POST.get("confirmed"):
        key = good_key(request.POST.get("key", ""), key_purpose(campaign.year))
        if key != request.POST.get("key"):
            _refuse_robots(request, campaign)
        return _check_page(request, campaign, form, key)
    return _confirmed(request, campaign, form, placement)


def came_by(request: HttpRequest) -> Placement | None:
    """Return the placement whose code stands in the address; a wrong one is no placement."""
    return placement_in_use(request.GET.get(PARAMETER, ""))


def _confirmed(
    request: HttpRequest, campaign: Campaign, form: PledgeForm, placement: Placement | None
) -> HttpResponse:
    now = timezone.now()
    try:
        made = make_pledge(
            campaign=campaign,
            submission=form.submission(),
            key=key_of(request.POST.get("key", ""), key_purpose(campaign.year)),
            language=page_language(),
            now=now,
            address=visitor_address(request),
            placement=placement,
        )
    except (KeyNotOurs, KeyReused):
        _refuse_robots(request, campaign)
        message = _("Please look at your details once more and confirm them.")
        return _check_page(request, campaign, form, "", message)
    except PledgesNotOpen:
        return _not_open(request)
    # Whoever typed an address has not proved that it is theirs.
    grant(request, made.reference, now, is_proven=False)
    return see_other(own_address(made))


def _refuse_robots(request: HttpRequest, campaign: Campaign) -> None:
    """Count a post that came without our key or could not be used; see refuse_robots."""
    key, form = request.POST.get("key", ""), key_purpose(campaign.year)
    refuse_robots(form=form, key=key, address=visitor_address(request), now=timezone.now())


def _form_page(
    request: HttpRequest, campaign: Campaign, form: PledgeForm, key: str = ""
) -> HttpResponse:
    context = {"campaign": campaign, "form": form, "key": good_key(key, key_purpose(campaign.year))}
    return render(request, "campaigns/pledge.html", context)


def _check_page(
    request: HttpRequest, campaign: Campaign, form: PledgeForm, key: str, message: str = ""
) -> HttpResponse:
    submission = form.submission()
    context = {
        "campaign": campaign,
        "form": form,
        "key": good_key(key, key_purpose(campaign.year)),
        "facts": _facts(submission, form),
        "has_email": bool(submission.email),
        "message": message,
    }
    return render(request, "campaigns/pledge_check.html", context)


def _facts(submission: PledgeSubmission, form: PledgeForm) -> list[Fact]:
    lines = format_html_join(mark_safe("<br>"), "{}", ((one,) for one in form.statement_words))
    # Not `isolate`: what it sets apart stays on one line, and a long address must break.
    email = format_html('<bdi dir="ltr">{}</bdi>', submission.email)
    wall = _("My first name and my city") if submission.wants_wall else _("Nothing of me")
    facts = [
        (_("And I will"), isolate_runs(lines), bool(form.statement_words)),
        (_("Name"), isolate_runs(submission.full_name), bool(submission.full_name)),
        (_("Email"), email, bool(submission.email)),
        (_("Mobile number"), isolate(national_form(submission.phone)), bool(submission.phone)),
        (_("City"), isolate_runs(form.city_name), True),
        (_("On the pledge wall"), isolate_runs(wall), True),
        (_("Partner"), isolate_runs(submission.partner_wording), bool(submission.partner_wording)),
    ]
    return [Fact(label, value) for label, value, is_given in facts if is_given]


def _not_open(request: HttpRequest) -> HttpResponse:
    status = CONFLICT if request.method == "POST" else None
    return render(request, "campaigns/pledge_not_open.html", status=status)
