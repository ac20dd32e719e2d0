"""Marking pledges by conditions: say which, see how many, do it, take it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from campaigns.enums import PledgeState
from campaigns.errors import CountHasChanged
from campaigns.models import Campaign
from campaigns.selectors.screening import pledges_by_state, pledges_to_mark, states_of
from campaigns.services import apply_measure, undo_measure
from directory.models import User
from events.desk.views.actions import Done, lead_to
from events.pledges.forms.marking import MarkForm
from events.pledges.lists import tiles_of
from events.pledges.views.access import (
    METHODS,
    SLUG,
    for_pledge_keeper,
    pledges_page,
    pledges_url,
)
from events.tallying.services import refresh_year
from participants.errors import KeyNotOurs
from participants.rules.keys import issue_key, key_of
from participants.views import form_stands_on, page_language

KEY = "pledge-measure"


@require_http_methods(METHODS)
@for_pledge_keeper
def mark(request: HttpRequest, user: User, campaign: Campaign) -> HttpResponse:
    """Ask which pledges are meant; then show how many; then mark them, all or none."""
    if request.method != "POST":
        form = MarkForm(language=page_language())
        return _form_page(request, user, campaign, form)
    form = MarkForm(request.POST, language=page_language())
    if request.POST.get("back") or not form.is_valid():
        return _form_page(request, user, campaign, form)
    if not request.POST.get("confirmed"):
        return _check_page(request, user, campaign, form)
    return _marked(request, user, campaign, form)


def _form_page(
    request: HttpRequest, user: User, campaign: Campaign, form: MarkForm
) -> HttpResponse:
    return pledges_page(
        request, user, campaign, "pledges/mark.html", title=_("Mark pledges"), form=form
    )


def _check_page(
    request: HttpRequest, user: User, campaign: Campaign, form: MarkForm, message: str = ""
) -> HttpResponse:
    state = form.cleaned_data["mark"]
    counts = states_of(pledges_to_mark(campaign, form.conditions(), state))
    count = sum(counts.values())
    counted = pledges_by_state(campaign)[PledgeState.CONFIRMED]
    change = count if state == PledgeState.CONFIRMED else -counts[PledgeState.CONFIRMED]
    return pledges_page(
        request,
        user,
        campaign,
        "pledges/mark_check.html",
        title=_("Mark pledges"),
        form=form,
        count=count,
        tiles=[tile for tile in tiles_of(counts) if tile.number],
        counted_now=counted,
        counted_then=counted + change,
        key=issue_key(KEY),
        message=message,
    )


def _marked(request: HttpRequest, user: User, campaign: Campaign, form: MarkForm) -> HttpResponse:
    try:
        measure = apply_measure(
            campaign=campaign,
            conditions=form.conditions(),
            mark=PledgeState(form.cleaned_data["mark"]),
            expected=_expected(request.POST.get("expected", "")),
            key=key_of(request.POST.get("key", ""), KEY),
            actor=user,
            now=timezone.now(),
        )
    except (CountHasChanged, KeyNotOurs):
        words = _("The number has changed meanwhile. Please look once more; nothing was done.")
        return _check_page(request, user, campaign, form, words)
    refresh_year(campaign=campaign, now=timezone.now())
    words = ngettext(
        "%(count)d pledge was marked.", "%(count)d pledges were marked.", measure.pledge_count
    )
    said: dict[str, Any] = {"words": words % {"count": measure.pledge_count}}
    done = Done(SLUG, undo_url=pledges_url("mark_undo"), **said)
    return lead_to(request, pledges_url("overview"), done)


def _expected(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1


@for_pledge_keeper
@form_stands_on("events:pledges:overview")
def undo(request: HttpRequest, user: User, campaign: Campaign) -> HttpResponse:
    """Take the latest measure back."""
    restored = undo_measure(campaign=campaign, actor=user, now=timezone.now())
    refresh_year(campaign=campaign, now=timezone.now())
    words = ngettext(
        "Taken back: %(count)d pledge stands as before.",
        "Taken back: %(count)d pledges stand as before.",
        restored,
    )
    done = Done(SLUG, words % {"count": restored})
    return lead_to(request, pledges_url("overview"), done)
