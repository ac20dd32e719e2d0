"""Pages as a poor browser shows them: without pictures, without script; read once by the crawl."""

import pytest
from bs4 import BeautifulSoup, Tag

from tests.journeys.crawling import Crawl

pytestmark = pytest.mark.look


def unsaid(picture: Tag) -> str:
    """Return what a picture leaves out that its place needs while it is not loaded."""
    return ", ".join(name for name in ("alt", "width", "height") if not picture.has_attr(name))


def idle_controls(page: BeautifulSoup) -> list[str]:
    """Return the words of controls that are shown and do nothing unless a script is there."""
    sends = "[type=submit], [form]"
    return [
        control.get_text(strip=True)
        for control in page.select("button, input[type=button]")
        if not control.has_attr("hidden")
        and not control.find_parent(hidden=True)
        and not (control.get("type", "submit") == "submit" and control.find_parent("form"))
        and not control.css.match(sends)
    ]


def test_picture_that_is_not_loaded_keeps_its_place_and_says_what_it_shows(crawl: Crawl) -> None:
    pictures = [(page.address, one) for page in crawl.pages() for one in page.soup.select("img")]

    faults = {address: unsaid(one) for address, one in pictures if unsaid(one)}

    assert len(pictures) > 10
    assert faults == {}


def test_picture_of_a_page_is_described_in_words_or_is_decoration(crawl: Crawl) -> None:
    shown = [
        (page.address, str(one.get("alt", "")))
        for page in crawl.pages()
        for one in page.soup.select("main .picture__image")
    ]

    assert len([words for _address, words in shown if words]) > 4
    assert [address for address, words in shown if words and len(words) < 10] == []


def test_control_that_needs_a_script_is_hidden_until_the_script_shows_it(crawl: Crawl) -> None:
    buttons = sum(len(page.soup.select("main button[data-copy]")) for page in crawl.pages())

    idle = {page.address: idle_controls(page.soup) for page in crawl.pages()}

    assert buttons > 20
    assert {address: words for address, words in idle.items() if words} == {}
