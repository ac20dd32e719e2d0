"""What the desk says of a file that is made or being made, and what the log says of it."""

import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.models import User
from events.desk.lists.columns import Medium
from events.desk.lists.files import shape_of
from events.desk.lists.print_files import look_of
from events.desk.lists.shapes import heading_of, logged_columns
from events.desk.services import LIST_KIND, log_attendee_list
from events.desk.views.access import desk_url
from events.enums import ListFileKind, ListPreset, RegistrationState
from events.models import Event, ListFile
from events.prints.enums import PrintSheet
from events.prints.lists.drawing import SLIPS
from events.prints.rules import edition_of
from events.prints.selectors import SLIPS_KIND
from events.prints.services import Printing, log_print
from events.selectors import moment_words
from participants.enums import AuditAction
from participants.views import page_language

SLIP_COLUMNS = ("group_name", "reference", "slips")


def file_in_words(event: Event, found: ListFile) -> dict[str, Any]:
    """Return what pages show of a file."""
    address = (event.slug, str(found.pk))
    return {
        "heading": heading_of_file(found),
        "kind": ListFileKind(found.kind).label,
        "state": found.state,
        "asked": moment_words(found.asked_at, page_language()),
        "done": found.done_count,
        "total": found.row_count,
        "counted": _counted(found),
        "progress": progress_in_words(found),
        "sheet_code": found.list_print.sheet_code if found.list_print else "",
        "url": desk_url("list_file", *address),
        "bytes_url": desk_url("list_file_bytes", *address),
        "progress_url": desk_url("list_file_progress", *address),
    }


def heading_of_file(found: ListFile) -> str:
    """Return what the file is: a list of whom, or which print of the shop."""
    if found.sheet == SLIPS:
        return _("Consent slips")
    if found.sheet:
        return str(PrintSheet(found.sheet).label)
    return heading_of(ListPreset(found.preset), RegistrationState(found.listed_state))


def progress_in_words(found: ListFile) -> str:
    """Return how far the file is."""
    counts = {"done": found.done_count, "total": found.row_count}
    if found.sheet in (SLIPS, PrintSheet.CERTIFICATES):
        return _("Being made: %(done)d of %(total)d") % counts
    return _("Being made: %(done)d of %(total)d registrations") % counts


def _counted(found: ListFile) -> str:
    count = {"count": found.row_count}
    if found.sheet == SLIPS:
        return ngettext("%(count)d slip", "%(count)d slips", found.row_count) % count
    if found.sheet == PrintSheet.CERTIFICATES:
        said = ngettext("%(count)d certificate", "%(count)d certificates", found.row_count)
        return said % count
    return ngettext("%(count)d registration", "%(count)d registrations", found.row_count) % count


def log_fetching(event: Event, found: ListFile, user: User, now: datetime.datetime) -> None:
    """Write and commit who fetches a file, before its first byte leaves."""
    is_paper = found.kind == ListFileKind.PDF
    if found.sheet and found.sheet != SLIPS:
        look = look_of(found)
        printing = Printing(
            actor=user,
            event=event,
            sheet=found.sheet,
            languages=look.languages,
            edition=edition_of(look.edition),
            people_count=look.people_count,
        )
        log_print(printing=printing, now=now)
        return
    medium = Medium.PAPER if is_paper else Medium.SHEET
    is_slips = found.sheet == SLIPS
    log_attendee_list(
        actor=user,
        action=AuditAction.PRINT if is_paper else AuditAction.EXPORT,
        event=event,
        columns=SLIP_COLUMNS if is_slips else logged_columns(medium, shape_of(found)),
        row_count=found.list_print.row_count if found.list_print else found.row_count,
        now=now,
        kind=SLIPS_KIND if is_slips else LIST_KIND,
    )
