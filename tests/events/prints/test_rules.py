"""Codes of certificates as they are typed, and editions as the log keeps them."""

import pytest

from events.prints.rules import (
    Edition,
    certificate_code,
    edition_columns,
    edition_of,
    fingerprint,
    new_certificate_code,
)


@pytest.mark.parametrize(
    "typed", ["7K2Q-FH3M-9XWA", "7k2qfh3m9xwa", " 7K2Q FH3M 9XWA ", "۷K۲Q–FH۳M–۹XWA"]
)
def test_certificate_code_reads_any_case_digits_and_hyphens(typed: str) -> None:
    assert certificate_code(typed) == "7K2Q-FH3M-9XWA"


@pytest.mark.parametrize(
    "typed", ["", "7K2Q", "7K2Q-FH3M-9XW0", "7K2Q-FH3M-9XWA-2", "\x00", "ک" * 99]
)
def test_certificate_code_of_what_is_none_is_empty(typed: str) -> None:
    assert certificate_code(typed) == ""


def test_new_certificate_code_is_read_back_and_never_the_same() -> None:
    codes = {new_certificate_code() for _ in range(200)}

    assert len(codes) == 200
    assert {certificate_code(code) for code in codes} == codes


def test_edition_is_read_back_from_the_log() -> None:
    edition = Edition(3, fingerprint({"day": "Sunday"}))

    assert edition_of(["ur", "en", *edition_columns(edition)]) == edition


def test_edition_of_a_print_from_before_editions_knows_nothing() -> None:
    assert edition_of(["group_name", "reference"]) == Edition(None, "")


def test_fingerprint_changes_with_a_word_and_not_with_the_order() -> None:
    told = {"day": "Sunday", "place": "Gate"}

    assert fingerprint(told) == fingerprint({"place": "Gate", "day": "Sunday"})
    assert fingerprint(told) != fingerprint(told | {"place": "gate"})
