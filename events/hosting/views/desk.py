"""Applications to host at the desk: the list, one of them, approving, declining."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.lists.event_words import words_of
from events.desk.views.access import frame, page_language, signed_in_only
from events.enums.hosting import HostApplicationState
from events.errors import ApplicationIsDecided, NamesTaken
from events.hosting.forms.deciding import ApproveForm, DeclineForm
from events.hosting.lists import (
    LOGGED_COLUMNS,
    REASON_LABELS,
    STATE_LABELS,
    STATE_LOOKS,
    facts_of,
    row_of,
    wish_of,
)
from events.hosting.rules import may_change
from events.hosting.selectors import application_by_reference, applications, events_nearby
from events.hosting.services.deciding import (
    approve_application,
    decline_application,
    log_applications,
)
from events.models import HostApplication
from events.registration.views.own_access import see_other
from events.selectors import moment_words
from events.staff.services import make_link
from events.staff.views.access import link_context
from messaging.enums import Reach
from messaging.selectors import reach_of

METHODS = ["GET", "HEAD", "POST"]
ROWS_PER_PAGE = 30
SAID = "host_desk_said"
DirectorsView = Callable[[HttpRequest, User, HostApplication], HttpResponse]


def for_director(view: DirectorsView) -> Callable[..., HttpResponseBase]:
    """Open a view of one application to whoever manages every event; to others it is 404."""

    @signed_in_only
    @wraps(view)
    def guarded(request: HttpRequest, user: User, host_reference: str) -> HttpResponse:
        _must_manage(user)
        application = application_by_reference(host_reference)
        if application is None:
            raise Http404
        return view(request, user, application)

    return guarded


def _must_manage(user: User) -> None:
    if not user.has_perm("events.manage_every_event"):
        raise Http404


@require_safe
@signed_in_only
def host_applications(request: HttpRequest, user: User) -> HttpResponse:
    """Show who wants to host, those without an answer first; logged before anything is shown."""
    _must_manage(user)
    page = Paginator(applications(), ROWS_PER_PAGE).get_page(request.GET.get("page"))
    found = list(page.object_list)
    log_applications(actor=user, count=len(found), columns=LOGGED_COLUMNS, now=timezone.now())
    rows = [row_of(one, page_language(), _url("host_application", one)) for one in found]
    here = reverse("events:host_applications")
    context = {"rows": rows, "page_obj": page, **frame(user, (_list_title(), here), current=here)}
    return render(request, "hosting/desk_list.html", context)


def _list_title() -> str:
    return _("Applications to host")


def _url(name: str, application: HostApplication) -> str:
    return reverse(f"events:{name}", args=[application.reference])


def _page(
    request: HttpRequest,
    user: User,
    application: HostApplication,
    template: str,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    language = page_language()
    list_url, here = reverse("events:host_applications"), _url("host_application", application)
    context = {
        "application": application,
        "title": format_html("<bdi>{}</bdi>", application.organisation_name),
        "facts": facts_of(wish_of(application), language),
        "list_url": list_url,
        "own_url": here,
        **frame(user, (_list_title(), list_url), (_("One application"), here), current=here),
        **more,
    }
    return render(request, template, context, status=status)


@require_http_methods(METHODS)
@for_director
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
    reason = application.decline_reason
    nearby = [] if event else events_nearby(application)
    return _page(
        request,
        user,
        application,
        "hosting/desk_application.html",
        said=_what_was_said(request, application),
        state=application.state,
        state_look=STATE_LOOKS[application.state],
        state_label=STATE_LABELS[application.state],
        received=moment_words(application.created_at, language),
        may_decide=may_change(application.state),
        must_call=reach_of(application.contact) == Reach.PHONE,
        reason=REASON_LABELS[reason] if reason else "",
        answer=getattr(application, f"answer_{language}"),
        nearby=[words_of(one, language) for one in nearby],
        event_words=words_of(event, language) if event else None,
        **handed,
    )


def _what_was_said(request: HttpRequest, application: HostApplication) -> str:
    reference, said = request.session.get(SAID, ("", ""))
    if reference != application.reference:
        return ""
    del request.session[SAID]
    return str(said)


@require_http_methods(METHODS)
@for_director
def approve(request: HttpRequest, user: User, application: HostApplication) -> HttpResponse:
    """Show the draft that will be made, prefilled; on POST make it and tell the host."""
    if not may_change(application.state):
        return see_other(_url("host_application", application))
    data = request.POST if request.method == "POST" else None
    form = ApproveForm(data, application=application)
    if request.method != "POST" or not form.is_valid():
        return _page(request, user, application, "hosting/approve.html", form=form)
    try:
        approve_application(
            application=application, walk=form.walk(), actor=user, now=timezone.now()
        )
    except ApplicationIsDecided:
        return _decided_already(request, application)
    except NamesTaken:
        form.add_error(None, _("Somebody approved another walk here just now. Press again."))
        return _page(request, user, application, "hosting/approve.html", form=form)
    return _decided(request, application, HostApplicationState.APPROVED)


@require_http_methods(METHODS)
@for_director
def decline(request: HttpRequest, user: User, application: HostApplication) -> HttpResponse:
    """Ask for the reason; on POST answer the applicant."""
    if not may_change(application.state):
        return see_other(_url("host_application", application))
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, user, application, "hosting/decline.html", form=form)
    try:
        decline_application(
            application=application,
            reason=form.cleaned_data["reason"],
            answers=form.answers(),
            actor=user,
            now=timezone.now(),
        )
    except ApplicationIsDecided:
        return _decided_already(request, application)
    return _decided(request, application, HostApplicationState.DECLINED)


def _decided(
    request: HttpRequest, application: HostApplication, state: HostApplicationState
) -> HttpResponse:
    is_approved = state == HostApplicationState.APPROVED
    words = (
        _("Approved. The walk is a draft, and its host has an account.")
        if is_approved
        else _("Declined.")
    )
    if reach_of(application.contact) == Reach.PHONE:
        words += " " + _("No message reaches this person from here: please call.")
    return _said(request, application, words)


def _decided_already(request: HttpRequest, application: HostApplication) -> HttpResponse:
    words = _("Somebody has answered this application already; nothing was done.")
    return _said(request, application, words)


def _said(request: HttpRequest, application: HostApplication, words: str) -> HttpResponse:
    request.session[SAID] = [application.reference, words]
    return see_other(_url("host_application", application))
