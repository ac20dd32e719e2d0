"""The pledge: form, check page, thanks, and the page behind the link in the e-mail."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.errors import PledgesNotOpen
from campaigns.forms import PledgeForm
from campaigns.models import Campaign
from campaigns.rules import PledgeSubmission, key_purpose
from campaigns.selectors import current_campaign, pledge_of_token, pledge_standing
from campaigns.services import confirm_pledge, make_pledge, withdraw_pledge
from directory.templatetags.words import isolate, isolate_runs
from participants.errors import KeyNotOurs, KeyReused
from participants.rules.keys import issue_key, key_of
from participants.rules.phones import national_form
from participants.services import refuse_robots
from participants.views import visitor_address

SEE_OTHER, NOT_FOUND, CONFLICT = 303, 404, 409


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the check page: what it is, and what was typed, numbers isolated."""

    label: str
    value: SafeString


def page_language() -> str:
    """Return "ur" or "en", as the address said."""
    return (get_language() or "ur")[:2]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pledge(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST the check page; once confirmed, keep the pledge and give thanks."""
    campaign = current_campaign()
    if campaign is None or not campaign.takes_pledges:
        return _not_open(request)
    language = page_language()
    if request.method != "POST":
        return _form_page(request, campaign, PledgeForm(language=language))
    if request.POST.get("change"):
        # Back from the check page with everything that was typed, and no complaints.
        form = PledgeForm(initial=request.POST.dict(), language=language)
        return _form_page(request, campaign, form)
    form = PledgeForm(request.POST, language=language)
    if not form.is_valid():
        _refuse_robots(request, campaign)
        return _form_page(request, campaign, form, request.POST.get("key", ""))
    if not request.POST.get("confirmed"):
        key = _good_key(campaign, request.POST.get("key", ""))
        if key != request.POST.get("key"):
            _refuse_robots(request, campaign)
        return _check_page(request, campaign, form, key)
    return _confirmed(request, campaign, form)


def _confirmed(request: HttpRequest, campaign: Campaign, form: PledgeForm) -> HttpResponse:
    submission = form.submission()
    try:
        make_pledge(
            campaign=campaign,
            submission=submission,
            key=key_of(request.POST.get("key", ""), key_purpose(campaign.year)),
            language=page_language(),
            now=timezone.now(),
        )
    except (KeyNotOurs, KeyReused):
        _refuse_robots(request, campaign)
        message = _("Please look at your details once more and confirm them.")
        return _check_page(request, campaign, form, "", message)
    except PledgesNotOpen:
        return _not_open(request)
    way = "email" if submission.email else "phone"
    return _see_other(f"{reverse('campaigns:pledge_thanks')}?by={way}")


def _refuse_robots(request: HttpRequest, campaign: Campaign) -> None:
    """Count a post that came without our key or could not be used; see refuse_robots."""
    key, form = request.POST.get("key", ""), key_purpose(campaign.year)
    refuse_robots(form=form, key=key, address=visitor_address(request), now=timezone.now())


def _form_page(
    request: HttpRequest, campaign: Campaign, form: PledgeForm, key: str = ""
) -> HttpResponse:
    context = {"campaign": campaign, "form": form, "key": _good_key(campaign, key)}
    return render(request, "campaigns/pledge.html", context)


def _check_page(
    request: HttpRequest, campaign: Campaign, form: PledgeForm, key: str, message: str = ""
) -> HttpResponse:
    submission = form.submission()
    context = {
        "campaign": campaign,
        "form": form,
        "key": _good_key(campaign, key),
        "facts": _facts(submission, form.city_name),
        "has_email": bool(submission.email),
        "message": message,
    }
    return render(request, "campaigns/pledge_check.html", context)


def _facts(submission: PledgeSubmission, city_name: str) -> list[Fact]:
    facts = [Fact(_("Full name"), isolate_runs(submission.full_name))]
    if submission.email:
        # Not `isolate`: what it sets apart stays on one line, and a long address must break.
        address = format_html('<bdi dir="ltr">{}</bdi>', submission.email)
        facts.append(Fact(_("Email"), address))
    if submission.phone:
        facts.append(Fact(_("Mobile number"), isolate(national_form(submission.phone))))
    return [*facts, Fact(_("City"), isolate_runs(city_name))]


def _good_key(campaign: Campaign, key: str) -> str:
    """Return the key that came if it is ours and fresh, otherwise a new one."""
    purpose = key_purpose(campaign.year)
    try:
        key_of(key, purpose)
    except KeyNotOurs:
        return issue_key(purpose)
    return key


def _not_open(request: HttpRequest) -> HttpResponse:
    status = CONFLICT if request.method == "POST" else None
    return render(request, "campaigns/pledge_not_open.html", status=status)


def _see_other(location: str) -> HttpResponse:
    return HttpResponse(status=SEE_OTHER, headers={"Location": location})


@require_safe
def pledge_thanks(request: HttpRequest) -> HttpResponse:
    """Say thanks and what comes next; `by` only chooses the words and proves nothing."""
    return render(request, "campaigns/pledge_thanks.html", {"by": request.GET.get("by", "")})


# Acts by the token in its address alone: no cookie gives any right here, so there is nothing
# to forge. And a page with no-referrer posts "Origin: null", which the CSRF check refuses.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pledge_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button; count or withdraw on POST only; opening it changes nothing."""
    response = _link_page(request, token)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _link_page(request: HttpRequest, token: str) -> HttpResponse:
    found = pledge_of_token(token)
    if found is None:
        return render(request, "campaigns/pledge_link_unknown.html", status=NOT_FOUND)
    if request.method == "POST":
        if request.POST.get("action") == "withdraw":
            withdraw_pledge(pledge=found)
        else:
            confirm_pledge(pledge=found, now=timezone.now())
        return _see_other(reverse("campaigns:pledge_confirm", args=[token]))
    context = {"campaign": found.campaign, "standing": pledge_standing(found).value}
    return render(request, "campaigns/pledge_link.html", context)
