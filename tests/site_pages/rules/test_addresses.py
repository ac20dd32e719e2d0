"""Which addresses are whose, and where their counterparts are."""

import pytest
from django.http import QueryDict

from site_pages.rules.addresses import counterpart, is_personal, kept_query, language_of


@pytest.mark.parametrize(
    ("path", "language"),
    [("/en/", "en"), ("/en", "en"), ("/ur/x/", "ur"), ("/english/", "ur"), ("/", "ur"), ("", "ur")],
)
def test_language_of(path: str, language: str) -> None:
    assert language_of(path) == language


@pytest.mark.parametrize(
    ("path", "language", "there"),
    [
        ("/ur/learn/signs/", "en", "/en/learn/signs/"),
        ("/en/", "ur", "/ur/"),
        ("/-/live", "en", "/en/"),
        ("//evil.example/", "en", "/en/"),
    ],
)
def test_counterpart(path: str, language: str, there: str) -> None:
    assert counterpart(path, language) == there


def test_kept_query_keeps_a_readers_choice_only() -> None:
    query = QueryDict("city=lahore&utm_source=x&page=2&q=%22%3E%3Cscript%3E&kind=")

    assert kept_query(query) == "?city=lahore&page=2&q=%22%3E%3Cscript%3E"


def test_kept_query_of_nothing_is_nothing() -> None:
    assert kept_query(QueryDict("fbclid=1")) == ""


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/ur/my/r/LHE-7K2QF/", True), ("/en/desk/", True), ("/ur/myths/", False), ("/ur/", False)],
)
def test_is_personal(path: str, expected: bool) -> None:
    assert is_personal(path) is expected
