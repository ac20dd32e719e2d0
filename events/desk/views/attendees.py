"""The attendee list on the screen and as a page for the browser's printer."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.forms.attendees import AttendeeFilterForm
from events.desk.lists.columns import Medium
from events.desk.lists.event_words import EventWords, words_of
from events.desk.lists.paper import Printing, printed_line, sheet_line
from events.desk.lists.rows import ListRow, rows_of
from events.desk.lists.screen import EMPTY_WORDS, cells_of, headings
from events.desk.lists.shapes import ListShape, heading_of, logged_columns
from events.desk.rules import LONGEST_PAPER_LIST
from events.desk.selectors import events_with_lists_for
from events.desk.selectors.attendees import listed_ids, parties_in_order, whole_list
from events.desk.selectors.list_files import list_setting_of
from events.desk.selectors.prints import last_print_of, print_with_code
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url, frame, signed_in_only
from events.desk.views.searches import LeadOn, leads_on, search_in
from events.enums import ListFileKind
from events.models import Event, ListPrint, Registration
from events.selectors import moment_words, places_of
from participants.enums import AuditAction
from participants.views import page_language

ROWS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Listing:
    """What was asked for: the event, the choice and the ids it comes to."""

    event: Event
    form: AttendeeFilterForm
    ids: QuerySet[Registration, int]

    @property
    def words(self) -> EventWords:
        """Return the event's words in the page's language."""
        return words_of(self.event, page_language())

    @property
    def shape(self) -> ListShape:
        """Return what the list is for."""
        return self.form.shape

    @property
    def heading(self) -> str:
        """Return what the list is, and of whom when they are not the confirmed ones."""
        return heading_of(self.shape.preset, self.form.listed_state)

    @property
    def notes(self) -> list[str]:
        """Return what narrows the list, without repeating whom was searched for."""
        filters = self.form.filters_in_words()
        narrowed = [_("Part of the list: %(filters)s") % {"filters": " · ".join(filters)}]
        searched = [_("Part of the list: only what a search found.")]
        return (narrowed if filters else []) + (searched if self.form.is_searched else [])


def listing_for(request: HttpRequest, user: User, slug: str) -> Listing:
    """Return the list asked for, or answer 404 as for an event that does not exist.

    Raises LeadOn: see search_in.
    """
    event = get_object_or_404(events_with_lists_for(user), slug=slug)
    search = search_in(request, desk_url("attendees", slug))
    query = request.POST if request.method == "POST" else request.GET
    form = AttendeeFilterForm(query, list_setting_of(event, user), search)
    return Listing(event, form, listed_ids(event, form.choice()))


def printing_of(
    listing: Listing, user: User, now: datetime.datetime, sheet_code: str = ""
) -> Printing:
    """Return who prints this list, when and how it is headed."""
    return Printing(
        username=user.username,
        now=now,
        language=page_language(),
        heading=listing.heading,
        shape=listing.shape,
        notes=tuple(listing.notes),
        sheet_code=sheet_code,
    )


def list_frame(listing: Listing, user: User) -> dict[str, Any]:
    """Return the frame of a page about a list, with the addresses of its other forms."""
    slug = listing.event.slug
    query = listing.form.query()
    names = ("attendees", "attendees_print", "attendees_pdf", "attendees_xlsx", "attendees_csv")
    return {
        "event": listing.event,
        "words": listing.words,
        "heading": listing.heading,
        "urls": {
            **{name: f"{desk_url(name, slug)}{f'?{query}' if query else ''}" for name in names},
            "files": desk_url("list_files", slug),
            "columns": desk_url("list_columns", slug),
        },
        **frame(
            user,
            (listing.words.title, desk_url("event", slug)),
            (_("Attendee list"), desk_url("attendees", slug)),
            current=desk_url("attendees", slug),
        ),
    }


def too_long_for_paper(request: HttpRequest, listing: Listing, user: User) -> HttpResponse:
    """Say that a list would hold the desk for minutes, and what to do instead."""
    context = {"limit": LONGEST_PAPER_LIST, **list_frame(listing, user)}
    return render(request, "desk/too_long.html", context, status=413)


def too_long_to_wait(
    request: HttpRequest, listing: Listing, user: User, kind: ListFileKind
) -> HttpResponse:
    """Offer to make a long list without anybody waiting: opening an address makes no file."""
    context = {
        "kind": kind.value,
        "row_count": listing.ids.count(),
        "asked": listing.form.differences(),
        **list_frame(listing, user),
    }
    return render(request, "desk/long_list.html", context, status=413)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
@leads_on
def attendee_list(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show a page of the list, searched and sorted as asked; on POST keep the search first."""
    listing = listing_for(request, user, slug)
    if request.method == "POST":
        raise LeadOn(f"{desk_url('attendees', slug)}?{listing.form.query()}".rstrip("?"))
    page = Paginator(listing.ids, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    parties = parties_in_order(list(page.object_list))
    rows = rows_of(parties, language=page_language(), first_number=page.start_index())
    log_attendee_list(
        actor=user,
        action=AuditAction.VIEW,
        event=listing.event,
        columns=logged_columns(Medium.SCREEN, listing.shape),
        row_count=len(rows),
        now=timezone.now(),
    )
    query = listing.form.query()
    context = {
        "filter": listing.form,
        "page_obj": page,
        "columns": headings(Medium.SCREEN, listing.shape),
        "rows": cells_of(rows, Medium.SCREEN, listing.shape),
        "places": places_of(listing.event),
        "query": f"{query}&" if query else "",
        "asked": listing.form.differences(),
        "last_print": _last_print(listing),
        "empty": EMPTY_WORDS[listing.form.listed_state],
        **list_frame(listing, user),
    }
    return render(request, "desk/attendees.html", context)


def _last_print(listing: Listing) -> dict[str, str] | None:
    """Return the sheet a print of changes would go on from, in words; None where there is none."""
    if listing.form.is_part or not listing.shape.names_people:
        return None
    last = last_print_of(listing.event, listing.form.listed_state)
    if last is None:
        return None
    return {"code": last.sheet_code, "printed": moment_words(last.printed_at, page_language())}


@require_safe
@signed_in_only
@leads_on
def attendee_print(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show the whole list, or a sheet by its code, as a page made for paper."""
    listing = listing_for(request, user, slug)
    sheet = _sheet_asked_for(request, listing)
    ids = sheet.registration_ids if sheet else list(listing.ids[: LONGEST_PAPER_LIST + 1])
    if len(ids) > LONGEST_PAPER_LIST:
        return too_long_for_paper(request, listing, user)
    now = timezone.now()
    rows = _numbered(ids)
    log_attendee_list(
        actor=user,
        action=AuditAction.PRINT,
        event=listing.event,
        columns=logged_columns(Medium.PAPER, listing.shape),
        row_count=len(rows),
        now=now,
    )
    printing = printing_of(listing, user, now, sheet.sheet_code if sheet else "")
    context = {
        "columns": headings(Medium.PAPER, listing.shape),
        "rows": cells_of(rows, Medium.PAPER, listing.shape),
        "blank_rows": range(listing.shape.blank_row_count),
        "people": sum(row.registration.party_size for row in rows),
        "printed_line": " · ".join(filter(None, (sheet_line(printing), printed_line(printing)))),
        "note": " · ".join(listing.notes),
        "asked": listing.form.differences(),
        **list_frame(listing, user),
    }
    return render(request, "desk/attendees_print.html", context)


def _sheet_asked_for(request: HttpRequest, listing: Listing) -> ListPrint | None:
    code = request.GET.get("sheet")
    if not code:
        return None
    sheet = print_with_code(listing.event, code)
    if sheet is None:
        raise Http404
    return sheet


def _numbered(ids: Sequence[int]) -> list[ListRow]:
    """Return the rows with their place among the ids, though one of them be gone since."""
    places = {pk: number for number, pk in enumerate(ids, 1)}
    rows = rows_of(whole_list(ids), language=page_language())
    return [replace(row, number=places[row.registration.pk]) for row in rows]
