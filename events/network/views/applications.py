"""Applications to join at the desk: the list, logged before it is shown, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from campaigns.joining.services.deciding import decline_application
from campaigns.joining.views.pages import JOINING
from campaigns.models import JoinApplication
from directory.models import User
from events.desk.views.access import signed_in_only
from events.desk.views.applications import ApplicationsDesk
from participants.applications.rules import may_change
from participants.enums import ApplicationState

DESK: ApplicationsDesk[JoinApplication] = ApplicationsDesk(
    pages=JOINING,
    right="campaigns.manage_network",
    names="events:network:",
    title=gettext_lazy("Organisations that want to join"),
    approve_label=gettext_lazy("Take into the network"),
    decline=decline_application,
)


@require_safe
@signed_in_only
def applications(request: HttpRequest, user: User) -> HttpResponse:
    """Show who wants to join."""
    return DESK.list_page(request, user)


@require_safe
@DESK.opened
def application(request: HttpRequest, user: User, joining: JoinApplication) -> HttpResponse:
    """Show one application with what to check."""
    return DESK.page(
        request,
        user,
        joining,
        "joining/desk_application.html",
        checks=_checks() if may_change(joining.state) else [],
        may_reopen=joining.state == ApplicationState.DECLINED,
        organisation=joining.organisation,
        is_approved=joining.state == ApplicationState.APPROVED,
        is_in_network=joining.is_in_network,
        **DESK.standing(request, joining),
    )


def _checks() -> list[str]:
    return [
        _("The organisation exists: its website, its registration, or somebody who knows it."),
        _("The contact person may speak for it: call its office, not only this number."),
        _("It is no party, and sells nothing to the people we reach."),
        _("Name and description are right in both languages."),
    ]
