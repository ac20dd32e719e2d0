"""The columns of an attendee list: each defined once, for the screen, for paper and for a sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from documents.lists import ColumnKind
from events.desk.selectors import Party
from events.enums import RegistrationState
from events.models import Registration
from participants.rules.phones import masked, national_form
from urdu.dates import format_clock, format_day

STATE_LABELS: dict[RegistrationState, Promise] = {
    RegistrationState.CONFIRMED: _("Confirmed"),
    RegistrationState.WAITING: _("Waitlist"),
    RegistrationState.OFFERED: _("Places offered"),
    RegistrationState.LAPSED: _("Offer ran out"),
    RegistrationState.CANCELLED: _("Cancelled"),
}


class Medium(Enum):
    """Where a list is shown."""

    SCREEN = auto()
    PAPER = auto()
    SHEET = auto()


EVERYWHERE = frozenset(Medium)
SCREEN_AND_PAPER = frozenset({Medium.SCREEN, Medium.PAPER})
SCREEN_ONLY = frozenset({Medium.SCREEN})
PAPER_ONLY = frozenset({Medium.PAPER})
SHEET_ONLY = frozenset({Medium.SHEET})


@dataclass(frozen=True, slots=True)
class ListRow:
    """One party with its number on the list and the language it is shown in."""

    number: int
    registration: Registration
    names: tuple[str, ...]
    language: str
    consent_missing: int = 0


@dataclass(frozen=True, slots=True)
class AttendeeColumn:
    """One column: its key in the log, its heading, its text for a row, and where it stands."""

    key: str
    heading: Promise
    kind: ColumnKind
    text_of: Callable[[ListRow], str]
    media: frozenset[Medium]
    width_mm: float | None = None


def comma_in(language: str) -> str:
    """Return the comma between the items of one line."""
    return "، " if language == "ur" else ", "


def _members_on_a_line(row: ListRow) -> str:
    return comma_in(row.language).join(row.names)


def remarks_of(row: ListRow) -> list[str]:
    """Return what helpers must know of a party before they greet it; stands under its name."""
    registration = row.registration
    remarks = [registration.group_name] if registration.group_name else []
    if row.consent_missing:
        count = {"count": row.consent_missing}
        remarks.append(gettext("Consent missing: %(count)d") % count)
    if registration.wants_no_photographs:
        remarks.append(gettext("No photographs"))
    return remarks


def _consent_missing(row: ListRow) -> str:
    return str(row.consent_missing or "")


def _no_photographs(row: ListRow) -> str:
    return gettext("Yes") if row.registration.wants_no_photographs else ""


def _nothing(row: ListRow) -> str:
    return ""


def _registered_in_words(row: ListRow) -> str:
    at = timezone.localtime(row.registration.created_at)
    day, clock = format_day(at.date(), row.language), format_clock(at, row.language)
    return comma_in(row.language).join((day, clock))


def _registered_for_sheets(row: ListRow) -> str:
    return f"{timezone.localtime(row.registration.created_at):%Y-%m-%d %H:%M}"


def _state(row: ListRow) -> str:
    return str(STATE_LABELS[RegistrationState(row.registration.state)])


# The broadest letters of a reference, "MWM-WWWWW", on one line: broken in two nobody finds it.
REFERENCE_MM = 29

ATTENDEE_COLUMNS = (
    AttendeeColumn(
        "number", _("No."), ColumnKind.NUMBER, lambda row: str(row.number), EVERYWHERE, 11
    ),
    AttendeeColumn(
        "name",
        _("Name"),
        ColumnKind.NAME,
        lambda row: row.registration.contact.full_name,
        EVERYWHERE,
    ),
    AttendeeColumn("party_names", _("With"), ColumnKind.TEXT, _members_on_a_line, EVERYWHERE),
    AttendeeColumn(
        "reference",
        _("Reference number"),
        ColumnKind.CODE,
        lambda row: row.registration.reference,
        EVERYWHERE,
        REFERENCE_MM,
    ),
    AttendeeColumn(
        "phone_last_four",
        _("Phone"),
        ColumnKind.CODE,
        lambda row: masked(row.registration.contact.phone),
        SCREEN_AND_PAPER,
        18,
    ),
    AttendeeColumn(
        "phone",
        _("Phone"),
        ColumnKind.CODE,
        lambda row: national_form(row.registration.contact.phone),
        SHEET_ONLY,
    ),
    AttendeeColumn(
        "party_size",
        _("People"),
        ColumnKind.CODE,
        lambda row: str(row.registration.party_size),
        EVERYWHERE,
        13,
    ),
    AttendeeColumn(
        "minors",
        _("Under 18"),
        ColumnKind.CODE,
        lambda row: str(row.registration.minors_count),
        EVERYWHERE,
        15,
    ),
    AttendeeColumn(
        "group_name",
        _("School or organisation"),
        ColumnKind.TEXT,
        lambda row: row.registration.group_name,
        SHEET_ONLY,
    ),
    AttendeeColumn(
        "consent_missing", _("Consent missing"), ColumnKind.CODE, _consent_missing, SHEET_ONLY
    ),
    AttendeeColumn(
        "no_photographs", _("No photographs"), ColumnKind.TEXT, _no_photographs, SHEET_ONLY
    ),
    AttendeeColumn("state", _("Status"), ColumnKind.TEXT, _state, SHEET_ONLY),
    AttendeeColumn(
        "registered_at", _("Registered at"), ColumnKind.TEXT, _registered_in_words, SCREEN_ONLY
    ),
    AttendeeColumn(
        "registered_at", _("Registered at"), ColumnKind.CODE, _registered_for_sheets, SHEET_ONLY
    ),
    AttendeeColumn("present", _("Present"), ColumnKind.TICK, _nothing, PAPER_ONLY, 14),
    AttendeeColumn("signature", _("Signature"), ColumnKind.SIGNATURE, _nothing, PAPER_ONLY, 38),
)


def columns_for(medium: Medium) -> list[AttendeeColumn]:
    """Return the columns of one medium in reading order."""
    return [column for column in ATTENDEE_COLUMNS if medium in column.media]


def logged_columns(medium: Medium) -> list[str]:
    """Return the keys the log keeps for one medium."""
    return [column.key for column in columns_for(medium)]


def rows_of(parties: Sequence[Party], *, language: str, first_number: int = 1) -> list[ListRow]:
    """Number these parties as they stand on the list."""
    return [
        ListRow(number, party.registration, party.names, language, party.consent_missing)
        for number, party in enumerate(parties, first_number)
    ]
