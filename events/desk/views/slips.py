"""Consent slips at the desk: to print, to mark as received, and to take the mark back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from documents.slips import draw_slips
from events.desk.forms.slips import SlipCodesForm
from events.desk.lists.event_words import words_of
from events.desk.rules import code_ranges, ranges_of, slip_codes
from events.desk.selectors import SlipGroup, events_run_by, slip_groups, slips_to_print
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url, frame, signed_in_only
from events.models import Event
from events.prints.lists.drawing import SLIPS
from events.registration.lists import slip_sheet
from events.registration.services.groups import SlipReport, receive_slips, return_slips
from participants.enums import AuditAction
from participants.views import page_language

SLIPS_KIND = "consent-slips"
# Beyond this a web worker is busy for too long: print group by group.
MOST_SLIPS = 1500
# What is drawn in about a second; the page leaves more to the worker.
AT_ONCE = 270


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def slips(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show whose slips are missing; on POST mark those typed, or take their marks back."""
    event = get_object_or_404(events_run_by(user), slug=slug)
    reference = request.GET.get("reference", "")
    form = SlipCodesForm(request.POST if request.method == "POST" else None)
    done = _act(request, event, user, form, reference) if form.is_valid() else {}
    groups = slip_groups(event)
    _log(user, event, AuditAction.VIEW, len(groups))
    chosen = [group for group in groups if group.registration.reference == reference]
    context = {
        "event": event,
        "words": words_of(event, page_language()),
        "groups": [_row(event, group) for group in chosen or groups],
        "is_one_group": bool(chosen),
        "form": SlipCodesForm() if done else form,
        "done": done,
        "pdf_url": _pdf_url(event, reference if chosen else ""),
        "file_url": desk_url("print_file", slug, SLIPS),
        "no_fields": {},
        "is_long": sum(len(one.missing) + len(one.received) for one in groups) > AT_ONCE,
        "all_url": desk_url("slips", slug),
        "event_url": desk_url("event", slug),
        **_frame(event, user),
    }
    return render(request, "desk/slips.html", context)


@require_safe
@signed_in_only
def slips_pdf(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Draw a group's slips, or all of them; the log has its line before the drawing begins."""
    event = get_object_or_404(events_run_by(user), slug=slug)
    reference = request.GET.get("reference", "")
    found = list(slips_to_print(event, reference)[: MOST_SLIPS + 1])
    if not found or len(found) > MOST_SLIPS:
        raise Http404
    _log(user, event, AuditAction.PRINT, len(found))
    response = HttpResponse(draw_slips(slip_sheet(event, found)), content_type="application/pdf")
    name = "-".join(part for part in ("slips", slug, reference) if part)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _act(
    request: HttpRequest, event: Event, user: User, form: SlipCodesForm, reference: str
) -> dict[str, Any]:
    """Mark or unmark what was typed; return what the page says of it."""
    codes, wrong = slip_codes(form.cleaned_data["codes"], reference)
    is_undo = request.POST.get("undo") == "1"
    if is_undo:
        report = return_slips(event=event, codes=codes)
    else:
        report = receive_slips(event=event, codes=codes, actor=user, now=timezone.now())
    return {
        "title": _undone(report) if is_undo else _received(report),
        "changed": code_ranges(report.changed),
        "undo": "" if is_undo else " ".join(report.changed),
        "unchanged": code_ranges(report.unchanged),
        "unknown": [*report.unknown, *wrong],
        "is_undo": is_undo,
    }


def _received(report: SlipReport) -> str:
    count = len(report.changed)
    words = ngettext("%(count)d slip received", "%(count)d slips received", count)
    return words % {"count": count}


def _undone(report: SlipReport) -> str:
    count = len(report.changed)
    words = ngettext("%(count)d slip is missing again", "%(count)d slips are missing again", count)
    return words % {"count": count}


def _row(event: Event, group: SlipGroup) -> dict[str, Any]:
    """Return what the page shows of one group."""
    registration = group.registration
    return {
        "name": registration.group_name or registration.contact.full_name,
        "reference": registration.reference,
        "received_count": len(group.received),
        "total": len(group.received) + len(group.missing),
        "missing_count": len(group.missing),
        # Received from children who have left the group since: kept until somebody takes them.
        "left_over_count": max(0, len(group.received) - registration.minors_count),
        "missing": ranges_of(group.missing),
        "received": ranges_of(group.received),
        "url": f"{desk_url('slips', event.slug)}?reference={registration.reference}",
        "pdf_url": _pdf_url(event, registration.reference),
    }


def _pdf_url(event: Event, reference: str) -> str:
    return desk_url("slips_pdf", event.slug) + (f"?reference={reference}" if reference else "")


def _log(user: User, event: Event, action: AuditAction, row_count: int) -> None:
    log_attendee_list(
        actor=user,
        action=action,
        event=event,
        columns=["group_name", "reference", "slips"],
        row_count=row_count,
        now=timezone.now(),
        kind=SLIPS_KIND,
    )


def _frame(event: Event, user: User) -> dict[str, Any]:
    here = desk_url("slips", event.slug)
    title = words_of(event, page_language()).title
    trail = ((title, desk_url("event", event.slug)), (_("Consent slips"), here))
    return frame(user, *trail, current=here)
