"""Applications to host at the desk: the list, one of them, approving, declining."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.lists.event_words import words_of
from events.desk.views.access import signed_in_only
from events.desk.views.applications import METHODS, ApplicationsDesk
from events.errors import NamesTaken
from events.hosting.forms.deciding import ApproveForm
from events.hosting.selectors import events_nearby
from events.hosting.services.deciding import approve_application, decline_application
from events.hosting.views.pages import HOSTING
from events.models import HostApplication
from events.staff.services import make_link
from events.staff.views.access import link_context
from participants.applications.rules import may_change
from participants.views import page_language, posted, see_other

DESK: ApplicationsDesk[HostApplication] = ApplicationsDesk(
    pages=HOSTING,
    right="events.manage_every_event",
    names="events:host_",
    title=gettext_lazy("Applications to host"),
    approve_label=gettext_lazy("Approve"),
    decline=decline_application,
)


@require_safe
@signed_in_only
def host_applications(request: HttpRequest, user: User) -> HttpResponse:
    """Show who wants to host."""
    return DESK.list_page(request, user)


@require_http_methods(METHODS)
@DESK.opened
def host_application(
    request: HttpRequest, user: User, application: HostApplication
) -> HttpResponse:
    """Show one application; on POST make its host a new link to hand over."""
    handed: dict[str, Any] = {"link": "", "whatsapp_url": ""}
    if request.method == "POST":
        host = application.account
        if host is None:
            raise Http404
        token = make_link(actor=user, user=host, now=timezone.now())
        handed = link_context(host, token, application.contact.phone)
    language, event = page_language(), application.event
    nearby = [] if event else events_nearby(application)
    return DESK.page(
        request,
        user,
        application,
        "hosting/desk_application.html",
        nearby=[words_of(one, language) for one in nearby],
        event_words=words_of(event, language) if event else None,
        **DESK.standing(request, application),
        **handed,
    )


@require_http_methods(METHODS)
@DESK.opened
def approve(request: HttpRequest, user: User, application: HostApplication) -> HttpResponse:
    """Show the draft that will be made, prefilled; on POST make it and tell the host."""
    if not may_change(application.state):
        return see_other(DESK.url("application", application.reference))
    form = ApproveForm(posted(request), application=application)
    if request.method != "POST" or not form.is_valid():
        return _approve_page(request, user, application, form)

    def act() -> None:
        approve_application(
            application=application, walk=form.walk(), actor=user, now=timezone.now()
        )

    words = _("Approved. The walk is a draft, and its host has an account.")
    try:
        return DESK.answered(request, application, act, words)
    except NamesTaken:
        form.add_error(None, _("Somebody approved another walk here just now. Press again."))
        return _approve_page(request, user, application, form)


def _approve_page(
    request: HttpRequest, user: User, application: HostApplication, form: ApproveForm
) -> HttpResponse:
    return DESK.page(
        request,
        user,
        application,
        "applications/answer.html",
        form=form,
        heading=_("Approve"),
        explanation=_(
            "This makes a walk as a draft, and an account for its host, who sees this walk and"
            " no other. Nothing is public until somebody publishes it."
        ),
        note=_("The page is public in both languages, so both are needed here."),
        action=_("Approve and tell the host"),
    )


@require_http_methods(METHODS)
@DESK.opened
def decline(request: HttpRequest, user: User, application: HostApplication) -> HttpResponse:
    """Ask for the reason; on POST answer the applicant."""
    return DESK.decline_page(request, user, application)
