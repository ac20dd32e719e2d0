"""Answering an application: taking in, declining, asking again, out of the network and back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campaigns.errors import JoinIsDecided
from campaigns.joining.forms.deciding import DeclineForm, EntryForm
from campaigns.joining.rules import may_change
from campaigns.joining.services.deciding import (
    approve_application,
    decline_application,
    reopen_application,
    take_back_in,
    take_out,
)
from campaigns.models import JoinApplication
from directory.models import User
from events.desk.views.access import page_language
from events.network.views.access import (
    METHODS,
    application_page,
    back_to,
    for_keeper,
    network_url,
)
from events.registration.views.own_access import see_other
from messaging.enums import Reach
from messaging.selectors import reach_of
from participants.views import form_stands_on


@require_http_methods(METHODS)
@for_keeper
def approve(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Show how it will stand in the network, prefilled; on POST take it in and tell it."""
    if not may_change(application.state):
        return see_other(network_url("application", application.reference))
    data = request.POST if request.method == "POST" else None
    form = EntryForm(data, application=application, language=page_language())
    if request.method != "POST" or not form.is_valid():
        return application_page(request, user, application, "joining/approve.html", form=form)
    return _answered(
        request,
        application,
        lambda: approve_application(
            application=application,
            entry=form.entry(),
            known=form.known_one(),
            actor=user,
            now=timezone.now(),
        ),
        _("In the network. It stands on the public page now."),
    )


@require_http_methods(METHODS)
@for_keeper
def decline(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Ask for the reason; on POST answer the applicant."""
    if not may_change(application.state):
        return see_other(network_url("application", application.reference))
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return application_page(request, user, application, "joining/decline.html", form=form)
    return _answered(
        request,
        application,
        lambda: decline_application(
            application=application,
            reason=form.cleaned_data["reason"],
            answers=form.answers(),
            actor=user,
            now=timezone.now(),
        ),
        _("Declined."),
    )


@form_stands_on("events:network:application", "join_reference")
@for_keeper
def reopen(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Take back that it was declined."""
    return _done(
        request,
        application,
        lambda: reopen_application(application=application, actor=user, now=timezone.now()),
        _("The application waits for an answer again."),
    )


@require_http_methods(METHODS)
@for_keeper
def membership(request: HttpRequest, user: User, application: JoinApplication) -> HttpResponse:
    """Ask first (GET), then take the organisation out of the network, or back in (POST)."""
    if request.method != "POST":
        return application_page(
            request,
            user,
            application,
            "joining/membership.html",
            is_in_network=application.is_in_network,
        )
    if request.POST.get("in_network") == "1":
        return _done(
            request,
            application,
            lambda: take_back_in(application=application, actor=user, now=timezone.now()),
            _("In the network again."),
        )
    return _done(
        request,
        application,
        lambda: take_out(application=application, actor=user, now=timezone.now()),
        _("Not in the network any more. The public page does not name it."),
    )


def _answered(
    request: HttpRequest, application: JoinApplication, act: Callable[[], object], words: str
) -> HttpResponse:
    if reach_of(application.contact) == Reach.PHONE:
        words += " " + _("No message reaches this person from here: please call.")
    return _done(request, application, act, words)


def _done(
    request: HttpRequest, application: JoinApplication, act: Callable[[], object], words: str
) -> HttpResponse:
    """Act and say so; or say that somebody was faster."""
    try:
        act()
    except JoinIsDecided:
        words = _("Somebody has answered this application already; nothing was done.")
    return back_to(request, application, words)
