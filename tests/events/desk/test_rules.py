"""Reading a search and refusing to be led off the desk."""

import pytest

from events.desk.rules import (
    SearchTerms,
    code_ranges,
    is_staff_address,
    ranges_of,
    search_terms,
    slip_codes,
)
from events.registration.rules import slip_code
from urdu.romanisation import name_key


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("عائشہ", SearchTerms("عایشہ", name_key("Ayesha"), "", "")),
        ("AHMED", SearchTerms("ahmed", name_key("احمد"), "AHMED", "")),
        ("LHE-7K2QF", SearchTerms("lhe 7k2qf", "", "7K2QF", "")),
        ("7k2qf", SearchTerms("7k2qf", "", "7K2QF", "")),
        ("0566", SearchTerms("0566", "", "", "0566")),
        ("۰۵۶۶", SearchTerms("0566", "", "", "0566")),
        ("0333-1110566", SearchTerms("0333 1110566", "", "", "3331110566")),
        ("+92 333 1110566", SearchTerms("92 333 1110566", "", "", "3331110566")),
        ("566", SearchTerms("566", "", "", "")),
    ],
)
def test_search_terms_reads_names_codes_and_phones(typed: str, terms: SearchTerms) -> None:
    assert search_terms(typed) == terms


@pytest.mark.parametrize("typed", ["", "%", "--", "\u202e", "٪؟"])
def test_search_terms_without_a_letter_or_digit_is_hopeless(typed: str) -> None:
    assert search_terms(typed).is_hopeless


@pytest.mark.parametrize(
    "target", ["/ur/desk/", "/en/desk/events/walk-lahore-2027/attendees.pdf", "/admin/pages/3/"]
)
def test_is_staff_address_of_the_desk(target: str) -> None:
    assert is_staff_address(target, "testserver")


@pytest.mark.parametrize(
    "target",
    [
        "",
        "/",
        "/fr/desk/",
        "//ur/desk/",
        "/ur/desk/..",
        "/ur/desk/%2e%2e/",
        "ur/desk/",
        "/administration/",
        "/ur/admin/",
    ],
)
def test_is_staff_address_of_anything_else(target: str) -> None:
    assert not is_staff_address(target, "testserver")


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("7K2QF-012", ["7K2QF-012"]),
        ("lhe-7k2qf-12", ["7K2QF-012"]),
        ("7K2QF-۰۱۲، 7K2QF-٣", ["7K2QF-012", "7K2QF-003"]),
        ("7K2QF-1-3 7K2QF-002", ["7K2QF-001", "7K2QF-002", "7K2QF-003"]),
        ("7K2QF\u2013001\n7K2QF\u2212002", ["7K2QF-001", "7K2QF-002"]),
    ],
)
def test_slip_codes_are_read_however_they_are_typed(typed: str, codes: list[str]) -> None:
    assert slip_codes(typed) == (codes, [])


def test_slip_codes_of_a_chosen_group_need_only_numbers() -> None:
    assert slip_codes("۱-۳,17", "LHE-7K2QF") == (
        ["7K2QF-001", "7K2QF-002", "7K2QF-003", "7K2QF-017"],
        [],
    )


@pytest.mark.parametrize("typed", ["12", "7K2QF", "7K2QF-0", "7K2QF-5-2", "7K2QF-1234", "شکریہ"])
def test_slip_codes_names_what_is_no_code(typed: str) -> None:
    codes, wrong = slip_codes(typed)

    assert (codes, len(wrong)) == ([], 1)


def test_ranges_of_numbers_read_as_people_write_them() -> None:
    assert ranges_of([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"
    assert ranges_of([]) == ""


def test_code_ranges_are_short_and_can_be_typed_again() -> None:
    codes = [*(slip_code("7K2QF", number) for number in (3, 1, 2, 7)), slip_code("ABCDE", 4)]

    short = code_ranges(codes)

    assert short == ["7K2QF-1-3", "7K2QF-007", "ABCDE-004"]
    assert sorted(slip_codes(" ".join(short))[0]) == sorted(codes)
