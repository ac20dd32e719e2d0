"""The log in words: what was done, with what, to whom, in the page's language."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.desk.lists.talking import AUDIENCE_LABELS
from events.models import Event
from events.prints.enums import PrintSheet
from events.prints.rules import is_of_an_edition
from events.prints.selectors import KIND_PREFIX
from events.selectors import day_words, moment_words
from events.staff.enums import Deed
from events.staff.selectors import events_named, log_subjects
from participants.enums import AuditAction
from participants.models import AuditEntry

BATCH = 500
MORE_THAN_ONE = 2
# What a line of these counts is people, or drafts; of every other kind it is rows.
PEOPLE_KINDS = ("gate-let-in", "gate-taken-back", "gate-walk-in", "gate-walk-in-undone")
DRAFT_KINDS = ("events-planned", "year-started", "plan-taken-back")
ACTION_LABELS: dict[str, Promise] = {
    AuditAction.VIEW: gettext_lazy("Seen"),
    AuditAction.PRINT: gettext_lazy("Printed"),
    AuditAction.EXPORT: gettext_lazy("Taken as a file"),
    AuditAction.CHANGE: gettext_lazy("Changed"),
}
KIND_LABELS: dict[str, Promise] = {
    "attendees": gettext_lazy("Attendee list"),
    "consent-slips": gettext_lazy("Consent slips"),
    "possible-repeats": gettext_lazy("Possible repeats"),
    "repeat-merged": gettext_lazy("Two registrations merged"),
    "repeat-kept": gettext_lazy("Two registrations kept"),
    "invitations": gettext_lazy("Invitations"),
    "staff": gettext_lazy("People of the desk"),
    "volunteers": gettext_lazy("Helpers"),
    "log": gettext_lazy("Log"),
    "groups": gettext_lazy("Groups to write to"),
    "desk-message": gettext_lazy("Message sent"),
    "send-queue": gettext_lazy("Messages by hand"),
    "gate-search": gettext_lazy("Search at the gate"),
    "gate-snapshot": gettext_lazy("List taken to a phone"),
    "gate-conflicts": gettext_lazy("Conflicts at the gate"),
    "gate-let-in": gettext_lazy("Let in at the gate"),
    "gate-taken-back": gettext_lazy("Letting in taken back"),
    "gate-walk-in": gettext_lazy("Walk-in at the gate"),
    "gate-walk-in-undone": gettext_lazy("Walk-in taken back"),
    "gate-link-made": gettext_lazy("Link to the gate made"),
    "gate-link-closed": gettext_lazy("Link to the gate closed"),
    "gate-phone-closed": gettext_lazy("Phone at the gate closed"),
    "events-planned": gettext_lazy("Events planned"),
    "year-started": gettext_lazy("Next year started"),
    "plan-taken-back": gettext_lazy("Plan taken back"),
    "year-made-current": gettext_lazy("Current year changed"),
    "paper-rows": gettext_lazy("Paper list typed in"),
    "paper-rows-undone": gettext_lazy("Typing taken back"),
    "sheet-photograph": gettext_lazy("Photograph of a sheet"),
    "report-published": gettext_lazy("Report published"),
    "report-withdrawn": gettext_lazy("Report withdrawn"),
    "host-applications": gettext_lazy("Applications to host"),
    "host-approved": gettext_lazy("Host approved"),
    "host-declined": gettext_lazy("Application declined"),
    "host-way-in": gettext_lazy("New link for a host"),
    "pledge-trends": gettext_lazy("Pledges in numbers"),
    "pledges-suspect": gettext_lazy("Pledges held for a look"),
    "pledges-invalid": gettext_lazy("Pledges marked as not counted"),
    "pledges-counted": gettext_lazy("Pledges counted after all"),
    "pledges-mark-undone": gettext_lazy("Marking of pledges taken back"),
    "pledge-messages": gettext_lazy("Messages and calls looked at"),
    "pledge-sheet": gettext_lazy("Messages and calls brought in"),
    "pledge-sheet-undone": gettext_lazy("Messages and calls taken back"),
    "wall-names": gettext_lazy("Names for the pledge wall"),
    "wall-decided": gettext_lazy("Name for the pledge wall decided"),
    "placements-made": gettext_lazy("Codes made"),
    "placement-stopped": gettext_lazy("Code stopped"),
    "placement-resumed": gettext_lazy("Code leads on again"),
    "placements-funnel": gettext_lazy("Codes in numbers"),
    "placements-print": gettext_lazy("Codes to print"),
    "partner-consents": gettext_lazy("Whom a partner may write to"),
    "certificates-issued": gettext_lazy("Certificates issued"),
    "certificate-withdrawn": gettext_lazy("Certificate withdrawn"),
    "print-starter-kit": gettext_lazy("Starter kit"),
    **{f"{KIND_PREFIX}{sheet.value}": sheet.label for sheet in PrintSheet},
    Deed.INVITED: gettext_lazy("Account made"),
    Deed.LINK_MADE: gettext_lazy("Link to an account made"),
    Deed.PASSWORD_CHOSEN: gettext_lazy("Password chosen"),
    Deed.SUSPENDED: gettext_lazy("Account suspended"),
    Deed.RESTORED: gettext_lazy("Account restored"),
    Deed.SIGNED_OUT: gettext_lazy("Signed out everywhere"),
    Deed.FACTOR_RESET: gettext_lazy("Second step reset"),
    Deed.CODES_MADE: gettext_lazy("New recovery codes"),
    Deed.ROLE_GIVEN: gettext_lazy("Role given"),
    Deed.ROLE_ENDED: gettext_lazy("Role ended"),
    Deed.HANDED_OVER: gettext_lazy("Event handed over"),
}
# What a line of the log is about, where it is no event.
SUBJECT_LABELS: dict[str, Promise] = {
    "hosting": gettext_lazy("Applications to host"),
    "pledges": gettext_lazy("Pledges"),
    "placements": gettext_lazy("Placements"),
}
# What a list held, or what the detail of a change names.
DETAIL_LABELS: dict[str, Promise] = {
    **AUDIENCE_LABELS,
    "number": gettext_lazy("No."),
    "name": gettext_lazy("Name"),
    "party_names": gettext_lazy("With"),
    "reference": gettext_lazy("Reference number"),
    "phone": gettext_lazy("Phone"),
    "phone_last_four": gettext_lazy("Phone, last four digits"),
    "party_size": gettext_lazy("People"),
    "minors": gettext_lazy("Under 18"),
    "group_name": gettext_lazy("School or organisation"),
    "consent_missing": gettext_lazy("Consent missing"),
    "no_photographs": gettext_lazy("No photographs"),
    "state": gettext_lazy("Status"),
    "registered_at": gettext_lazy("Registered at"),
    "present": gettext_lazy("Present"),
    "signature": gettext_lazy("Signature"),
    "slips": gettext_lazy("Consent slips"),
    "username": gettext_lazy("Username"),
    "organisation_name": gettext_lazy("School or organisation"),
    "guest_group": gettext_lazy("Group"),
    "guest_seats": gettext_lazy("Seats"),
    "answer": gettext_lazy("Answer"),
    "reach": gettext_lazy("Reached by"),
    "city": gettext_lazy("City"),
    "created_at": gettext_lazy("Time"),
    "arrived": gettext_lazy("Arrived"),
    "message": gettext_lazy("Message"),
    "ur": gettext_lazy("Urdu"),
    "en": gettext_lazy("English"),
    "visits": gettext_lazy("Visits"),
    "registered": gettext_lazy("Registrations"),
    "attended": gettext_lazy("Came"),
    "pledged": gettext_lazy("Pledges"),
    "confirmed": gettext_lazy("Counted pledges"),
    "email": gettext_lazy("Email"),
    "language": gettext_lazy("Language"),
    "agreed_at": gettext_lazy("Agreed on"),
    "wording": gettext_lazy("In these words"),
    "role": gettext_lazy("Works as"),
    "roles": gettext_lazy("Works as"),
    "at": gettext_lazy("Time"),
    "actor": gettext_lazy("Who"),
    "action": gettext_lazy("What was done"),
    "kind": gettext_lazy("With what"),
    "event": gettext_lazy("Event"),
    "account": gettext_lazy("Account"),
    "columns": gettext_lazy("Columns"),
    "row_count": gettext_lazy("Rows"),
    "organiser": gettext_lazy("Organiser"),
    "host": gettext_lazy("Partner host"),
    "volunteer": gettext_lazy("Gate volunteer"),
    "editor": gettext_lazy("Editor"),
    "translator": gettext_lazy("Translator"),
    "reviewer": gettext_lazy("Reviewer"),
    "data-officer": gettext_lazy("Data officer"),
    "director": gettext_lazy("Director"),
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log as the page shows it; a kind without words stands there as its code.

    `event` is the event's title and day; `subject` what there is instead of an event, as its code.
    """

    at: SafeString
    actor: str
    action: str
    kind: str
    is_kind_a_code: bool
    event: str
    subject: str
    whom: str
    details: str
    counted: str


def kind_words(kind: str) -> tuple[str, bool]:
    """Return a kind in words, and whether it has none yet and stands there as its code."""
    label = KIND_LABELS.get(kind)
    return (str(label), False) if label else (kind, True)


def detail_words(codes: list[str], language: str) -> str:
    """Return columns or details in words; what has none stands there as its code."""
    comma = "، " if language == "ur" else ", "
    names = [code.rpartition(":")[2] for code in codes if not is_of_an_edition(code)]
    return comma.join(str(DETAIL_LABELS.get(name, name)) for name in names)


def event_words(event: Event, language: str) -> str:
    """Return an event's title and its day: walks of two years may have one title."""
    title = getattr(event, f"title_{language}")
    return f"{title} · {day_words(event.schedule, language)}"


def names_of(subjects: Collection[str], language: str) -> dict[str, str]:
    """Return what the log is about in words, by subject: events there are, and what is none."""
    names = {name: str(label) for name, label in SUBJECT_LABELS.items() if name in subjects}
    return names | {event.slug: event_words(event, language) for event in events_named(subjects)}


def lines_of(entries: list[AuditEntry], language: str) -> list[LogLine]:
    """Return lines of the log in words."""
    names = names_of({entry.subject for entry in entries}, language)
    return [_line(entry, names, language) for entry in entries]


def _line(entry: AuditEntry, names: Mapping[str, str], language: str) -> LogLine:
    kind, is_code = kind_words(entry.kind)
    return LogLine(
        at=moment_words(entry.at, language),
        actor=entry.actor.username,
        action=str(ACTION_LABELS[entry.action]),
        kind=kind,
        is_kind_a_code=is_code,
        event=names.get(entry.subject, ""),
        subject="" if entry.subject in names else entry.subject,
        whom=entry.whom.username if entry.whom else "",
        details=detail_words(entry.columns, language),
        counted=_counted(entry),
    )


def _counted(entry: AuditEntry) -> str:
    """Return how much it was about, in words: people at a gate, drafts of a plan, else rows."""
    count = {"count": entry.row_count}
    if entry.kind in PEOPLE_KINDS:
        return ngettext("%(count)d person", "%(count)d people", entry.row_count) % count
    if entry.kind in DRAFT_KINDS:
        return ngettext("%(count)d draft", "%(count)d drafts", entry.row_count) % count
    if entry.row_count < MORE_THAN_ONE:
        return ""
    return ngettext("%(count)d row", "%(count)d rows", entry.row_count) % count


def log_headings() -> list[str]:
    """Return the first line of the log as a sheet."""
    return [
        _("Time"),
        _("Who"),
        _("What was done"),
        _("With what"),
        _("Event"),
        _("Account"),
        _("Columns"),
        _("Rows"),
    ]


def log_sheet(entries: QuerySet[AuditEntry], language: str) -> Iterator[list[str]]:
    """Yield the log as lines of a sheet, times as in Karachi; only a batch in memory at a time."""
    with translation.override(language):
        names = names_of(log_subjects(), language)
    for entry in entries.iterator(chunk_size=BATCH):
        # Streamed: the request's own language is gone by then.
        with translation.override(language):
            kind, _is_code = kind_words(entry.kind)
            action = str(ACTION_LABELS[entry.action])
            details = detail_words(entry.columns, language)
        yield [
            f"{timezone.localtime(entry.at):%Y-%m-%d %H:%M:%S}",
            entry.actor.username,
            action,
            kind,
            names.get(entry.subject, entry.subject),
            entry.whom.username if entry.whom else "",
            details,
            str(entry.row_count),
        ]
