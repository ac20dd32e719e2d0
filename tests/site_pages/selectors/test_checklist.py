"""What an editor is told before a text goes live."""

from typing import Any

import pytest
from wagtail.rich_text import RichText

from site_pages.selectors.checklist import checklist_for
from tests.site_pages.builders import make_helpline
from tests.site_pages.drafts import draft_text

pytestmark = pytest.mark.django_db


def to_do(page: Any) -> list[str]:
    """Return the labels of what is not done."""
    return [check.label for check in checklist_for(page) if not check.is_done]


def test_good_page_has_nothing_to_do() -> None:
    page = draft_text("ur", title="علامات", intro="متن")

    assert to_do(page) == []


def test_title_still_in_the_other_language_is_told() -> None:
    assert to_do(draft_text("ur", title="Know the signs")) == ["The title is in Urdu"]
    assert to_do(draft_text("en", slug="other", title="علامات")) == ["The title is in English"]


def test_page_without_words_for_search_is_told() -> None:
    page = draft_text("en", title="Signs", intro="")

    assert to_do(page) == ["Words for search engines and messengers"]


def test_safety_page_without_a_helpline_is_told_and_with_one_it_is_not() -> None:
    page = draft_text("en", is_sensitive=True)
    before = to_do(page)
    page.body = [("helpline", {"helpline": make_helpline()})]

    assert before == ["A helpline stands in the text"]
    assert to_do(page) == []


def test_long_page_is_told_how_long_it_takes() -> None:
    page = draft_text("en", body=[("rich_text", RichText("<p>" + "word " * 1800 + "</p>"))])

    assert to_do(page) == ["Reads in about 10 minutes"]
