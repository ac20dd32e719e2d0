"""The attendee list on the screen and as a page for the browser's printer."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.models import User
from events.desk.forms.attendees import AttendeeFilterForm
from events.desk.lists.columns import STATE_LABELS, Medium, logged_columns, rows_of
from events.desk.lists.event_words import EventWords, words_of
from events.desk.lists.paper import Printing, part_note, printed_line
from events.desk.lists.screen import cells_of, headings
from events.desk.rules import BLANK_ROWS, LONGEST_PAPER_LIST
from events.desk.selectors import events_with_lists_for, listed_ids, parties_in_order, whole_list
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url, frame, page_language, signed_in_only
from events.enums import RegistrationState
from events.models import Event, Registration
from events.selectors import places_of
from participants.enums import AuditAction

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
    def heading(self) -> str:
        """Return "Attendee list", and of whom when they are not the confirmed ones."""
        heading = _("Attendee list")
        if self.form.chosen_state == RegistrationState.CONFIRMED:
            return heading
        return f"{heading}: {STATE_LABELS[self.form.chosen_state]}"


def listing_for(request: HttpRequest, user: User, slug: str) -> Listing:
    """Return the list asked for, or answer 404 as for an event that does not exist."""
    event = get_object_or_404(events_with_lists_for(user), slug=slug)
    form = AttendeeFilterForm(request.GET)
    return Listing(event, form, listed_ids(event, form.choice()))


def printing_of(listing: Listing, user: User, now: datetime.datetime) -> Printing:
    """Return who prints this list, when and how it is headed."""
    return Printing(user.username, now, page_language(), listing.heading, listing.form.search)


def list_frame(listing: Listing, user: User) -> dict[str, Any]:
    """Return the frame of a page about a list, with the addresses of its other forms."""
    slug = listing.event.slug
    query = listing.form.query()
    names = ("attendees", "attendees_print", "attendees_pdf", "attendees_csv")
    return {
        "event": listing.event,
        "words": listing.words,
        "heading": listing.heading,
        "urls": {name: f"{desk_url(name, slug)}{f'?{query}' if query else ''}" for name in names},
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


@require_safe
@signed_in_only
def attendee_list(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show a page of the list, searched and sorted as asked."""
    listing = listing_for(request, user, slug)
    page = Paginator(listing.ids, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    parties = parties_in_order(list(page.object_list))
    rows = rows_of(parties, language=page_language(), first_number=page.start_index())
    log_attendee_list(
        actor=user,
        action=AuditAction.VIEW,
        event=listing.event,
        columns=logged_columns(Medium.SCREEN),
        row_count=len(rows),
        now=timezone.now(),
    )
    query = listing.form.query()
    context = {
        "filter": listing.form,
        "page_obj": page,
        "columns": headings(Medium.SCREEN),
        "rows": cells_of(rows, Medium.SCREEN),
        "places": places_of(listing.event),
        "query": f"{query}&" if query else "",
        **list_frame(listing, user),
    }
    return render(request, "desk/attendees.html", context)


@require_safe
@signed_in_only
def attendee_print(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show the whole list as a page made for paper: A4, boxes to tick and sign, blank rows."""
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
    context = {
        "columns": headings(Medium.PAPER),
        "rows": cells_of(rows, Medium.PAPER),
        "blank_rows": range(BLANK_ROWS),
        "people": sum(row.registration.party_size for row in rows),
        "printed_line": printed_line(printing),
        "note": part_note(printing),
        **list_frame(listing, user),
    }
    return render(request, "desk/attendees_print.html", context)
