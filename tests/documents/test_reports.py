"""Reports: like the pictures somebody looked at, every glyph, every page numbered."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from documents.reports import report_fingerprint, report_pdf, report_pngs
from tests.documents.golden import SHARE_ALLOWED, share_apart
from tests.documents.pages import glyph_numbers, pages_of, texts_of
from tests.documents.sample_prints import ADDRESS, PHONE
from tests.documents.sample_reports import report, with_words
from tests.documents.test_print_shop import HOSTILE

LANGUAGES = ("ur", "en")
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


def contact_sheet(language: str) -> bytes:
    """Return all pages beside each other as one picture."""
    pages = [Image.open(BytesIO(page)) for page in report_pngs(report(language), 330)]
    sheet = Image.new("RGB", (sum(page.width for page in pages), pages[0].height))
    for at, page in enumerate(pages):
        sheet.paste(page, (at * page.width, 0))
    kept = BytesIO()
    sheet.save(kept, format="PNG")
    return kept.getvalue()


def plain_texts_of(pdf: bytes) -> list[str]:
    """Return each page's text without the isolates that are read back in place of spaces."""
    return [text.translate(ISOLATES) for text in texts_of(pdf)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_looks_as_the_picture_somebody_looked_at(language: str) -> None:
    assert share_apart(f"report-{language}", contact_sheet(language)) <= SHARE_ALLOWED


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_has_every_glyph_and_its_numbers_in_order(language: str) -> None:
    drawn = report_pdf(report(language))

    texts = texts_of(drawn)
    assert 0 not in set(glyph_numbers(drawn))
    assert len(texts) == 3
    assert [said for said in (PHONE, ADDRESS, "1,878", "209") if said not in texts[0]] == []
    assert [said for said in ("1,000", "878", "--check") if said not in texts[2]] == []


def test_report_numbers_each_page_out_of_all() -> None:
    texts = plain_texts_of(report_pdf(report("en")))

    assert [f"Page {at} of 3" in text for at, text in enumerate(texts, start=1)] == [True] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_cover_keeps_to_its_page_with_the_longest_words(language: str) -> None:
    drawn = report_pdf(report(language, is_longest=True))

    texts = texts_of(drawn)
    assert len(texts) == 3
    assert [said for said in (PHONE, ADDRESS, "1,878", "209", "64") if said not in texts[0]] == []


def test_report_takes_whatever_somebody_typed() -> None:
    drawn = report_pdf(with_words(report("ur"), HOSTILE))

    assert len(pages_of(drawn)) >= 3
    assert 0 not in set(glyph_numbers(drawn))


def test_a_table_of_many_rows_goes_on_over_pages_with_its_heading() -> None:
    whole = report("en")
    cities = whole.sections[1]
    assert cities.table is not None
    table = replace(cities.table, rows=[["Lahore", str(row), "–"] for row in range(1000, 1120)])
    long = replace(whole, sections=[replace(cities, table=table)])

    texts = plain_texts_of(report_pdf(long))

    assert len(texts) >= 4
    assert all("People registered" in text for text in texts[1:])
    assert [row for row in range(1000, 1120) if not any(str(row) in text for text in texts)] == []


def test_fingerprint_changes_with_any_word() -> None:
    whole = report("ur")

    same, other = report_fingerprint(report("ur")), replace(whole, made_line="")
    assert report_fingerprint(whole) == same
    assert report_fingerprint(other) != same
