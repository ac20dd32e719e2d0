"""Whose row is whose on a sheet of paper."""

import pytest

from directory.models import User
from events.desk.selectors.prints import print_with_code, prints_of, rows_of_print
from events.desk.services.list_prints import SheetFacts, record_print
from events.enums import ListPreset, RegistrationState
from events.models import Event, ListPrint, Registration
from tests.events.desk.builders import NOON, register


def printed(event: Event, actor: User, registrations: list[Registration]) -> ListPrint:
    """Return a sheet with these rows in this order."""
    rows = [(registration.pk, registration.state, "f") for registration in registrations]
    facts = SheetFacts("ur", ListPreset.DOOR, RegistrationState.CONFIRMED, ["number", "name"], rows)
    return record_print(event=event, actor=actor, facts=facts, now=NOON)


def test_rows_of_print_keep_the_numbers_and_states_of_the_paper(
    lahore: Event, organiser: User
) -> None:
    first, second, third = (register(lahore, name) for name in ("یاسمین", "احمد", "Zara"))
    sheet = printed(lahore, organiser, [first, second, third])
    second.state = RegistrationState.CANCELLED
    second.save()

    rows = rows_of_print(sheet)

    assert [(row.number, row.registration, row.state) for row in rows] == [
        (1, first, "confirmed"),
        (2, second, "confirmed"),
        (3, third, "confirmed"),
    ]
    assert rows[1].registration.state == RegistrationState.CANCELLED


def test_rows_of_print_leave_out_whoever_is_gone_without_moving_the_numbers(
    lahore: Event, organiser: User
) -> None:
    first, second = register(lahore, "یاسمین"), register(lahore, "احمد")
    sheet = printed(lahore, organiser, [first, second])
    first.delete()

    assert [(row.number, row.registration) for row in rows_of_print(sheet)] == [(2, second)]


@pytest.mark.parametrize("as_typed", ["{}", " {} ", "{lower}", "{spaced}"])
def test_sheet_is_found_by_its_code_however_it_is_typed(
    lahore: Event, organiser: User, as_typed: str
) -> None:
    sheet = printed(lahore, organiser, [register(lahore)])
    code = sheet.sheet_code
    typed = as_typed.format(code, lower=code.lower(), spaced="-".join((code[:2], code[2:])))

    assert print_with_code(lahore, typed) == sheet


def test_sheet_of_another_event_is_not_found(
    lahore: Event, karachi: Event, organiser: User
) -> None:
    sheet = printed(lahore, organiser, [register(lahore)])

    assert print_with_code(karachi, sheet.sheet_code) is None
    assert list(prints_of(karachi)) == []
    assert list(prints_of(lahore)) == [sheet]
