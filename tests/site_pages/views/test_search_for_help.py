"""Whoever searches for help reads the numbers to call before any text."""

import pytest
from django.test import Client

from tests.site_pages.builders import make_helpline
from tests.site_pages.reading import tags

pytestmark = pytest.mark.django_db
CHILD_PROTECTION = {
    "slug": "child-protection",
    "name_en": "Child Protection Bureau",
    "name_ur": "بچوں کے تحفظ کا ادارہ",
    "number_display": "1121",
    "dial": "1121",
}


def shown_numbers(client: Client, query: str, language: str = "ur") -> list[str]:
    """Return what the cards of helplines dial, in order."""
    links = tags(client.get(f"/{language}/search/", {"q": query}), "a")
    return [link["href"] for link in links if "helpline-card__call" in link.get("class", "")]


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("ur", "مدد"),
        ("ur", "هیلپ لائن نمبر"),
        ("ur", "madad"),
        ("ur", "بچوں"),
        ("ur", "۱۱۲۱"),
        ("en", "helpline"),
        ("en", "child protection"),
        ("en", "1121"),
    ],
)
def test_search_for_help_shows_numbers_to_call(client: Client, language: str, query: str) -> None:
    make_helpline(**CHILD_PROTECTION)

    assert shown_numbers(client, query, language) == ["tel:1121"]


def test_search_for_something_else_shows_no_number(client: Client) -> None:
    make_helpline(**CHILD_PROTECTION)

    assert shown_numbers(client, "بھٹہ") == []


def test_search_shows_no_number_that_nobody_has_checked(client: Client) -> None:
    make_helpline(**CHILD_PROTECTION, is_verified=False)

    assert shown_numbers(client, "1121") == []
