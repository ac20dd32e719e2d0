"""Applications to join at the desk: the list, logged before it is shown, and one of them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.enums import JoinState
from campaigns.joining.lists import (
    LOGGED_COLUMNS,
    REASON_LABELS,
    moment_words,
    row_of,
    state_words,
)
from campaigns.joining.rules import may_change
from campaigns.joining.selectors import join_applications
from campaigns.joining.services.deciding import log_applications
from campaigns.models import JoinApplication
from directory.models import User
from events.desk.views.access import frame, page_language, signed_in_only
from events.network.views.access import (
    application_page,
    for_keeper,
    list_title,
    must_keep,
    network_url,
    what_was_said,
)
from messaging.enums import Reach
from messaging.selectors import reach_of

ROWS_PER_PAGE = 30


@require_safe
@signed_in_only
def applications(request: HttpRequest, user: User) -> HttpResponse:
    """Show who wants to join, those without an answer first; logged before anything is shown."""
    must_keep(user)
    page = Paginator(join_applications(), ROWS_PER_PAGE).get_page(request.GET.get("page"))
    found = list(page.object_list)
    log_applications(actor=user, count=len(found), columns=LOGGED_COLUMNS, now=timezone.now())
    language, here = page_language(), network_url("applications")
    rows = [row_of(one, language, network_url("application", one.reference)) for one in found]
    context = {"rows": rows, "page_obj": page, **frame(user, (list_title(), here), current=here)}
    return render(request, "joining/desk_list.html", context)


@require_safe
@for_keeper
def application(request: HttpRequest, user: User, joining: JoinApplication) -> HttpResponse:
    """Show one application with what to check."""
    language, reason = page_language(), joining.decline_reason
    look, label = state_words(joining)
    return application_page(
        request,
        user,
        joining,
        "joining/desk_application.html",
        said=what_was_said(request, joining),
        state=joining.state,
        state_look=look,
        state_label=label,
        received=moment_words(joining.created_at, language),
        may_decide=may_change(joining.state),
        must_call=reach_of(joining.contact) == Reach.PHONE,
        checks=_checks() if may_change(joining.state) else [],
        reason=REASON_LABELS[reason] if reason else "",
        answer=getattr(joining, f"answer_{language}"),
        may_reopen=joining.state == JoinState.DECLINED,
        organisation=joining.organisation,
        is_approved=joining.state == JoinState.APPROVED,
        is_in_network=joining.is_in_network,
    )


def _checks() -> list[str]:
    return [
        _("The organisation exists: its website, its registration, or somebody who knows it."),
        _("The contact person may speak for it: call its office, not only this number."),
        _("It is no party, and sells nothing to the people we reach."),
        _("Name and description are right in both languages."),
    ]
