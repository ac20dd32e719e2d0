"""Answering an application: taking in, declining, asking again, out of the network and back."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campaigns.joining.forms.deciding import EntryForm
from campaigns.joining.services.deciding import (
    approve_application,
    reopen_application,
    take_back_in,
    take_out,
)
from campaigns.models import JoinApplication
from directory.models import User
from events.desk.views.applications import METHODS
from events.network.views.applications import DESK
from participants.applications.rules import may_change
from participants.views import form_stands_on, page_language, posted, see_other


@require_http_methods(METHODS)
@DESK.opened
def approve(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Show how it will stand in the network, prefilled; on POST take it in and tell it."""
    if not may_change(application.state):
        return see_other(DESK.url("application", application.reference))
    form = EntryForm(posted(request), application=application, language=page_language())
    if request.method != "POST" or not form.is_valid():
        return _approve_page(request, user, application, form)

    def act() -> None:
        approve_application(
            application=application,
            entry=form.entry(),
            known=form.known_one(),
            actor=user,
            now=timezone.now(),
        )

    words = _("In the network. It stands on the public page now.")
    return DESK.answered(request, application, act, words)


def _approve_page(
    request: HttpRequest, user: User, application: JoinApplication, form: EntryForm
) -> HttpResponse:
    return DESK.page(
        request,
        user,
        application,
        "applications/answer.html",
        form=form,
        heading=_("Take into the network"),
        explanation=_(
            "This becomes public: name, kind, city, website and what it does."
            " The contact person is told, and never shown."
        ),
        note=_("The page of the network stands in both languages, so both are needed here."),
        action=_("Take in and tell them"),
    )


@require_http_methods(METHODS)
@DESK.opened
def decline(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Ask for the reason; on POST answer the applicant."""
    return DESK.decline_page(request, user, application)


@form_stands_on("events:network:application", "join_reference")
@DESK.opened
def reopen(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Take back that it was declined."""

    def act() -> None:
        reopen_application(application=application, actor=user, now=timezone.now())

    return DESK.done(request, application, act, _("The application waits for an answer again."))


@require_http_methods(METHODS)
@DESK.opened
def membership(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Ask first (GET), then take the organisation out of the network, or back in (POST)."""
    if request.method != "POST":
        return DESK.page(
            request,
            user,
            application,
            "joining/membership.html",
            is_in_network=application.is_in_network,
        )
    is_in = request.POST.get("in_network") == "1"

    def act() -> None:
        move = take_back_in if is_in else take_out
        move(application=application, actor=user, now=timezone.now())

    out = _("Not in the network any more. The public page does not name it.")
    return DESK.done(request, application, act, _("In the network again.") if is_in else out)
