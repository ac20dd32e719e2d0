"""Lists of names as people have them: what is read, and what is wrong with each row."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import SheetUnreadable
from documents.sheet_reading import MAX_ROWS, read_sheet
from events.registration.forms.name_list import NameFault, NoColumnOfNames, names_in, pasted_rows
from tests.documents.sample_sheets import workbook


def pasted(text: str) -> tuple[str, ...]:
    """Return the names in a pasted text."""
    return names_in(pasted_rows(text)).names


def faults_of(text: str) -> list[tuple[int, str, str]]:
    """Return row, column and what stands there of every wrong row."""
    return [(fault.row, fault.column, fault.typed) for fault in names_in(pasted_rows(text)).faults]


@pytest.mark.parametrize(
    "text",
    [
        "علی رضا\nزینب",
        "1. علی رضا\n2. زینب",
        "۱) علی رضا\r\n۲) زینب",
        "1- علی رضا\n\n   \n2 - زینب\n",
        "1 علی رضا\n2 زینب",
        "نام\nعلی رضا\nزینب",
        "1\tعلی رضا\n2\tزینب",
        "No.\tName\tFather's name\n1\tعلی رضا\tرضا\n2\tزینب\tکریم",
        "\x00علی رضا\n\u202eزینب\u202c",
    ],
)
def test_names_in_a_pasted_list_are_read_however_they_are_numbered(text: str) -> None:
    assert pasted(text) == ("علی رضا", "زینب")


def test_a_name_that_begins_with_a_number_loses_only_the_number() -> None:
    assert pasted("12. Bilal 2nd\n3rd Ali") == ("Bilal 2nd", "3rd Ali")


def test_every_wrong_row_is_named_with_what_to_do() -> None:
    text = "علی\n35202-1234567-1\nhttp://bad.example\n=A1\n12345\nزینب"

    with translation.override("en"):
        found = names_in(pasted_rows(text))

    assert found.names == ("علی", "زینب")
    assert found.faults == (
        NameFault(2, "", "35202-1234567-1", "Please do not write an identity card number here."),
        NameFault(3, "", "http://bad.example", "Please write a name in letters only."),
        NameFault(4, "", "=A1", "This is a formula. Write the name itself."),
        NameFault(5, "", "12345", "Please write a name in letters only."),
    )
    assert found.lines[1] == "35202-1234567-1"


def test_a_row_of_a_sheet_is_named_by_row_and_column() -> None:
    sheet = workbook(
        [["Class 5"], ["No", "نام", "جماعت"], [1, "علی", 5], [2, "", 5], [3, 44_000, 5]]
    )

    found = names_in(read_sheet(sheet))

    assert found.names == ("علی",)
    assert [(fault.row, fault.column, fault.typed) for fault in found.faults] == [
        (4, "B", ""),
        (5, "B", "44000"),
    ]


def test_dates_and_formulas_are_no_names() -> None:
    import datetime

    sheet = workbook([["Name"], [datetime.date(2015, 1, 2)], ["=B2"], ["Ali"]])

    with translation.override("en"):
        found = names_in(read_sheet(sheet))

    assert [fault.message for fault in found.faults] == [
        "This is a date, not a name.",
        "This is a formula. Write the name itself.",
    ]


def test_only_the_column_of_names_is_read() -> None:
    sheet = workbook(
        [
            ["CNIC", "Father name", "Student Name", "Phone"],
            ["35202-1234567-1", "Karim", "Ali", "0300 1234567"],
        ]
    )

    found = names_in(read_sheet(sheet))

    assert (found.names, found.faults) == (("Ali",), ())


@pytest.mark.parametrize(
    "rows",
    [
        [["A", "B"], ["Ali", "Karim"]],
        [["First name", "Last name"], ["Ali", "Karim"]],
        [["Name of pupil", "Name of helper"], ["Ali", "Karim"]],
        [["والد کا نام", "جماعت"], ["کریم", "پنجم"]],
    ],
)
def test_a_sheet_whose_column_nobody_can_tell_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(NoColumnOfNames):
        names_in(read_sheet(workbook(rows)))


def test_a_sheet_without_headings_and_one_column_of_letters_is_read() -> None:
    assert names_in(read_sheet(workbook([[1, "Ali"], [2, "Sara"]]))).names == ("Ali", "Sara")


def test_names_that_stand_twice_are_told_but_no_fault() -> None:
    found = names_in(pasted_rows("علی\nزینب\nعلي"))

    assert found.names == ("علی", "زینب", "علي")
    assert found.repeated[0] == ("علی", (1, 3))
    assert found.faults == ()


def test_long_rubbish_is_shown_short() -> None:
    (fault,) = names_in(pasted_rows("ا" * 5000)).faults

    assert len(fault.typed) == 61


def test_more_rows_than_any_group_has_are_refused() -> None:
    with pytest.raises(SheetUnreadable):
        pasted_rows("Ali\tx\n" * (MAX_ROWS + 1))


@given(st.text(max_size=200))
def test_any_text_gives_names_or_faults_and_loses_no_line(text: str) -> None:
    try:
        found = names_in(pasted_rows(text))
    except (NoColumnOfNames, SheetUnreadable):
        return

    assert len(found.names) + len(found.faults) == len(found.lines)
