"""Looking at names before they stand on the wall: one after the other, undone as quickly."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.enums import WallState
from campaigns.models import Campaign
from campaigns.selectors.wall import name_to_see, names_to_see
from campaigns.services import decide_wall_name, log_pledges
from directory.models import User
from events.desk.views.actions import Done, lead_to
from events.pledges.lists import FAULT_LABELS
from events.pledges.views.access import SLUG, for_pledge_keeper, pledges_page, pledges_url
from participants.views import form_stands_on, page_language

NAMES_PER_PAGE = 20
LOGGED_COLUMNS = ["name", "city"]


@require_safe
@for_pledge_keeper
def wall(request: HttpRequest, user: User, campaign: Campaign) -> HttpResponse:
    """Show the names that wait, the oldest first; logged before anything is shown."""
    page = Paginator(names_to_see(campaign), NAMES_PER_PAGE).get_page(request.GET.get("page"))
    found = [name_to_see(pledge, page_language()) for pledge in page.object_list]
    log_pledges(
        actor=user, kind="wall-names", columns=LOGGED_COLUMNS, count=len(found), now=timezone.now()
    )
    names = [(one, FAULT_LABELS[one.fault] if one.fault else "") for one in found]
    return pledges_page(
        request,
        user,
        campaign,
        "pledges/wall.html",
        title=_("Names for the wall"),
        names=names,
        page_obj=page,
        decide_url=pledges_url("wall_decide"),
    )


@for_pledge_keeper
@form_stands_on("events:pledges:wall")
def decide(request: HttpRequest, user: User, campaign: Campaign) -> HttpResponse:
    """Show a name, refuse it, or put it back; a number nobody knows changes nothing."""
    decision, typed = request.POST.get("decision", ""), request.POST.get("pledge", "")
    is_number = typed.isascii() and typed.isdigit() and len(typed) < 18
    is_done = (
        is_number
        and decision in WallState.values
        and decide_wall_name(
            campaign=campaign,
            pledge_id=int(typed),
            decision=WallState(decision),
            actor=user,
            now=timezone.now(),
        )
    )
    return lead_to(request, pledges_url("wall"), _done(decision, typed, is_done=bool(is_done)))


def _done(decision: str, pledge: str, *, is_done: bool) -> Done:
    if not is_done:
        return Done(
            SLUG, _("Nothing was changed: this name cannot be shown, or was seen to."), "warning"
        )
    back = {"pledge": pledge, "decision": WallState.WAITING.value}
    words = {
        WallState.SHOWN: _("The name stands on the wall."),
        WallState.REFUSED: _("The name is not shown."),
    }
    if decision not in words:
        return Done(SLUG, _("The name waits again."))
    return Done(SLUG, words[WallState(decision)], "success", pledges_url("wall_decide"), back)
