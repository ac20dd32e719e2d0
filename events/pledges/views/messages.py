"""Bringing in messages and missed calls: paste or choose, see what each line does, do it, undo."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from campaigns.enums import MessageOutcome
from campaigns.models import Campaign
from campaigns.selectors.received import batches_of, outcomes_of
from campaigns.services import bring_in_sheet, log_pledges, take_back_sheet
from directory.models import User
from events.desk.views.actions import Done, lead_to
from events.pledges.forms.messages import ReceivedForm
from events.pledges.lists import batch_line, received_columns, received_rows
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

KEY = "pledge-sheet"
LOGGED_COLUMNS = ["phone_last_four", "state"]


@require_http_methods(METHODS)
@for_pledge_keeper
def messages(request: HttpRequest, user: User, campaign: Campaign) -> HttpResponse:
    """Ask for the lines; show what each would do; on confirmation count the pledges."""
    if request.method != "POST":
        return _form_page(request, user, campaign, ReceivedForm())
    form = ReceivedForm(request.POST, request.FILES)
    if not form.is_valid() or request.POST.get("back"):
        return _form_page(request, user, campaign, form)
    if not request.POST.get("confirmed"):
        return _check_page(request, user, campaign, form)
    try:
        key = key_of(request.POST.get("key", ""), KEY)
    except KeyNotOurs:
        return _check_page(request, user, campaign, form)
    batch = bring_in_sheet(
        campaign=campaign, lines=form.lines, key=key, actor=user, now=timezone.now()
    )
    refresh_year(campaign=campaign, now=timezone.now())
    words = ngettext(
        "%(count)d pledge is counted.", "%(count)d pledges are counted.", batch.counted_count
    ) % {"count": batch.counted_count}
    done = Done(SLUG, words, undo_url=pledges_url("messages_undo", batch.pk))
    return lead_to(request, pledges_url("messages"), done)


def _form_page(
    request: HttpRequest, user: User, campaign: Campaign, form: ReceivedForm
) -> HttpResponse:
    language = page_language()
    return pledges_page(
        request,
        user,
        campaign,
        "pledges/messages.html",
        title=_("Messages and missed calls"),
        form=form,
        batches=[
            batch_line(one, language, pledges_url("messages_undo", one.pk))
            for one in batches_of(campaign)
        ],
    )


def _check_page(
    request: HttpRequest, user: User, campaign: Campaign, form: ReceivedForm
) -> HttpResponse:
    outcomes = outcomes_of(campaign, form.lines)
    log_pledges(
        actor=user,
        kind="pledge-messages",
        columns=LOGGED_COLUMNS,
        count=len(outcomes),
        now=timezone.now(),
    )
    count = outcomes.count(MessageOutcome.COUNTED)
    label = ngettext("Count %(count)d pledge", "Count %(count)d pledges", count)
    return pledges_page(
        request,
        user,
        campaign,
        "pledges/messages_check.html",
        title=_("Messages and missed calls"),
        columns=received_columns(),
        rows=received_rows(form.lines, outcomes),
        count=count,
        line_count=len(outcomes),
        label=label % {"count": count} if count else "",
        text=form.as_text(),
        key=issue_key(KEY),
    )


@for_pledge_keeper
@form_stands_on("events:pledges:messages")
def undo(request: HttpRequest, user: User, campaign: Campaign, number: int) -> HttpResponse:
    """Make what a sheet counted wait again."""
    count = take_back_sheet(campaign=campaign, batch_id=number, actor=user, now=timezone.now())
    refresh_year(campaign=campaign, now=timezone.now())
    words = ngettext(
        "Taken back: %(count)d pledge waits again.",
        "Taken back: %(count)d pledges wait again.",
        count,
    )
    return lead_to(request, pledges_url("messages"), Done(SLUG, words % {"count": count}))
