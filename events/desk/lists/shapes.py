"""What a list is for: the columns of each purpose, and those an organiser chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from documents.lists import ColumnKind
from events.desk.lists.columns import ATTENDEE_COLUMNS, AttendeeColumn, Medium
from events.desk.lists.rows import STATE_LABELS
from events.enums import ListPreset, RegistrationState
from events.models.list_paper import USUAL_BLANK_ROWS

# A4 between margins of 12 mm, upright and lying.
UPRIGHT_MM = 186
LYING_MM = 273
# What a name needs; it takes all that the other columns leave.
NAME_MM = 44

PRESET_LABELS: dict[ListPreset, Promise] = {
    ListPreset.DOOR: _("Door"),
    ListPreset.TRANSPORT: _("Transport"),
    ListPreset.BADGES: _("Badges"),
    ListPreset.STATISTICS: _("Statistics without people"),
    ListPreset.OWN: _("My own columns"),
}
PRESET_HEADINGS: dict[ListPreset, Promise] = {
    ListPreset.DOOR: _("Attendee list"),
    ListPreset.TRANSPORT: _("Transport list"),
    ListPreset.BADGES: _("List for badges"),
    ListPreset.STATISTICS: _("Statistics without people"),
    ListPreset.OWN: _("Attendee list"),
}

_DOOR = ("number", "name", "party_names", "reference", "phone", "party_size", "minors")
_TRANSPORT = ("number", "name", "phone", "party_size", "minors", "group_name")
_BADGES = ("number", "name", "party_names", "reference", "group_name", "no_photographs")
# Nothing here tells one person from another: no name, number, code or hour.
_STATISTICS = (
    "party_size", "minors", "kind", "consent_missing", "no_photographs", "language", "state",
    "registered_on", "arrived",
)  # fmt: skip
_SHEET_OF_ALL = (
    *_DOOR, "group_name", "consent_missing", "no_photographs", "state", "registered_at",
    "arrived",
)  # fmt: skip

_COLUMNS: Mapping[ListPreset, Mapping[Medium, Sequence[str]]] = {
    ListPreset.DOOR: {
        Medium.SCREEN: (*_DOOR, "registered_at"),
        Medium.PAPER: (*_DOOR, "present", "signature"),
        Medium.SHEET: _SHEET_OF_ALL,
    },
    ListPreset.TRANSPORT: dict.fromkeys(Medium, _TRANSPORT)
    | {Medium.PAPER: (*_TRANSPORT, "boarded")},
    ListPreset.BADGES: dict.fromkeys(Medium, _BADGES) | {Medium.PAPER: (*_BADGES, "handed_out")},
    ListPreset.STATISTICS: dict.fromkeys(Medium, _STATISTICS),
}  # fmt: skip


def heading_of(preset: ListPreset, state: RegistrationState) -> str:
    """Return what a list is, and of whom when they are not the confirmed ones."""
    heading = str(PRESET_HEADINGS[preset])
    if state == RegistrationState.CONFIRMED:
        return heading
    return f"{heading}: {STATE_LABELS[state]}"


@dataclass(frozen=True, slots=True)
class ListShape:
    """What a list is for, the columns of an organiser's own choice, and rows left blank."""

    preset: ListPreset = ListPreset.DOOR
    own_columns: tuple[str, ...] = ()
    blank_row_count: int = USUAL_BLANK_ROWS

    @property
    def names_people(self) -> bool:
        """Whether a row can be told to be somebody's."""
        return self.preset != ListPreset.STATISTICS


def choosable_columns() -> dict[str, Promise]:
    """Return the columns an organiser can choose, by key, in reading order; the number is kept."""
    return {
        column.chosen_by: column.heading for column in ATTENDEE_COLUMNS if column.key != "number"
    }


def columns_for(medium: Medium, shape: ListShape) -> list[AttendeeColumn]:
    """Return the columns of one medium in reading order."""
    chosen = chosen_keys(medium, shape)
    return [
        column
        for column in ATTENDEE_COLUMNS
        if medium in column.media and column.chosen_by in chosen
    ]


def columns_drawn(medium: Medium, shape: ListShape) -> list[AttendeeColumn]:
    """Return the columns of a page: who comes along stands under the name, if there is one."""
    columns = columns_for(medium, shape)
    has_name = any(column.kind == ColumnKind.NAME for column in columns)
    return [column for column in columns if column.key != "party_names" or not has_name]


def chosen_keys(medium: Medium, shape: ListShape) -> frozenset[str]:
    """Return the keys of the columns chosen for one medium, whether it can show them or not."""
    if shape.preset == ListPreset.OWN:
        return frozenset({"number", *shape.own_columns})
    return frozenset(_COLUMNS[shape.preset][medium])


def logged_columns(medium: Medium, shape: ListShape) -> list[str]:
    """Return the keys the log keeps for one medium."""
    return list(dict.fromkeys(column.key for column in columns_for(medium, shape)))


def paper_width_mm(columns: Sequence[AttendeeColumn]) -> float:
    """Return how much room these columns need on paper; what stands under the name needs none."""
    return sum(
        column.width_mm or (NAME_MM if column.kind == ColumnKind.NAME else 0) for column in columns
    )
