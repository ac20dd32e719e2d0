"""Reading a search and refusing to be led off the desk."""

import pytest

from events.desk.rules import SearchTerms, is_desk_address, search_terms


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("عائشہ", SearchTerms("عایشہ", "", "")),
        ("LHE-7K2QF", SearchTerms("lhe 7k2qf", "7K2QF", "")),
        ("7k2qf", SearchTerms("7k2qf", "7K2QF", "")),
        ("0566", SearchTerms("0566", "", "0566")),
        ("۰۵۶۶", SearchTerms("0566", "", "0566")),
        ("0333-1110566", SearchTerms("0333 1110566", "", "3331110566")),
        ("+92 333 1110566", SearchTerms("92 333 1110566", "", "3331110566")),
        ("566", SearchTerms("566", "", "")),
    ],
)
def test_search_terms_reads_names_codes_and_phones(typed: str, terms: SearchTerms) -> None:
    assert search_terms(typed) == terms


@pytest.mark.parametrize("typed", ["", "%", "--", "\u202e", "٪؟"])
def test_search_terms_without_a_letter_or_digit_is_hopeless(typed: str) -> None:
    assert search_terms(typed).is_hopeless


@pytest.mark.parametrize("target", ["/ur/desk/", "/en/desk/events/walk-lahore-2027/attendees.pdf"])
def test_is_desk_address_of_the_desk(target: str) -> None:
    assert is_desk_address(target, "testserver")


@pytest.mark.parametrize(
    "target", ["", "/", "/fr/desk/", "//ur/desk/", "/ur/desk/..", "/ur/desk/%2e%2e/", "ur/desk/"]
)
def test_is_desk_address_of_anything_else(target: str) -> None:
    assert not is_desk_address(target, "testserver")
