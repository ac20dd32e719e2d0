"""What each purpose shows: no more than it needs, and nobody at all in statistics."""

import pytest
from django.utils import translation

from events.desk.lists.columns import ATTENDEE_COLUMNS, Medium
from events.desk.lists.rows import ListRow
from events.desk.lists.shapes import (
    LYING_MM,
    NAME_MM,
    UPRIGHT_MM,
    ListShape,
    choosable_columns,
    columns_drawn,
    columns_for,
    logged_columns,
    paper_width_mm,
)
from events.enums import ListPreset, PartyKind
from events.models import Event
from tests.events.desk.builders import register

PRESETS = [preset for preset in ListPreset if preset != ListPreset.OWN]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_purpose_fits_on_a4(preset: ListPreset) -> None:
    assert paper_width_mm(columns_drawn(Medium.PAPER, ListShape(preset))) <= UPRIGHT_MM


@pytest.mark.parametrize("medium", [Medium.SCREEN, Medium.PAPER])
@pytest.mark.parametrize("preset", ListPreset)
def test_no_page_has_room_for_a_whole_phone(preset: ListPreset, medium: Medium) -> None:
    shape = ListShape(preset, tuple(choosable_columns()))

    assert "phone" not in logged_columns(medium, shape)


@pytest.mark.parametrize("medium", Medium)
def test_statistics_hold_nothing_of_anybody(lahore: Event, medium: Medium) -> None:
    registration = register(lahore, "Marked Name", party=("Marked Companion",))
    registration.kind, registration.group_name = PartyKind.GROUP, "Marked School"
    row = ListRow(17, registration, ("Marked Companion",), "en")

    columns = columns_for(medium, ListShape(ListPreset.STATISTICS))
    with translation.override("en"):
        texts = " | ".join(column.text_of(row) for column in columns)

    for told in ("Marked", registration.reference, "4567", "17", "12:00"):
        assert told not in texts
    assert "School or organisation" in texts
    assert {column.key for column in columns}.isdisjoint(
        {"name", "party_names", "reference", "phone", "phone_last_four", "group_name"}
    )


def test_own_columns_stand_in_reading_order_with_their_number() -> None:
    shape = ListShape(ListPreset.OWN, ("state", "name", "phone"))

    assert logged_columns(Medium.PAPER, shape) == ["number", "name", "phone_last_four", "state"]
    assert logged_columns(Medium.SHEET, shape) == ["number", "name", "phone", "state"]


def test_boxes_to_write_in_stand_on_paper_only() -> None:
    shape = ListShape(ListPreset.OWN, ("name", "present", "signature"))

    assert logged_columns(Medium.PAPER, shape) == ["number", "name", "present", "signature"]
    assert logged_columns(Medium.SCREEN, shape) == ["number", "name"]


def test_every_column_of_paper_knows_its_width_or_is_the_name() -> None:
    without = [
        column.key
        for column in ATTENDEE_COLUMNS
        if Medium.PAPER in column.media and column.width_mm is None
    ]

    assert without == ["name", "party_names"]
    assert NAME_MM < UPRIGHT_MM < LYING_MM
