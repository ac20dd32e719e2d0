"""Who may look after the network, and what every page about one application shares."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from campaigns.joining.lists import facts_of, joining_of
from campaigns.joining.selectors import join_application_by_reference
from campaigns.models import JoinApplication
from directory.models import User
from events.desk.views.access import frame, page_language, signed_in_only
from events.registration.views.own_access import see_other

RIGHT = "campaigns.manage_network"
METHODS = ["GET", "HEAD", "POST"]
SAID = "join_desk_said"
KeepersView = Callable[[HttpRequest, User, JoinApplication], HttpResponse]


def network_url(name: str, *references: str) -> str:
    """Return an address of these pages in the page's language."""
    return reverse(f"events:network:{name}", args=references)


def must_keep(user: User) -> None:
    """Let nobody in who may not verify organisations: to them the page does not exist."""
    if not user.has_perm(RIGHT):
        raise Http404


def for_keeper(view: KeepersView) -> Callable[..., HttpResponseBase]:
    """Open a view of one application to whoever may verify it; to others it is 404."""

    @signed_in_only
    @wraps(view)
    def guarded(request: HttpRequest, user: User, join_reference: str) -> HttpResponse:
        must_keep(user)
        application = join_application_by_reference(join_reference)
        if application is None:
            raise Http404
        return view(request, user, application)

    return guarded


def list_title() -> str:
    """Return what the list is called."""
    return _("Organisations that want to join")


def application_page(
    request: HttpRequest,
    user: User,
    application: JoinApplication,
    template: str,
    **more: Any,
) -> HttpResponse:
    """Answer with one page about one application."""
    list_url = network_url("applications")
    here = network_url("application", application.reference)
    context = {
        "application": application,
        "title": format_html("<bdi>{}</bdi>", application.organisation_name),
        "facts": facts_of(joining_of(application), page_language()),
        "list_url": list_url,
        "own_url": here,
        **frame(user, (list_title(), list_url), (_("One application"), here), current=here),
        **more,
    }
    return render(request, template, context)


def back_to(request: HttpRequest, application: JoinApplication, words: str) -> HttpResponse:
    """Lead back to the application, which says once what was done."""
    request.session[SAID] = [application.reference, words]
    return see_other(network_url("application", application.reference))


def what_was_said(request: HttpRequest, application: JoinApplication) -> str:
    """Return what was done just before, this once only."""
    reference, said = request.session.get(SAID, ("", ""))
    if reference != application.reference:
        return ""
    del request.session[SAID]
    return str(said)
