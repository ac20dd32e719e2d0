"""What an editor is told before a text goes live; each line is turned red once."""

import datetime
from typing import Any

import pytest
from wagtail.rich_text import RichText

from site_pages.enums import EditKind
from site_pages.models import NewsPage, TopicPage
from site_pages.selectors.checklist import checklist_for
from tests.site_pages.builders import make_helpline
from tests.site_pages.drafts import draft_text, edit, fresh, make_agreeing
from tests.site_pages.kinds import make_kind
from tests.uploads import make_download, make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
FIGURE = {"number": "12", "statement": "cases", "source_title": "", "source_year": 2024}
QUOTATION = {"text": "Nobody shall be held in slavery.", "who": "Article 11", "source_title": ""}
BOTH = "Both languages say the same"


def to_do(page: Any) -> list[str]:
    """Return the labels of what is not done."""
    return [check.label for check in checklist_for(page) if not check.is_done]


@pytest.fixture
def english() -> TopicPage:
    """A page that says the same in both languages."""
    return make_agreeing(is_live=False)[1]


def test_good_page_has_nothing_to_do(english: TopicPage) -> None:
    assert to_do(english) == []


def test_page_of_one_language_is_told() -> None:
    assert to_do(draft_text("ur", title="علامات")) == [BOTH]


def test_text_older_than_the_other_is_told_on_both_sides(english: TopicPage) -> None:
    urdu = fresh(english.get_translations().get())

    edit(english, intro="Second.")
    stale = (to_do(fresh(urdu)), to_do(fresh(english)))
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")

    assert stale == ([BOTH], [BOTH])
    assert to_do(fresh(urdu)) == []


def test_title_still_in_the_other_language_is_told(english: TopicPage) -> None:
    urdu = fresh(english.get_translations().get())
    english.title, urdu.title = "علامات", "Know the signs"

    assert to_do(urdu) == ["The title is in Urdu"]
    assert to_do(english) == ["The title is in English"]


def test_page_without_words_for_search_is_told(english: TopicPage) -> None:
    english.intro = ""

    assert to_do(english) == ["Words for search engines and messengers"]


@pytest.mark.parametrize("lacking", [{"alt_ur": ""}, {"has_consent": False}])
def test_picture_readers_may_not_see_is_told(english: TopicPage, lacking: dict[str, Any]) -> None:
    picture = make_picture(**lacking)
    english.body = [("image", {"image": picture, "alt_text": "", "caption": ""})]

    assert to_do(english) == ["Pictures have consent and a description"]


def test_download_without_a_title_is_told(english: TopicPage) -> None:
    file = make_download(title_ur="")
    english.body = [("downloads", {"heading": "", "files": [{"file": file, "title": ""}]})]

    assert to_do(english) == ["Downloads and sounds are described"]


@pytest.mark.parametrize("block", [("figure", FIGURE), ("quote", QUOTATION)])
def test_what_names_no_source_is_told(english: TopicPage, block: tuple[str, Any]) -> None:
    english.body = [block]

    assert to_do(english) == ["Figures and quotations name their source"]


def test_block_begun_and_left_is_told_by_its_name(english: TopicPage) -> None:
    english.body = [("video", {"title": "A film", "url": "", "language": "ur"})]

    (told,) = [check for check in checklist_for(english) if not check.is_done]
    assert told.label == "Everything is filled in"
    assert told.advice == "Look again at: Video on another site."


def test_long_page_is_told_how_long_it_takes(english: TopicPage) -> None:
    english.body = [("rich_text", RichText("<p>" + "word " * 1800 + "</p>"))]

    assert to_do(english) == ["Reads in about 10 minutes"]


def test_news_whose_days_differ_is_told() -> None:
    urdu = make_kind(NewsPage, "ur")
    english = make_kind(NewsPage, "en", translation_key=urdu.translation_key)
    before = to_do(english)

    english.dated_on = datetime.date(2023, 7, 30)

    assert [label for label in to_do(english) if label not in before] == [
        "Both languages agree on: day, known to the, city, event"
    ]


def test_safety_page_without_a_helpline_is_told_and_with_one_it_is_not() -> None:
    english = make_agreeing(is_sensitive=True, is_live=False)[1]
    before = to_do(english)
    english.body = [("helpline", {"helpline": make_helpline()})]

    assert before == ["A helpline stands in the text"]
    assert to_do(english) == []
