"""A pledger's own page: how to confirm, thanks, the wall, a way back; it acts on POST only."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.enums import PledgeState
from campaigns.forms import CodeForm
from campaigns.models import Campaign, Pledge
from campaigns.rules.codes import sms_link
from campaigns.selectors.pledges import pledge_of_token, pledge_standing, statements_of
from campaigns.services import (
    confirm_by_code,
    confirm_pledge,
    issue_pledge_link,
    leave_the_wall,
    send_code,
    withdraw_pledge,
)
from campaigns.views.access import (
    METHODS,
    Held,
    back_to_own_page,
    for_pledger,
    forget,
    grant,
    missing,
    own_address,
    what_was_done,
)
from messaging.selectors import phone_channel
from participants.rules.phones import national_form, whatsapp_address
from participants.views import (
    Question,
    ask_first,
    form_stands_on,
    page_language,
    private,
    see_other,
)

SAID_WORDS: dict[str, Promise] = {
    "code-sent": gettext_lazy("A new code is on its way."),
    "code-limit": gettext_lazy("Enough codes were sent for today. Please use another way."),
    "off-the-wall": gettext_lazy("Your name is off the wall. Your pledge counts as before."),
}
CODE_WRONG = gettext_lazy(
    "This is not the code, or it is too old. Look again, or have a new one sent."
)


@never_cache
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret in the address for a grant, and leave the secret behind."""
    found = pledge_of_token(token)
    if found is None:
        return missing(request)
    grant(request, found.reference, timezone.now(), is_proven=True)
    return private(HttpResponseRedirect(own_address(found)))


@require_safe
@for_pledger
def own_page(request: HttpRequest, held: Held) -> HttpResponse:
    """Show one pledge to whoever holds its grant."""
    said = SAID_WORDS.get(what_was_done(request, held), "")
    return _page(request, held, said=said)


@form_stands_on("campaigns:pledge_own", "reference")
@for_pledger
def confirm(request: HttpRequest, held: Held) -> HttpResponse:
    """Count the pledge of whoever came by the link in the e-mail; nobody else has the button."""
    if held.is_proven:
        confirm_pledge(pledge=held.pledge, now=held.now)
    return see_other(own_address(held.pledge))


@form_stands_on("campaigns:pledge_own", "reference")
@for_pledger
def code(request: HttpRequest, held: Held) -> HttpResponse:
    """Count the pledge by the digits of a text; with `again` send new ones."""
    if request.POST.get("again"):
        is_sent = send_code(pledge=held.pledge, now=held.now)
        return back_to_own_page(request, held, "code-sent" if is_sent else "code-limit")
    form = CodeForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data["digits"]
        if confirm_by_code(pledge=held.pledge, typed=typed, now=held.now):
            return see_other(own_address(held.pledge))
        form.add_error("digits", str(CODE_WRONG))
    return _page(request, held, code_form=form)


@require_http_methods(METHODS)
@for_pledger
def withdraw(request: HttpRequest, held: Held) -> HttpResponse:
    """Ask first (GET), then take the pledge back (POST)."""
    if request.method == "POST":
        withdraw_pledge(pledge=held.pledge, is_proven=held.is_proven)
        return see_other(own_address(held.pledge))
    question = Question(
        title=_("Really withdraw this pledge?"),
        texts=[
            _(
                "It is no longer counted, and your details are deleted within a day."
                " You can take the pledge again at any time."
            )
        ],
        action=_("Withdraw this pledge"),
        keep_url=own_address(held.pledge),
    )
    return ask_first(request, question)


@form_stands_on("campaigns:pledge_own", "reference")
@for_pledger
def leave_wall(request: HttpRequest, held: Held) -> HttpResponse:
    """Take the name off the wall."""
    leave_the_wall(pledge=held.pledge)
    return back_to_own_page(request, held, "off-the-wall")


@form_stands_on("campaigns:pledge_own", "reference")
@for_pledger
def new_link(request: HttpRequest, held: Held) -> HttpResponse:
    """Make a way back and show it this once: only its hash is kept."""
    token = issue_pledge_link(pledge=held.pledge, now=held.now)
    link = settings.BASE_URL + reverse("campaigns:pledge_confirm", args=[token]) if token else ""
    return _page(request, held, own_link=link)


@never_cache
@form_stands_on("campaigns:pledge_own", "reference")
def done(request: HttpRequest, reference: str) -> HttpResponse:
    """Forget this pledge on this phone."""
    forget(request, reference)
    return private(see_other(f"/{page_language()}/"))


def _page(request: HttpRequest, held: Held, **more: Any) -> HttpResponse:
    pledge, campaign = held.pledge, held.pledge.campaign
    # Only who proved to hold the mailbox is told that it is counted already.
    pledge.refresh_from_db(fields=["state", "confirmed_by", "wall_state", "confirmed_at"])
    standing = pledge_standing(pledge)
    link = str(more.get("own_link", ""))
    context = {
        "campaign": campaign,
        "pledge": pledge,
        "standing": standing.value,
        "statements": statements_of(pledge, page_language()),
        "may_confirm": held.is_proven and bool(pledge.email_key),
        "ways": _ways(pledge, campaign) if standing == PledgeState.PENDING else None,
        "code_form": CodeForm() if _takes_code(pledge) else None,
        "again_fields": {"again": "1"},
        "card_url": reverse("campaigns:pledge_card"),
        "wall_url": reverse("campaigns:pledge_wall"),
        "said": "",
        "own_link": link,
        "own_link_whatsapp": whatsapp_address(": ".join([_("My pledge"), link])),
        **more,
    }
    return render(request, "campaigns/pledge_own.html", context)


def _takes_code(pledge: Pledge) -> bool:
    return bool(pledge.phone_key) and phone_channel() is not None


def _ways(pledge: Pledge, campaign: Campaign) -> dict[str, str] | None:
    """Return how somebody confirms by phone at no cost, by name; none for who gave an address."""
    if not pledge.phone_key:
        return None
    text = " ".join([_("My pledge"), pledge.reference])
    whatsapp, sms = campaign.whatsapp_number, campaign.sms_number
    return {
        "text": text,
        "whatsapp": whatsapp_address(text, whatsapp) if whatsapp else "",
        "sms": sms_link(sms, text) if sms else "",
        "sms_number": sms,
        "call": campaign.missed_call_number,
        "call_shown": _as_dialled(campaign.missed_call_number),
    }


def _as_dialled(number: str) -> str:
    return national_form(number) if number.startswith("+92") else number
