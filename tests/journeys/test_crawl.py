"""Every address in both languages: whole, in its own language, leading nowhere it should not."""

import re
from collections import Counter
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import Tag

from tests.journeys.crawling import DOCUMENTED, LANGUAGES, Answer, Crawl, addresses_in
from tests.journeys.foreign_words import foreign_words, foreign_words_of_text
from urdu.isolation import raw_runs

pytestmark = pytest.mark.look
HELPLINE = 'href="tel:+923331110566"'
DIRECTIONS = {"ur": "rtl", "en": "ltr"}
# A form needs a token against forgery; nothing else may leave anything on a phone.
FORMS = re.compile(
    r"/(register|register/group|pledge|find|desk|desk/forgotten|host/apply|network/join)/$"
)
# What calendars show to a person.
CALENDAR_WORDS = re.compile(r"(SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME|NAME|CONTACT|COMMENT)\b")

both_languages = pytest.mark.parametrize("language", LANGUAGES)


# What no cookie, stranger or foreign word may hide on.
MET = (
    "campaigns/2027/",
    "forward/home/",
    "impact/2027/",
    "network/",
    "network/embed/",
    "pledge/card/",
    "pledge/wall/",
)


def _faults(found: dict[str, object]) -> dict[str, object]:
    """Keep the addresses at which something is wrong."""
    return {address: fault for address, fault in found.items() if fault}


def test_crawl_reaches_every_kind_of_page(crawl: Crawl) -> None:
    folders = Counter(urlsplit(one.address).path.split("/")[2] for one in crawl.pages("ur"))

    assert folders.keys() >= {"", "about", "campaigns", "desk", "events", "help", "learn", "pledge"}
    assert {f"/ur/{place}" for place in MET} <= {one.address for one in crawl.pages("ur")}
    assert folders["events"] >= 25
    assert folders["learn"] >= 8
    assert {one.address.replace("/ur/", "/en/", 1) for one in crawl.pages("ur")} == {
        one.address for one in crawl.pages("en")
    }


def test_every_address_answers_as_documented(crawl: Crawl) -> None:
    documented = {f"/{one}/{path}": code for one in LANGUAGES for path, code in DOCUMENTED.items()}

    unexpected = {
        address: (answer.status, answer.found_on)
        for address, answer in crawl.answers.items()
        if answer.status != documented.get(address, 200)
    }

    assert unexpected == {}


@both_languages
def test_page_says_its_language_and_direction(crawl: Crawl, language: str) -> None:
    said = {
        (root["lang"], root["dir"], page.headers["content-language"])
        for page in crawl.pages(language)
        for root in page.soup.find_all("html")
    }

    assert said == {(language, DIRECTIONS[language], language)}


@both_languages
def test_page_has_one_heading_a_title_and_a_description(crawl: Crawl, language: str) -> None:
    faults = {
        page.address: [
            name
            for name, is_right in {
                "h1": len(page.soup.find_all("h1")) == 1,
                "title": bool(page.soup.title and page.soup.title.get_text(strip=True)),
                "main": len(page.soup.find_all("main")) == 1,
                "description": bool(page.soup.select("meta[name=description][content]")),
            }.items()
            if not is_right
        ]
        for page in crawl.pages(language)
    }

    assert _faults(dict(faults)) == {}


@both_languages
def test_page_uses_every_id_once_and_names_none_that_is_missing(
    crawl: Crawl, language: str
) -> None:
    def fault(page: Answer) -> list[str]:
        ids = Counter(str(tag["id"]) for tag in page.soup.find_all(id=True))
        named = {
            one
            for name in ("aria-describedby", "aria-labelledby", "aria-controls", "for")
            for tag in page.soup.select(f"[{name}]")
            for one in str(tag[name]).split()
        }
        return [one for one, count in ids.items() if count > 1] + sorted(named - ids.keys())

    assert _faults({page.address: fault(page) for page in crawl.pages(language)}) == {}


@both_languages
def test_page_names_itself_and_its_counterpart_which_names_it_too(
    crawl: Crawl, language: str
) -> None:
    def pairs(page: Answer) -> dict[str, str]:
        links = page.soup.select("link[rel=alternate][hreflang]")
        return {str(link["hreflang"]): str(link["href"]) for link in links}

    def fault(page: Answer) -> object:
        canonical = [str(link["href"]) for link in page.soup.select("link[rel=canonical]")]
        if page.status == 404 or "/desk/" in page.address:
            return [*canonical, *pairs(page)]
        found = pairs(page)
        other = {found.get("ur", ""), found.get("en", "")} - {crawl.root + page.address}
        partner = crawl.answers.get(other.pop().removeprefix(crawl.root)) if other else None
        is_right = (
            found.keys() == {"ur", "en", "x-default"}
            and canonical == [found[language]] == [crawl.root + page.address]
            and partner is not None
            and partner.status == page.status
            and pairs(partner) == found
        )
        return None if is_right else (canonical, found)

    # A reader's choice is part of an address in one spelling only.
    pages = [page for page in crawl.pages(language) if "page=1" not in page.address]
    assert _faults({page.address: fault(page) for page in pages}) == {}


@both_languages
def test_language_switch_leads_to_the_same_page(crawl: Crawl, language: str) -> None:
    other = "en" if language == "ur" else "ur"

    wrong = {
        page.address: switch["href"]
        for page in crawl.pages(language)
        for switch in page.soup.select(".language-switch")
        if page.status == 200
        and "page=1" not in page.address
        and switch["href"] != page.address.replace(f"/{language}/", f"/{other}/", 1)
    }

    assert wrong == {}


@both_languages
def test_page_holds_no_word_of_the_other_language(crawl: Crawl, language: str) -> None:
    found = {page.address: foreign_words(page.text, language) for page in crawl.pages(language)}

    assert _faults(dict(found)) == {}


@both_languages
def test_calendar_holds_no_word_of_the_other_language(crawl: Crawl, language: str) -> None:
    calendars = crawl.calendars(language)

    found = {
        one.address: [
            word
            for line in one.text.replace("\r\n ", "").splitlines()
            if CALENDAR_WORDS.match(line)
            for word in foreign_words_of_text(line.partition(":")[2].replace("\\n", " "), language)
        ]
        for one in calendars
    }

    assert len(calendars) >= 7
    assert _faults(dict(found)) == {}


def test_urdu_page_shows_no_number_that_could_turn_round(crawl: Crawl) -> None:
    found = {page.address: raw_runs(page.text) for page in crawl.pages("ur")}

    assert _faults(dict(found)) == {}


@both_languages
def test_link_to_a_place_on_a_page_finds_it(crawl: Crawl, language: str) -> None:
    lost = []
    for page in crawl.pages(language):
        for link in page.soup.find_all("a", href=re.compile("#")):
            assert isinstance(link, Tag)
            address, place = urldefrag(urljoin(crawl.root + page.address, str(link["href"])))
            target = crawl.answers.get(address.removeprefix(crawl.root))
            if target and not target.soup.find(id=place):
                lost.append((page.address, link["href"]))

    assert lost == []


def test_page_holds_nothing_inline_and_says_so_to_the_browser(crawl: Crawl) -> None:
    def fault(page: Answer) -> list[str]:
        # What schema.org says of a page stands in a script element, but browsers never run it.
        scripts = "script:not([src], [type='application/ld+json'])"
        inline = [str(tag)[:80] for tag in page.soup.select(f"style, [style], {scripts}")]
        handlers = [
            name for tag in page.soup.select("*") for name in tag.attrs if name.startswith("on")
        ]
        scripted = [str(tag)[:80] for tag in page.soup.select("[href^='javascript:']")]
        policy = page.headers.get("content-security-policy", "")
        is_strict = "default-src 'self'" in policy and "unsafe" not in policy
        return inline + handlers + scripted + ([] if is_strict else [policy])

    assert _faults({page.address: fault(page) for page in crawl.pages()}) == {}


def test_reader_is_given_no_cookie(crawl: Crawl) -> None:
    given = {
        address: answer.headers["set-cookie"]
        for address, answer in crawl.answers.items()
        if "set-cookie" in answer.headers
        and not (FORMS.search(urlsplit(address).path) and answer.status == 200)
    }

    assert given == {}


def test_helpline_stands_in_every_page(crawl: Crawl) -> None:
    assert [page.address for page in crawl.pages() if HELPLINE not in page.text] == []


def loaded_by(tag: Tag) -> list[str]:
    """Return what an element has the browser load; an empty address if it does not say."""
    named = [name for name in ("src", "href", "srcset") if tag.has_attr(name)]
    return [one for name in named for one in addresses_in(str(tag[name]), name)] or [""]


def test_page_loads_nothing_from_anywhere_else(crawl: Crawl) -> None:
    loading = "script[src], img[src], link[rel=stylesheet], link[rel=preload], link[rel=icon]"

    strangers = {
        (page.address, address)
        for page in crawl.pages()
        for tag in page.soup.select(f"{loading}, iframe, object, embed, video, audio, source")
        for address in loaded_by(tag)
        if not re.match(r"/(?!/)", address)
    }

    assert strangers == set()
