"""Lists as files that are kept a while: asked for, looked after, fetched; and what was printed."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.forms.attendees import FOUND
from events.desk.lists.changes import fingerprint_of
from events.desk.lists.event_words import words_of
from events.desk.lists.shapes import PRESET_HEADINGS, heading_of
from events.desk.rules import LONGEST_PAPER_LIST, is_made_at_once
from events.desk.selectors import events_with_lists_for
from events.desk.selectors.attendees import whole_list
from events.desk.selectors.list_files import bytes_of, files_of
from events.desk.selectors.prints import print_with_code, prints_of
from events.desk.services.list_files import KEPT_HOURS, FileRequest, ask_for_file, make_file
from events.desk.services.list_prints import SheetFacts, record_print
from events.desk.views.access import desk_url, frame, signed_in_only
from events.desk.views.attendees import Listing, listing_for, too_long_for_paper
from events.desk.views.file_words import file_in_words, log_fetching, progress_in_words
from events.desk.views.files import XLSX, as_attachment, file_name
from events.desk.views.searches import leads_on
from events.enums import ListFileKind, ListFileState, ListPreset, RegistrationState
from events.models import Event, ListFile, ListPrint
from events.selectors import moment_words
from participants.errors import NotSealedByUs
from participants.views import page_language

PAGE = "page"
SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
@leads_on
def list_files(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show one's files and what was printed; on POST make or begin another."""
    if request.method == "POST":
        listing = listing_for(request, user, slug)
        return _asked(request, user, listing)
    event = get_object_or_404(events_with_lists_for(user), slug=slug)
    context = {
        "files": [file_in_words(event, file) for file in files_of(event, user)[:SHOWN]],
        "prints": [_print_in_words(sheet) for sheet in prints_of(event)[:SHOWN]],
        "kept_hours": KEPT_HOURS,
        "files_url": desk_url("list_files", slug),
        **_frame(event, user),
    }
    return render(request, "desk/list_files.html", context)


def _asked(request: HttpRequest, user: User, listing: Listing) -> HttpResponse:
    wanted = request.POST.get("as", "")
    is_sheet = wanted == ListFileKind.XLSX
    if not is_sheet and wanted not in (PAGE, ListFileKind.PDF):
        return HttpResponseRedirect(desk_url("attendees", listing.event.slug))
    ids = list(listing.ids)
    if len(ids) > LONGEST_PAPER_LIST and not is_sheet:
        return too_long_for_paper(request, listing, user)
    if wanted == PAGE:
        return _print_page(user, listing, ids)
    request_for_file = FileRequest(
        kind=ListFileKind(wanted),
        language=page_language(),
        shape=listing.shape,
        state=listing.form.listed_state,
        registration_ids=ids,
        notes=listing.notes,
        is_part=listing.form.is_part,
        since=None if is_sheet else _sheet_before(request, listing),
    )
    return _made_or_begun(user, listing.event, request_for_file)


def _sheet_before(request: HttpRequest, listing: Listing) -> ListPrint | None:
    """Return the sheet to go on from; a part of a list cannot say who is missing since."""
    code = request.POST.get("since", "")
    if not code or listing.form.is_part:
        return None
    sheet = print_with_code(listing.event, code)
    if sheet is None or sheet.is_part or sheet.listed_state != listing.form.listed_state:
        raise Http404
    return sheet


def _print_page(user: User, listing: Listing, ids: Sequence[int]) -> HttpResponse:
    """Keep what the page will show, then lead to it; the page itself changes nothing."""
    asked = listing.form.differences()
    if listing.shape.names_people:
        facts = SheetFacts(
            language=page_language(),
            preset=listing.shape.preset,
            listed_state=listing.form.listed_state,
            columns=list(listing.shape.own_columns),
            rows=[
                (party.registration.pk, party.registration.state, fingerprint_of(party))
                for party in whole_list(ids)
            ],
            blank_row_count=listing.shape.blank_row_count,
            is_part=listing.form.is_part,
        )
        sheet = record_print(event=listing.event, actor=user, facts=facts, now=timezone.now())
        # Its rows are known now: no search is needed to find them.
        asked = {**asked, FOUND: "", "sheet": sheet.sheet_code}
    query = urlencode({name: value for name, value in asked.items() if value})
    return HttpResponseRedirect(f"{desk_url('attendees_print', listing.event.slug)}?{query}")


def _made_or_begun(user: User, event: Event, asked: FileRequest) -> HttpResponse:
    """Make a short list now and lead to its bytes; leave a long one to the worker."""
    list_file = ask_for_file(event=event, actor=user, request=asked, now=timezone.now())
    is_short = is_made_at_once(ListFileKind(list_file.kind), list_file.row_count)
    is_made = is_short and make_file(list_file=list_file, clock=timezone.now)
    name = "list_file_bytes" if is_made else "list_file"
    response = HttpResponseRedirect(desk_url(name, event.slug, str(list_file.pk)))
    response.status_code = 303
    return response


@require_safe
@signed_in_only
def list_file(request: HttpRequest, user: User, slug: str, file_number: int) -> HttpResponse:
    """Show how far a file is, or that it can be fetched; to be left and come back to."""
    event, found = _file_for(user, slug, file_number)
    context = {
        "file": file_in_words(event, found),
        "is_ready": found.state == ListFileState.READY,
        "is_waiting": found.state == ListFileState.QUEUED,
        "kept_hours": KEPT_HOURS,
        "files_url": desk_url("list_files", slug),
        "list_url": desk_url("attendees", slug),
        **_frame(event, user),
    }
    return render(request, "desk/list_file.html", context)


@require_safe
@signed_in_only
def list_file_progress(
    request: HttpRequest, user: User, slug: str, file_number: int
) -> HttpResponse:
    """Say how far a file is: {"state": "queued", "done": 500, "words": "Being made: …"}."""
    _event, found = _file_for(user, slug, file_number)
    facts = {"state": found.state, "done": found.done_count, "words": progress_in_words(found)}
    return JsonResponse(facts)


@require_safe
@signed_in_only
def list_file_bytes(
    request: HttpRequest, user: User, slug: str, file_number: int
) -> HttpResponseBase:
    """Send a made file to whoever asked for it; the log has its line before the first byte."""
    event, found = _file_for(user, slug, file_number)
    if found.state != ListFileState.READY:
        raise Http404
    is_paper = found.kind == ListFileKind.PDF
    pieces = bytes_of(found)
    try:
        first = next(pieces)
    except NotSealedByUs as error:
        raise Http404 from error
    log_fetching(event, found, user, timezone.now())
    kind = "application/pdf" if is_paper else XLSX
    response = StreamingHttpResponse(chain([first], pieces), content_type=kind)
    response.headers["Content-Length"] = str(found.byte_count)
    name = f"{found.sheet}-{slug}.pdf" if found.sheet else file_name(event, f".{found.kind}")
    return as_attachment(response, name)


def _file_for(user: User, slug: str, number: int) -> tuple[Event, ListFile]:
    """Return a file of one's own, of an event that is still one's own; 404 otherwise."""
    event = get_object_or_404(events_with_lists_for(user), slug=slug)
    return event, get_object_or_404(files_of(event, user), pk=number)


def _print_in_words(sheet: ListPrint) -> dict[str, Any]:
    state = RegistrationState(sheet.listed_state)
    can_go_on = not sheet.is_part
    return {
        "heading": heading_of(ListPreset(sheet.preset), state),
        "code": sheet.sheet_code,
        "printed": moment_words(sheet.printed_at, page_language()),
        "by": sheet.printed_by.username,
        "row_count": sheet.row_count,
        "is_changes": sheet.since_id is not None,
        "is_part": sheet.is_part,
        "asked": {"as": ListFileKind.PDF.value, "since": sheet.sheet_code, "state": state.value}
        if can_go_on
        else {},
    }


def _frame(event: Event, user: User) -> dict[str, Any]:
    here = desk_url("list_files", event.slug)
    words = words_of(event, page_language())
    trail = (
        (words.title, desk_url("event", event.slug)),
        (str(PRESET_HEADINGS[ListPreset.DOOR]), desk_url("attendees", event.slug)),
        (_("Files and prints"), here),
    )
    return {"event": event, "words": words, **frame(user, *trail, current=here)}
