"""The rows of an attendee list, and what is said of a party in words."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from events.desk.selectors import Party
from events.enums import PartyKind, RegistrationState
from events.models import Registration
from urdu.dates import format_clock, format_day

STATE_LABELS: dict[RegistrationState, Promise] = {
    RegistrationState.CONFIRMED: _("Confirmed"),
    RegistrationState.WAITING: _("Waitlist"),
    RegistrationState.OFFERED: _("Places offered"),
    RegistrationState.LAPSED: _("Offer ran out"),
    RegistrationState.CANCELLED: _("Cancelled"),
}
KIND_LABELS: dict[PartyKind, Promise] = {
    PartyKind.PEOPLE: _("Family or friends"),
    PartyKind.GROUP: _("School or organisation"),
}
LANGUAGE_LABELS: dict[str, Promise] = {"ur": _("Urdu"), "en": _("English")}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One party with its number on the list and the language it is shown in.

    `notes` is what this list alone says of it, e.g. that it is new since the last print.
    """

    number: int
    registration: Registration
    names: tuple[str, ...]
    language: str
    consent_missing: int = 0
    arrived_count: int = 0
    notes: tuple[str, ...] = ()

    @property
    def is_all_here(self) -> bool:
        """Whether everybody of the party has arrived, so that the box is ticked."""
        return self.arrived_count >= self.registration.party_size


def rows_of(parties: Sequence[Party], *, language: str, first_number: int = 1) -> list[ListRow]:
    """Number these parties as they stand on the list."""
    return [
        ListRow(
            number=number,
            registration=party.registration,
            names=party.names,
            language=language,
            consent_missing=party.consent_missing,
            arrived_count=party.arrived_count,
        )
        for number, party in enumerate(parties, first_number)
    ]


def comma_in(language: str) -> str:
    """Return the comma between the items of one line."""
    return "، " if language == "ur" else ", "


def remarks_of(row: ListRow, shown: frozenset[str] = frozenset()) -> list[str]:
    """Return what helpers must know of a party before they greet it; stands under its name.

    What has a column of its own on this list, `shown` by its key, is not said twice.
    """
    registration = row.registration
    remarks = list(row.notes)
    # A ticked box says it of a whole party, a count of its own of any.
    is_said = "arrived" in shown or (row.is_all_here and "present" in shown)
    if row.arrived_count and not is_said:
        counts = {"arrived": row.arrived_count, "size": registration.party_size}
        remarks.append(gettext("Arrived: %(arrived)d of %(size)d") % counts)
    if registration.group_name and "group_name" not in shown:
        remarks.append(registration.group_name)
    if row.consent_missing and "consent_missing" not in shown:
        count = {"count": row.consent_missing}
        remarks.append(gettext("Consent missing: %(count)d") % count)
    if registration.wants_no_photographs and "no_photographs" not in shown:
        remarks.append(gettext("No photographs"))
    return remarks


def members_of(row: ListRow) -> str:
    """Return who comes along, on one line."""
    return comma_in(row.language).join(row.names)


def photographs_of(row: ListRow) -> str:
    """Return "Yes" for whoever wants no photographs."""
    return gettext("Yes") if row.registration.wants_no_photographs else ""


def state_of(row: ListRow) -> str:
    """Return the state in words."""
    return _said_of_state(row.registration.state, row.language)


@cache
def _said_of_state(state: str, language: str) -> str:
    with override(language):
        return str(STATE_LABELS[RegistrationState(state)])


def kind_of(row: ListRow) -> str:
    """Return what sort of party it is, in words."""
    return str(KIND_LABELS[PartyKind(row.registration.kind)])


def language_of(row: ListRow) -> str:
    """Return the language the party wrote in."""
    return str(LANGUAGE_LABELS.get(row.registration.contact.language, ""))


def registered_at(row: ListRow) -> datetime.datetime:
    """Return when they registered by the clock of Karachi, without its zone: sheets have none."""
    karachi = timezone.get_default_timezone()
    return row.registration.created_at.astimezone(karachi).replace(tzinfo=None, microsecond=0)


def registered_in_words(row: ListRow) -> str:
    """Return day and hour as people say them."""
    at = registered_at(row)
    day, clock = format_day(at.date(), row.language), format_clock(at, row.language)
    return comma_in(row.language).join((day, clock))
