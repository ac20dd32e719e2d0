"""The attendee list as files: a PDF for the printer, a sheet for the computer."""

from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.models import User
from documents.lists import draw_list
from documents.sheets import write_csv
from events.desk.lists.columns import Medium, logged_columns, rows_of
from events.desk.lists.paper import attendee_document
from events.desk.lists.sheets import sheet_headings, sheet_lines
from events.desk.rules import LONGEST_PAPER_LIST
from events.desk.selectors import whole_list
from events.desk.services import log_attendee_list
from events.desk.views.access import page_language, signed_in_only
from events.desk.views.attendees import listing_for, printing_of, too_long_for_paper
from events.models import Event
from participants.enums import AuditAction

Answer = TypeVar("Answer", bound=HttpResponseBase)


def file_name(event: Event, extension: str) -> str:
    """Return e.g. "attendees-walk-lahore-2027-2027-08-01.pdf", in ASCII for every computer."""
    day = event.schedule.happens_on
    return "-".join(["attendees", event.slug, *([day.isoformat()] if day else [])]) + extension


@require_safe
@signed_in_only
def attendees_pdf(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Draw the list on A4; the log has its line before the drawing begins."""
    listing = listing_for(request, user, slug)
    ids = list(listing.ids[: LONGEST_PAPER_LIST + 1])
    if len(ids) > LONGEST_PAPER_LIST:
        return too_long_for_paper(request, listing, user)
    now = timezone.now()
    rows = rows_of(whole_list(ids), language=page_language())
    log_attendee_list(
        actor=user,
        action=AuditAction.PRINT,
        event=listing.event,
        columns=logged_columns(Medium.PAPER),
        row_count=len(rows),
        now=now,
    )
    printing = printing_of(listing, user, now)
    document = attendee_document(event=listing.event, rows=rows, printing=printing)
    response = HttpResponse(draw_list(document), content_type="application/pdf")
    return _as_attachment(response, file_name(listing.event, ".pdf"))


@require_safe
@signed_in_only
def attendees_csv(request: HttpRequest, user: User, slug: str) -> HttpResponseBase:
    """Stream the list as a sheet with whole phone numbers, so that organisers can call."""
    listing = listing_for(request, user, slug)
    ids = list(listing.ids)
    log_attendee_list(
        actor=user,
        action=AuditAction.EXPORT,
        event=listing.event,
        columns=logged_columns(Medium.SHEET),
        row_count=len(ids),
        now=timezone.now(),
    )
    lines = write_csv(sheet_headings(), sheet_lines(ids, page_language()))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return _as_attachment(response, file_name(listing.event, ".csv"))


def _as_attachment(response: Answer, name: str) -> Answer:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
