"""Lists on A4: whole, in order, numbered out of the true total, nothing clipped."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from documents.engine import render_png
from documents.list_drawing import BATCH_ROWS, draw_list
from documents.lists import ListDocument, Row, list_data
from tests.documents.pages import glyph_numbers, ink_box, pages_of, picture, texts_of
from tests.documents.sample_lists import (
    NAMES,
    english_list,
    masked_phone,
    people,
    reference,
    urdu_list,
)

DOTS_PER_MM = 150 / 25.4
# The swash of the title's آ hangs 1.4 mm into the margin of 12 mm.
MARGIN_DOTS = 10.5 * DOTS_PER_MM
MakeList = Callable[[list[Row]], ListDocument]


def first_page(document: ListDocument) -> Image.Image:
    """Return the first page as a picture, without its page number."""
    data = list_data(document, 0, len(document.rows), is_last=True)
    return picture(render_png("list", data, pixels_per_inch=150)[0])


@pytest.mark.parametrize("make_list", [urdu_list, english_list])
def test_draw_list_of_120_people_prints_each_once_in_order(make_list: MakeList) -> None:
    drawn = draw_list(replace(make_list(people(120)), blank_rows=8))

    text = "\n".join(texts_of(drawn))
    assert re.findall(r"LHE-[0-9A-Z]{5}", text) == [reference(n) for n in range(1, 121)]
    # Reading back loses spaces beside Urdu.
    masked = [f"•••• {digits}" for digits in re.findall(r"•••• ?([0-9]{4})", text)]
    assert masked == [masked_phone(n) for n in range(1, 121)]


@pytest.mark.parametrize("make_list", [urdu_list, english_list])
def test_draw_list_keeps_latin_names_whole(make_list: MakeList) -> None:
    drawn = draw_list(make_list(people(120)))

    text = "\n".join(texts_of(drawn))
    latin_names = [name for name in NAMES if name.isascii() or "’" in name]
    assert {name: text.count(name) for name in latin_names} == dict.fromkeys(latin_names, 10)


@pytest.mark.parametrize("make_list", [urdu_list, english_list])
def test_draw_list_draws_no_box_for_a_missing_glyph(make_list: MakeList) -> None:
    hostile = Row({"name": "Ali 😀 你好 ﮐﻮﺛﺮ ڪ \x00"}, second_line="👩‍👧 کوثر")

    drawn = draw_list(replace(make_list([*people(24), hostile]), blank_rows=2))

    assert 0 not in set(glyph_numbers(drawn))


def test_draw_list_is_a4_and_numbers_every_page_out_of_the_total() -> None:
    drawn = draw_list(english_list(people(120)))

    pages = pages_of(drawn)
    total = len(pages)
    assert {tuple(round(float(side)) for side in page.mediabox) for page in pages} == {
        (0, 0, 595, 842)
    }
    assert re.findall(r"Page \d+ of \d+", "\n".join(texts_of(drawn))) == [
        f"Page {page} of {total}" for page in range(1, total + 1)
    ]


def test_draw_list_says_on_every_page_what_it_is_and_when_it_was_printed() -> None:
    drawn = draw_list(english_list(people(60)))

    first, *others = texts_of(drawn)
    assert "Attendee list" in first
    assert "Awareness walk, Lahore" in first
    assert others
    assert all("Awareness walk, Lahore · Sunday, 1 August 2027" in text for text in others)
    for text in (first, *others):
        assert "Printed by organiser-lahore, Saturday, 31 July 2027, 6:05 pm" in text
        assert "For organisers only. Destroy after the event." in text
        assert "Reference" in text


def test_draw_list_of_three_batches_runs_on_without_a_gap_or_a_repeat() -> None:
    count = BATCH_ROWS * 2 + 50

    drawn = draw_list(english_list(people(count), blank_rows=3))

    texts = texts_of(drawn)
    labels = [re.findall(r"Page (\d+) of (\d+)", text) for text in texts]
    rows_on_pages = [len(re.findall(r"LHE-", text)) for text in texts]
    assert re.findall(r"LHE-[0-9A-Z]{5}", "\n".join(texts)) == [
        reference(n) for n in range(1, count + 1)
    ]
    assert re.search(rf"^{count}\b", texts[-1], flags=re.MULTILINE)
    assert labels == [[(str(page), str(len(texts)))] for page in range(1, len(texts) + 1)]
    assert min(rows_on_pages[1:-1]) >= 17, "a page in the middle is not full"


def test_draw_list_of_exactly_one_batch_is_whole() -> None:
    drawn = draw_list(english_list(people(BATCH_ROWS)))

    assert len(re.findall(r"LHE-", "\n".join(texts_of(drawn)))) == BATCH_ROWS


def test_draw_list_without_rows_prints_blank_rows_for_walk_ins() -> None:
    drawn = draw_list(english_list([], blank_rows=5))

    (text,) = texts_of(drawn)
    assert "Walk-ins" in text
    assert "Page 1 of 1" in text


def test_draw_list_takes_markup_in_a_name_as_text() -> None:
    drawn = draw_list(english_list([Row({"name": '#panic("x") *b* $1$'})]))

    assert '#panic("x") *b* $1$' in texts_of(drawn)[0]


def test_draw_list_keeps_telephones_and_ranges_in_order_inside_urdu() -> None:
    document = replace(urdu_list([]), notes=("فون 0333-1110566 اور قطاریں 1-14,17",))

    (text,) = texts_of(draw_list(document))

    assert "0333-1110566" in text
    assert "1-14,17" in text


@pytest.mark.parametrize("make_list", [urdu_list, english_list])
@pytest.mark.parametrize(
    "name", ["A" * 10_000, "ٹھیکیدار" * 300, "کوثر پروین " * 500, "کشمکش شگفتگی گھمن"]
)
def test_list_keeps_any_name_inside_the_margins(make_list: MakeList, name: str) -> None:
    page = first_page(make_list([Row({"name": name}, second_line=name)]))

    left, top, right, bottom = ink_box(page)
    assert left >= MARGIN_DOTS
    assert top >= MARGIN_DOTS
    assert right <= page.width - MARGIN_DOTS
    assert bottom <= page.height - MARGIN_DOTS


def test_list_draws_urdu_letters_joined() -> None:
    joined = first_page(urdu_list([Row({"name": "کوثر"})]))

    apart = first_page(urdu_list([Row({"name": "\u200c".join("کوثر")})]))

    assert joined.tobytes() != apart.tobytes()


def test_list_shows_ticks_already_made() -> None:
    plain = first_page(urdu_list([Row({"name": "کوثر"})]))

    ticked = first_page(urdu_list([Row({"name": "کوثر"}, is_ticked=True)]))

    assert ticked.tobytes() != plain.tobytes()


@pytest.mark.parametrize(("make_list", "is_mirrored"), [(urdu_list, True), (english_list, False)])
def test_list_columns_run_in_the_direction_of_the_language(
    make_list: MakeList, is_mirrored: bool
) -> None:
    blank = first_page(make_list([Row({})]))

    ticked = first_page(make_list([Row({}, is_ticked=True)]))

    left, _top, right, _bottom = _difference_box(blank, ticked)
    middle = (left + right) / 2 / DOTS_PER_MM
    assert middle == pytest.approx(210 - 29.5 if is_mirrored else 29.5, abs=1)


def _difference_box(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.difference(one, other).getbbox()
    assert box is not None
    return box
