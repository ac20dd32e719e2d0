"""The demonstration's pages: enough of them, filled in both languages, sourced, and kind."""

import re
from typing import Any

from tests.config.demonstration_files import DATA, bodies, load, pages, rows, without_markup, words

LANGUAGES = ("en", "ur")
WORDS_A_MINUTE, LONGEST_MINUTES = 180, 6
FEWEST_WORDS = {"listing": 30, "resource": 40}
SOURCES = {"en": "<h2>Sources</h2>", "ur": "<h2>ماخذ</h2>"}
NOT_ADVICE = {"en": "not legal advice", "ur": "قانونی مشورہ نہیں"}
AMENDED = {"en": "amend", "ur": "ترا?می?م"}
LAW = re.compile(r"\bActs? (?:of )?(?:19|20)\d\d|Section \d+-[AB]|Article \d+")
FORCED_LABOUR = {"en": ("3.3 million", "forced labour"), "ur": ("33 لاکھ", "جبری مشقت")}
QUOTES = {"en": ("“", "”"), "ur": ("”", "“")}
LONGEST_QUOTED_WORDS = 3


def test_there_are_enough_pages_and_each_is_filled_in_both_languages() -> None:
    lengths = {
        (page["slug"], language): (page["kind"], len(words(page, language).split()))
        for page in pages()
        for language in LANGUAGES
    }

    short = [key for key, (kind, count) in lengths.items() if count < FEWEST_WORDS.get(kind, 90)]
    long = [
        key
        for key, (_, count) in lengths.items()
        if round(count / WORDS_A_MINUTE) > LONGEST_MINUTES
    ]

    assert len(lengths) >= 2 * 24
    assert (short, long) == ([], [])


def test_every_page_says_in_both_languages_what_it_is() -> None:
    fields = ("title", "intro", "search_description")

    bare = [
        (page["slug"], field, language)
        for page in pages()
        for field in fields
        for language in LANGUAGES
        if not page[f"{field}_{language}"].strip()
    ]

    assert bare == []


def test_a_page_that_names_a_law_names_its_source() -> None:
    def is_sourced(page: dict[str, Any], language: str) -> bool:
        said = "".join(bodies(page, language))
        return 'href="http' in said.partition(SOURCES[language])[2]

    naming = [page for page in pages() if LAW.search(words(page, "en"))]
    bare = [
        (page["slug"], language)
        for page in naming
        for language in LANGUAGES
        if not is_sourced(page, language) and page["kind"] != "listing"
    ]

    assert len(naming) >= 8
    assert bare == []


def test_a_law_is_told_as_amended_and_is_no_advice() -> None:
    laws = [page for page in pages() if page["slug"].startswith("law-on-")]

    assert len(laws) == 4
    for page in laws:
        for language in LANGUAGES:
            told = words(page, language)

            assert re.search(AMENDED[language], told), page["slug"]
            assert NOT_ADVICE[language] in told, page["slug"]


def test_sources_were_read_on_a_day() -> None:
    told = [
        html
        for page in pages()
        if page["parent"] == "law" or page["kind"] in {"story", "news", "press"}
        for html in bodies(page, "en")
        if SOURCES["en"] in html
    ]

    assert len(told) >= 12
    assert [html for html in told if not re.search(r"Read on \d+ \w+ 20\d\d\.", html)] == []


def test_stories_have_a_source_and_a_note_and_quote_nobody() -> None:
    stories = [page for page in pages() if page["kind"] == "story"]

    assert len(stories) >= 2
    for story in stories:
        quoted = [
            phrase
            for language in LANGUAGES
            for phrase in _quoted(words(story, language), QUOTES[language])
        ]

        assert story["consent_kind"] == "published-source"
        assert story["source_url"].startswith("https://")
        assert story["source_year"] > 2000
        assert story["content_note_en"]
        assert story["content_note_ur"]
        assert story["is_sensitive"]
        assert [phrase for phrase in quoted if len(phrase.split()) > LONGEST_QUOTED_WORDS] == []
        assert not {block["type"] for block in story["blocks_en"]} & {"quote", "image"}


def test_news_claims_no_more_than_the_events_it_tells_of() -> None:
    events = {event["slug"]: event for event in load("past_events.json")}
    cities = {row["slug"] for row in rows("cities.csv")}
    news = [page for page in pages() if page["kind"] == "news"]

    assert len(news) >= 4
    for item in news:
        assert item["city"] in cities | {None}
        assert item["date_precision"] in {"day", "month", "year"}
        assert re.fullmatch(r"202[2-5]-\d\d-\d\d", item["date"])
        if item["event"]:
            event = events[item["event"]]

            assert item["city"] == event["city"]
            assert item["date_precision"] == event["date_precision"]
            assert item["date"].startswith(event["date"])


def test_no_number_that_is_not_verified_is_told_as_a_fact() -> None:
    lines = rows("helplines.csv")
    verified = {line["number_display"] for line in lines if line["verified"] == "yes"}
    doubtful = {line["number_display"] for line in lines} - verified

    told = [
        (page["slug"], number)
        for page in pages()
        for language in LANGUAGES
        for number in doubtful
        if re.search(rf"(?<![\d-]){number}(?![\d-])", words(page, language))
    ]

    assert "1094" in doubtful
    assert told == []


def test_the_children_of_the_estimate_are_never_called_trafficked() -> None:
    naming = [
        (page["slug"], language)
        for page in pages()
        for language in LANGUAGES
        if FORCED_LABOUR[language][0] in words(page, language)
    ]

    assert len(naming) >= 8
    assert {slug for slug, language in naming if language == "en"} == {
        slug for slug, language in naming if language == "ur"
    }
    for page in pages():
        for language in LANGUAGES:
            number, kind = FORCED_LABOUR[language]
            told = words(page, language)
            assert number not in told or kind in told, (page["slug"], language)


def test_quotation_marks_and_dashes_are_those_of_the_script() -> None:
    wrong = []
    for page in pages():
        for language in LANGUAGES:
            told = words(page, language)
            opening, closing = QUOTES[language]
            is_odd = told.count(opening) != told.count(closing)
            if is_odd or re.search(r"[\"'`]|--| - ", told):
                wrong.append((page["slug"], language))

    assert wrong == []


def test_files_to_download_exist_and_say_their_language() -> None:
    resources = [page for page in pages() if page["kind"] == "resource"]
    offered = [entry for page in resources for entry in page["downloads"]]

    assert {entry["language"] for entry in offered} == {"en", "ur"}
    for entry in offered:
        assert _starts_as_pdf(entry["file"]), entry["file"]


def test_every_page_is_led_to_from_another_or_from_a_list() -> None:
    led_to = {"learn", "about"}
    for page in pages():
        if page["parent"]:
            led_to.add(page["slug"])
        for html in bodies(page, "ur"):
            led_to |= set(re.findall(r'href="page:([a-z0-9-]+)"', html))
        led_to |= {
            block["target"].removeprefix("page:")
            for block in page["blocks_ur"]
            if "target" in block
        }

    assert sorted({page["slug"] for page in pages()} - led_to) == []


def _quoted(told: str, marks: tuple[str, str]) -> list[str]:
    opening, closing = marks
    return re.findall(rf"{opening}([^{closing}]*){closing}", without_markup(told))


def _starts_as_pdf(name: str) -> bool:
    return (DATA / "files" / name).read_bytes().startswith(b"%PDF-")
