"""The demonstration's texts: complete in both languages, sourced, clean Urdu."""

import re
from typing import Any

import pytest

from documents.scenes import Scene
from tests.architecture.catalogue import RUN_TOGETHER, TO_A_MAN
from tests.config.demonstration_files import (
    JSON_FILES,
    blocks,
    bodies,
    figures,
    is_known_target,
    load,
    objects,
    pages,
    urdu_texts,
    without_markup,
    words,
)

ARABIC_LETTERS = "\u064a\u0643\u0647\u0649\u0629"
FOREIGN_DIGITS = re.compile(r"[\u06f0-\u06f9\u0660-\u0669]")
OTHER_HALF = {"en": ["ur"], "ur": ["en", "roman"]}
BLOCK_KEYS = {
    "rich_text": {"html"},
    "figure": {"number", "statement", "source_title", "source_url", "source_year", "review_by"},
    "signs": {"heading", "groups"},
    "helpline": {"slug"},
    "call_to_action": {"text", "label", "target"},
    "event_list": {"heading", "campaign"},
    "steps": {"heading", "steps"},
    "accordion": {"items"},
    "quote": {"text", "who", "source_title", "source_url", "source_year"},
    "image": {"scene"},
    "partners": set(),
}
KINDS = {"listing", "topic", "story", "news", "press", "resource", "faq", "landing"}
SENSITIVE = {
    "bonded-labour",
    "forced-begging",
    "forced-marriage",
    "a-job-in-a-locked-building",
    "if-it-is-happening-to-me",
    "if-it-is-somebody-i-know",
    "one-application",
    "signs-at-kilns-and-farms",
    "signs-in-domestic-work",
    "warning-signs",
    "what-to-do",
    "who-to-turn-to",
    "your-rights",
}


@pytest.mark.parametrize("name", JSON_FILES)
def test_every_text_has_its_pair(name: str) -> None:
    unpaired = []

    for path, record in objects(load(name)):
        for key, value in record.items():
            stem, _, language = key.rpartition("_")
            if stem and language in OTHER_HALF:
                halves = [record.get(f"{stem}_{other}") for other in OTHER_HALF[language]]
                if bool(value) != any(halves):
                    unpaired.append(f"{path}/{key}")

    assert unpaired == []


def test_urdu_is_written_with_urdu_letters_and_plain_digits() -> None:
    wrong = [
        path
        for path, text in urdu_texts()
        if FOREIGN_DIGITS.search(text) or set(text) & set(ARABIC_LETTERS)
    ]

    assert wrong == []


def test_no_latin_word_stands_in_an_urdu_text() -> None:
    latin = [path for path, text in urdu_texts() if re.search("[A-Za-z]", without_markup(text))]

    assert latin == []


def test_no_urdu_word_stands_in_an_english_text() -> None:
    mixed = [page["slug"] for page in pages() if re.search("[\u0600-\u06ff]", words(page, "en"))]

    assert mixed == []


def test_urdu_has_urdu_punctuation() -> None:
    wrong = [path for path, text in urdu_texts() if re.search(r"[,;?.]", without_markup(text))]

    assert wrong == []


def test_trafficking_is_spelt_one_way() -> None:
    wrong = [path for path, text in urdu_texts() if re.search("(?<!ا)سمگل", text)]

    assert wrong == []


def test_the_reader_is_not_addressed_as_a_man() -> None:
    gendered = [path for path, text in urdu_texts() if TO_A_MAN.search(text)]

    assert gendered == []


def test_verbs_stand_apart_from_their_auxiliaries() -> None:
    assert [path for path, text in urdu_texts() if RUN_TOGETHER.search(text)] == []


def test_pages_form_a_tree_and_are_complete() -> None:
    tree = pages()
    found = [page["slug"] for page in tree]

    parents = {page["parent"] for page in tree} - {None}

    assert len(found) == len(set(found))
    assert parents <= {page["slug"] for page in tree if page["kind"] == "listing"}
    assert {page["kind"] for page in tree} == KINDS
    assert all(
        page[f"blocks_{language}"] or page[f"questions_{language}"]
        for page in tree
        for language in ("en", "ur")
    )
    assert {page["slug"] for page in tree if page["is_sensitive"]} == SENSITIVE


def test_both_languages_of_a_page_carry_the_same_figures_signs_and_helplines() -> None:
    def carried(page: dict[str, Any], language: str) -> list[tuple[str, str]]:
        return sorted(
            (block["type"], str(block.get("slug", ""))) for block in page[f"blocks_{language}"]
        )

    uneven = [
        page["slug"]
        for page in pages()
        if [kind for kind in carried(page, "en") if kind[0] != "rich_text"]
        != [kind for kind in carried(page, "ur") if kind[0] != "rich_text"]
    ]

    assert uneven == []


def test_blocks_have_a_known_shape() -> None:
    wrong = [
        (slug, language, block["type"])
        for slug, language, block in blocks()
        if block["type"] not in BLOCK_KEYS or not BLOCK_KEYS[block["type"]] <= set(block)
    ]

    assert wrong == []


def test_every_picture_shows_a_scene_and_is_described_or_an_ornament() -> None:
    told = load("pictures.json")
    placed = {block["scene"] for _, _, block in blocks() if block["type"] == "image"}

    assert placed <= set(told) == set(Scene)
    assert all(
        words.get("is_decorative") or (words["alt_en"] and words["alt_ur"])
        for words in told.values()
    )


def test_rich_text_uses_only_the_allowed_markup_and_known_links() -> None:
    allowed = {"p", "h2", "h3", "ul", "ol", "li", "strong", "a"}

    told = [
        (page["slug"], language, html)
        for page in pages()
        for language in ("en", "ur")
        for html in bodies(page, language)
    ]
    for slug, language, html in told:
        links = re.findall(r'href="([^"]*)"', html)

        assert set(re.findall(r"</?(\w+)", html)) <= allowed, (slug, language)
        for name in allowed:
            opened = len(re.findall(rf"<{name}[ >]", html))
            assert opened == html.count(f"</{name}>"), (slug, language, name)
        assert all(
            link.startswith(("https://", "http://"))
            or (link.startswith("page:") and is_known_target(link))
            for link in links
        ), (slug, language)


def test_every_target_leads_somewhere() -> None:
    targets = [block["target"] for _, _, block in blocks() if "target" in block]

    for _, record in objects(load("home.json")):
        targets += [value for key, value in record.items() if key.endswith("target")]

    assert [target for target in targets if not is_known_target(target)] == []


def test_every_figure_has_a_source_a_year_and_a_review_date() -> None:
    for figure in figures():
        assert figure["source_url"].startswith("https://")
        assert 2000 < figure["source_year"] <= 2027
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", figure["review_by"])
        assert figure["source_title_lang"] == "en"


def test_three_million_children_are_said_to_be_in_forced_labour() -> None:
    words = {"en": "forced labour", "ur": "جبری مشقت"}

    for _, language, block in blocks():
        if block["type"] == "figure" and block["number"] in {"3.3 million", "33 لاکھ"}:
            assert words[language] in block["statement"]
