"""The paper round trip: from the code of a printed list to attendance, and back again."""

import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.forms.paper import RowNumbersForm, SheetCodeForm
from events.desk.lists.paper_rows import FATES, entry_words, row_cells
from events.desk.rules import ranges_of
from events.desk.selectors.paper import RowFate, entries_of, photographs_of, typed_rows
from events.desk.selectors.prints import print_with_code, prints_of
from events.desk.services import log_attendee_list
from events.desk.services.paper import record_rows, undo_entry
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import (
    Done,
    action_page,
    back_to_form,
    lead_to,
    run_event,
    what_was_done,
)
from events.models import Event, ListPrint, PaperEntry
from events.selectors import moment_words
from participants.enums import AuditAction
from participants.errors import KeyNotOurs
from participants.rules.keys import issue_key, key_of
from participants.views import page_language

ROWS_KIND = "paper-rows"
SHOWN_COLUMNS = ("number", "name", "reference", "party_size", "arrived")
MOST_SHEETS = 20
METHODS = ["GET", "HEAD", "POST"]


def sheet_url(name: str, sheet: ListPrint, *args: str) -> str:
    """Return an address about one sheet."""
    return desk_url(name, sheet.event.slug, sheet.sheet_code, *args)


def run_sheet(user: User, slug: str, code: str) -> tuple[Event, ListPrint]:
    """Return an event this person runs and one sheet of it; otherwise 404."""
    event = run_event(user, slug)
    sheet = print_with_code(event, code)
    if sheet is None:
        raise Http404
    # One event in hand: its schedule is loaded already.
    sheet.event = event
    return event, sheet


def key_purpose(sheet: ListPrint) -> str:
    """Return what the key of a sheet's forms is issued for."""
    return f"paper:{sheet.pk}"


@require_safe
@signed_in_only
def sheets(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show what was printed, and find a sheet by the code that stands on it."""
    event = run_event(user, slug)
    form = SheetCodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        found = print_with_code(event, form.cleaned_data["code"])
        if found is not None:
            found.event = event
            return HttpResponse(status=303, headers={"Location": sheet_url("paper_sheet", found)})
        form.add_error("code", _("No sheet of this event has this code."))
    found_sheets = [_sheet_words(sheet, event) for sheet in prints_of(event)[:MOST_SHEETS]]
    return action_page(
        request,
        user,
        event,
        "desk/paper.html",
        title=_("Type in the paper list"),
        form=form,
        sheets=found_sheets,
        list_url=desk_url("attendees", slug),
    )


def _sheet_words(sheet: ListPrint, event: Event) -> dict[str, Any]:
    sheet.event = event
    return {
        "code": sheet.sheet_code,
        "printed": moment_words(sheet.printed_at, page_language()),
        "by": sheet.printed_by.username,
        "row_count": sheet.row_count,
        "url": sheet_url("paper_sheet", sheet),
    }


@require_http_methods(METHODS)
@signed_in_only
def sheet(request: HttpRequest, user: User, slug: str, sheet: str) -> HttpResponse:
    """Take row numbers; on POST show whose they are; once confirmed, count them."""
    event, found = run_sheet(user, slug, sheet)
    form = RowNumbersForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or request.POST.get("back") or not form.is_valid():
        return _sheet_page(request, user, event, found, form)
    if request.POST.get("confirmed"):
        return _recorded(request, user, event, found, form)
    return _names_page(request, user, event, found, form)


def _sheet_page(
    request: HttpRequest, user: User, event: Event, sheet: ListPrint, form: RowNumbersForm
) -> HttpResponse:
    entries = [
        entry_words(entry, page_language(), sheet_url("paper_undo", sheet))
        for entry in entries_of(sheet)
    ]
    return action_page(
        request,
        user,
        event,
        "desk/paper_sheet.html",
        title=_("Printed sheet"),
        sheet=_sheet_words(sheet, event),
        form=form,
        entries=entries,
        photographs=[
            (sheet_url("paper_photograph", sheet, str(photograph.pk)), photograph.pk)
            for photograph in photographs_of(sheet)
        ],
        blank_url=sheet_url("paper_blank_rows", sheet),
        photograph_url=sheet_url("paper_photographs", sheet),
        done=what_was_done(request, event),
    )


def _names_page(
    request: HttpRequest, user: User, event: Event, sheet: ListPrint, form: RowNumbersForm
) -> HttpResponse:
    read = form.cleaned_data["numbers"]
    typed = typed_rows(sheet, read.counts)
    log_attendee_list(
        actor=user,
        action=AuditAction.VIEW,
        event=event,
        columns=SHOWN_COLUMNS,
        row_count=len(typed.rows),
        now=timezone.now(),
        kind=ROWS_KIND,
    )
    counted = typed.of(RowFate.COUNTED)
    words = ngettext("Record %(count)d person", "Record %(count)d people", typed.people)
    parts = [(FATES[fate], row_cells(typed.of(fate))) for fate in RowFate]
    return action_page(
        request,
        user,
        event,
        "desk/paper_check.html",
        title=_("Are these the people?"),
        form=form,
        key=issue_key(key_purpose(sheet)),
        parts=[(title, rows) for title, rows in parts if rows],
        columns=[_("No."), _("Name"), _("Reference number"), _("People"), _("Is in already")],
        missing=ranges_of(typed.missing),
        wrong=read.wrong,
        button=words % {"count": typed.people} if counted else "",
    )


def _recorded(
    request: HttpRequest, user: User, event: Event, sheet: ListPrint, form: RowNumbersForm
) -> HttpResponse:
    try:
        key = key_of(request.POST.get("key", ""), key_purpose(sheet))
    except KeyNotOurs:
        # Too old: the names are looked at once more.
        return _names_page(request, user, event, sheet, form)
    counts = form.cleaned_data["numbers"].counts
    entry = record_rows(list_print=sheet, counts=counts, key=key, actor=user, now=timezone.now())
    return lead_to(request, sheet_url("paper_sheet", sheet), recorded(entry, sheet))


def recorded(entry: PaperEntry, sheet: ListPrint) -> Done:
    """Say what was recorded, with the form that takes it back whole."""
    words = ngettext(
        "%(count)d person is recorded.", "%(count)d people are recorded.", entry.people_count
    )
    return Done(
        sheet.event.slug,
        words % {"count": entry.people_count},
        "success" if entry.people_count else "warning",
        sheet_url("paper_undo", sheet) if entry.people_count else "",
        {"entry": str(entry.pk)},
    )


@require_http_methods(METHODS)
@signed_in_only
def undo(request: HttpRequest, user: User, slug: str, sheet: str) -> HttpResponse:
    """Take one typing of a sheet back, all of it."""
    event, found = run_sheet(user, slug, sheet)
    if request.method != "POST":
        return back_to_form("paper_sheet", slug, found.sheet_code)
    typed = request.POST.get("entry", "")
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < len(str(2**63))
    entry = entries_of(found).filter(pk=int(typed)).first() if is_number else None
    now: datetime.datetime = timezone.now()
    is_undone = entry is not None and undo_entry(entry=entry, actor=user, now=now)
    words = _("Taken back. Nothing of it counts any more.") if is_undone else _("Nothing changed.")
    done = Done(event.slug, words, "success" if is_undone else "warning")
    return lead_to(request, sheet_url("paper_sheet", found), done)
