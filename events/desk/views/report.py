"""After the event: what is told of it, added piece by piece, published when organisers say so."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from directory.models import User
from documents.errors import NotAPhotograph, NotAPresentation
from events.attendance.selectors import attendance_count
from events.desk.forms.report import PhotographForm, PresentationForm, ReportForm, first_values
from events.desk.services.report import (
    add_photograph,
    add_presentation,
    publish_report,
    remove_photograph,
    remove_presentation,
    withdraw_report,
    write_report,
)
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import (
    CONFLICT,
    Done,
    action_page,
    back_to_form,
    lead_to,
    run_event,
    what_was_done,
)
from events.enums import EventStatus
from events.models import Event, EventReport
from events.selectors import event_status, moment_words
from events.views.report import shown_report
from participants.views import page_language

METHODS = ["GET", "HEAD", "POST"]
PHOTOGRAPH_ID, PRESENTATION_ID = "photograph_%s", "presentation_%s"


@require_http_methods(METHODS)
@signed_in_only
def report(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show what is told of an event, and forms for all of it; on POST keep the words."""
    event = run_event(user, slug)
    if not _is_over(event):
        return _too_early(request, user, event)
    form = ReportForm(
        request.POST if request.method == "POST" else None, initial=first_values(_kept(event))
    )
    if request.method == "POST" and form.is_valid():
        write_report(event=event, facts=form.facts(), now=timezone.now())
        return _back(event, request, _("Saved"))
    return _page(request, user, event, form=form)


@require_http_methods(METHODS)
@signed_in_only
def photographs(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Add a photograph, or remove one."""
    event = _over_event(user, slug)
    if request.method != "POST":
        return back_to_form("report", slug)
    if "remove" in request.POST:
        return _removed(request, event, remove_photograph)
    form = PhotographForm(request.POST, request.FILES, auto_id=PHOTOGRAPH_ID)
    if not form.is_valid():
        return _page(request, user, event, photograph=form)
    try:
        added = add_photograph(
            event=event,
            data=form.cleaned_data["photograph"].read(),
            facts=form.facts(),
            actor=user,
            now=timezone.now(),
        )
    except NotAPhotograph:
        words = _("This is no picture that can be kept. Take a JPEG, PNG or WebP.")
        form.add_error("photograph", words)
        return _page(request, user, event, photograph=form)
    return _added(request, event, is_added=added is not None)


@require_http_methods(METHODS)
@signed_in_only
def presentations(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Add a presentation, or remove one."""
    event = _over_event(user, slug)
    if request.method != "POST":
        return back_to_form("report", slug)
    if "remove" in request.POST:
        return _removed(request, event, remove_presentation)
    form = PresentationForm(request.POST, request.FILES, auto_id=PRESENTATION_ID)
    if not form.is_valid():
        return _page(request, user, event, presentation=form)
    try:
        added = add_presentation(
            event=event,
            data=form.cleaned_data["presentation"].read(),
            titles=form.titles(),
            now=timezone.now(),
        )
    except NotAPresentation:
        words = _("This is no PDF that can be kept: locked, broken, or too long.")
        form.add_error("presentation", words)
        return _page(request, user, event, presentation=form)
    return _added(request, event, is_added=added is not None)


@require_http_methods(METHODS)
@signed_in_only
def publish(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show the report on the public page, or take it off again."""
    event = _over_event(user, slug)
    if request.method != "POST":
        return back_to_form("report", slug)
    if request.POST.get("action") == "withdraw":
        withdraw_report(event=event, actor=user, now=timezone.now())
        return _back(event, request, _("It is off the public page."))
    publish_report(event=event, actor=user, now=timezone.now())
    return _back(event, request, _("It is on the public page now."))


def _is_over(event: Event) -> bool:
    return event_status(event, timezone.now()) == EventStatus.OVER


def _over_event(user: User, slug: str) -> Event:
    event = run_event(user, slug)
    if not _is_over(event):
        raise Http404
    return event


def _kept(event: Event) -> EventReport | None:
    return EventReport.objects.filter(event=event).first()


def _removed(request: HttpRequest, event: Event, remove: Callable[..., bool]) -> HttpResponse:
    typed = request.POST.get("remove", "")
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < len(str(2**63))
    if not (is_number and remove(event=event, number=int(typed))):
        raise Http404
    return _back(event, request, _("Removed."))


def _added(request: HttpRequest, event: Event, *, is_added: bool) -> HttpResponse:
    if is_added:
        return _back(event, request, _("Added."))
    return _back(event, request, _("There are enough of these. Remove one first."), "warning")


def _back(event: Event, request: HttpRequest, words: str, kind: str = "success") -> HttpResponse:
    return lead_to(request, desk_url("report", event.slug), Done(event.slug, words, kind))


def _too_early(request: HttpRequest, user: User, event: Event) -> HttpResponse:
    return action_page(
        request,
        user,
        event,
        "desk/report_too_early.html",
        title=_("After the event"),
        status=CONFLICT,
    )


def _page(request: HttpRequest, user: User, event: Event, **forms: Form) -> HttpResponse:
    kept, language = _kept(event), page_language()
    shown = shown_report(kept, language) if kept else None
    rows: list[Any] = list(kept.photographs.select_related("image")) if kept else []
    return action_page(
        request,
        user,
        event,
        "desk/report.html",
        title=_("After the event"),
        form=forms.get("form") or ReportForm(initial=first_values(kept)),
        photograph_form=forms.get("photograph") or PhotographForm(auto_id=PHOTOGRAPH_ID),
        presentation_form=forms.get("presentation") or PresentationForm(auto_id=PRESENTATION_ID),
        report=kept,
        shown=shown,
        photographs=[(row.pk, row.image) for row in rows],
        hidden_count=sum(not row.image.is_publishable for row in rows),
        presentations=list(kept.presentations.all()) if kept else [],
        arrived=attendance_count(event).arrived,
        published=moment_words(kept.published_at, language) if kept and kept.published_at else "",
        urls={name: desk_url(f"report_{name}", event.slug) for name in PARTS},
        report_url=desk_url("report", event.slug),
        public_url=reverse("events:detail", args=[event.slug]) if event.live else "",
        done=what_was_done(request, event),
    )


PARTS = ("photographs", "presentations", "publish")
