"""The attendee list as files at once: a PDF, an Excel workbook, a CSV; long ones are asked for."""

import tempfile
from pathlib import Path
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.models import User
from documents.list_drawing import draw_list
from documents.sheets import write_csv
from documents.workbooks import write_book
from events.desk.lists.columns import Medium
from events.desk.lists.paper import attendee_document
from events.desk.lists.rows import rows_of
from events.desk.lists.shapes import logged_columns
from events.desk.lists.sheets import book_lines, book_of, sheet_headings, sheet_lines
from events.desk.rules import LONGEST_PAPER_LIST, is_made_at_once
from events.desk.selectors.attendees import whole_list
from events.desk.services import log_attendee_list
from events.desk.views.access import signed_in_only
from events.desk.views.attendees import (
    Listing,
    listing_for,
    printing_of,
    too_long_for_paper,
    too_long_to_wait,
)
from events.desk.views.searches import leads_on
from events.enums import ListFileKind
from events.models import Event
from participants.enums import AuditAction
from participants.views import page_language

Answer = TypeVar("Answer", bound=HttpResponseBase)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_name(event: Event, extension: str) -> str:
    """Return e.g. "attendees-walk-lahore-2027-2027-08-01.pdf", in ASCII for every computer."""
    day = event.schedule.happens_on
    return "-".join(["attendees", event.slug, *([day.isoformat()] if day else [])]) + extension


def as_attachment(response: Answer, name: str) -> Answer:
    """Let a browser save an answer under a name."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@signed_in_only
@leads_on
def attendees_pdf(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Draw the list on A4; the log has its line before the drawing begins.

    Nothing is kept of it, so it carries no code: what the desk's button prints does.
    """
    listing = listing_for(request, user, slug)
    ids = list(listing.ids[: LONGEST_PAPER_LIST + 1])
    if len(ids) > LONGEST_PAPER_LIST:
        return too_long_for_paper(request, listing, user)
    if not is_made_at_once(ListFileKind.PDF, len(ids)):
        return too_long_to_wait(request, listing, user, ListFileKind.PDF)
    now = timezone.now()
    rows = rows_of(whole_list(ids), language=page_language())
    log_attendee_list(
        actor=user,
        action=AuditAction.PRINT,
        event=listing.event,
        columns=logged_columns(Medium.PAPER, listing.shape),
        row_count=len(rows),
        now=now,
    )
    printing = printing_of(listing, user, now)
    document = attendee_document(event=listing.event, rows=rows, printing=printing)
    response = HttpResponse(draw_list(document), content_type="application/pdf")
    return as_attachment(response, file_name(listing.event, ".pdf"))


@require_safe
@signed_in_only
@leads_on
def attendees_xlsx(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Write the list as an Excel workbook with whole phone numbers, so that organisers can call."""
    listing = listing_for(request, user, slug)
    ids = list(listing.ids)
    if not is_made_at_once(ListFileKind.XLSX, len(ids)):
        return too_long_to_wait(request, listing, user, ListFileKind.XLSX)
    _log_export(user, listing, len(ids))
    language = page_language()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        book = book_of(listing.words, listing.shape, language)
        write_book(path, book, book_lines(ids, listing.shape, language))
        # A few megabytes for a hundred thousand rows.
        response = HttpResponse(path.read_bytes(), content_type=XLSX)
    return as_attachment(response, file_name(listing.event, ".xlsx"))


@require_safe
@signed_in_only
@leads_on
def attendees_csv(request: HttpRequest, user: User, slug: str) -> HttpResponseBase:
    """Stream the list as a sheet with whole phone numbers, so that organisers can call."""
    listing = listing_for(request, user, slug)
    ids = list(listing.ids)
    _log_export(user, listing, len(ids))
    lines = write_csv(
        sheet_headings(listing.shape), sheet_lines(ids, listing.shape, page_language())
    )
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return as_attachment(response, file_name(listing.event, ".csv"))


def _log_export(user: User, listing: Listing, row_count: int) -> None:
    log_attendee_list(
        actor=user,
        action=AuditAction.EXPORT,
        event=listing.event,
        columns=logged_columns(Medium.SHEET, listing.shape),
        row_count=row_count,
        now=timezone.now(),
    )
