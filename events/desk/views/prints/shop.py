"""The shop's first page: every sheet with a picture, and which of them to print anew."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.models import User
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import action_page, run_event
from events.models import Event
from events.prints.enums import PrintSheet
from events.prints.lists import words
from events.prints.selectors import (
    KIND_PREFIX,
    KIT_KIND,
    SLIPS_KIND,
    LastPrint,
    last_change_at,
    last_prints,
)
from participants.views import page_language
from urdu.dates import format_clock, format_day


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of sheet: its picture, what it is for, and what became of its last print."""

    title: str
    hint: str
    url: str
    picture: str
    printed_line: str
    old_line: str


@require_safe
@signed_in_only
def shop(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show what can be printed for an event, and what was printed before its last change."""
    event = run_event(user, slug)
    shelves = _shelves(event)
    return action_page(
        request,
        user,
        event,
        "desk/prints.html",
        title=_("Print shop"),
        shelves=shelves,
        anew=[shelf for shelf in shelves if shelf.old_line],
    )


def _shelves(event: Event) -> list[Shelf]:
    prints = last_prints(event, words.edition(event))
    shelves = [
        _shelf(event, sheet.value, str(sheet.label), prints.get(f"{KIND_PREFIX}{sheet.value}"))
        for sheet in PrintSheet
    ]
    slips = _shelf(event, "slips", _("Consent slips"), prints.get(SLIPS_KIND))
    kit = _shelf(event, "starter-kit", _("Starter kit for hosts"), prints.get(KIT_KIND))
    return [*shelves[:4], slips, shelves[4], kit]


def _shelf(event: Event, name: str, title: str, last: LastPrint | None) -> Shelf:
    urls = {
        "slips": desk_url("slips", event.slug),
        "starter-kit": desk_url("prints_kit", event.slug),
    }
    return Shelf(
        title=title,
        hint=_hints()[name],
        url=urls.get(name) or desk_url("print_sheet", event.slug, name),
        picture=desk_url("print_preview", event.slug, name),
        printed_line=printed_line(last),
        old_line=old_line(event, last),
    )


def printed_line(last: LastPrint | None) -> str:
    """Say when a sheet was printed last; nothing of one that never was."""
    if last is None:
        return ""
    language, at = page_language(), timezone.localtime(last.printed_at)
    said = {"day": format_day(at.date(), language), "clock": format_clock(at, language)}
    return _("Printed last: %(day)s, %(clock)s") % said


def old_line(event: Event, last: LastPrint | None) -> str:
    """Say that the paper no longer tells the truth, and since when."""
    if last is None or not last.is_old:
        return ""
    changed_at = last_change_at(event) or event.schedule.changed_at
    day = format_day(timezone.localtime(changed_at).date(), page_language())
    if last.is_before_a_change:
        return _("Older than the change of %(day)s: print it anew.") % {"day": day}
    return _("The event’s words have changed since: print it anew.")


def _hints() -> dict[str, str]:
    return {
        PrintSheet.POSTERS.value: _("For walls, WhatsApp and stories, with day, place and code"),
        PrintSheet.PLACARDS.value: _("To carry: one sentence, as large as it goes"),
        PrintSheet.BADGES.value: _("Eight on a sheet, by role, with the code of the pass"),
        PrintSheet.SIGNS.value: _("Registration, water, lost children and more"),
        PrintSheet.CERTIFICATES.value: _("For those who took part, with a code anybody can check"),
        "slips": _("For children of groups, to be signed at home"),
        "starter-kit": _("One file: what to do, poster, placards, sign-up sheet, numbers for help"),
    }
