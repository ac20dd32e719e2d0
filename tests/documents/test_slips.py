"""Slips on A4: three to a sheet, both languages on each, nothing over the cut or the edge."""

from typing import Any

import pytest
from PIL import Image

from documents.engine import render_png
from documents.qr import qr_rows
from documents.slips import (
    BATCH_SLIPS,
    Slip,
    SlipSheet,
    SlipWords,
    draw_slips,
    slip_data,
    slips_png,
)
from tests.documents.golden import SHARE_ALLOWED, share_apart
from tests.documents.pages import glyph_numbers, ink_box, pages_of, picture, texts_of

DOTS_PER_INCH = 110
LONG_URDU = "گورنمنٹ گرلز ہائر سیکنڈری اسکول نمبر 2، محلہ قاضیاں، نزد ڈاک خانہ"
URDU = SlipWords(
    title="آگاہی واک، لاہور",
    lines=["اتوار، 1 اگست 2027 · صبح 7:00 سے 9:00 بجے تک", LONG_URDU],
    consent="بطور سرپرست، میری طرف سے اس بچے کو شرکت کی اجازت ہے۔",
    photographs="میرے بچے کی تصویر نہ لی جائے",
    child="بچے کا نام",
    guardian="سرپرست کا نام",
    phone="موبائل نمبر",
    signature="دستخط اور تاریخ",
)
ENGLISH = SlipWords(
    title="Awareness walk, Lahore",
    lines=["Sunday, 1 August 2027 · 7:00 to 9:00 am", "Inside the main gate of the garden"],
    consent="I am this child’s guardian and I allow the child to take part.",
    photographs="No photographs of my child",
    child="Child’s name",
    guardian="Guardian’s name",
    phone="Mobile number",
    signature="Signature and date",
)


def sheet(count: int, heading: str = "نمونہ اسکول") -> SlipSheet:
    """Return so many slips of one group."""
    return SlipSheet(
        urdu=URDU,
        english=ENGLISH,
        slips=[Slip(heading, f"7K2QF-{n:03d}", f"{n} / {count}") for n in range(1, count + 1)],
        foot_ur="سوالات: منتظمین، 0399-0000000 · ہیلپ لائن: 0333-1110566",
        foot_en="Questions: Organisers, 0399-0000000 · Helpline: 0333-1110566",
        wording="guardian-1",
    )


def first_page(drawn: SlipSheet) -> Image.Image:
    """Return the first page as a picture."""
    return picture(render_png("slip", slip_data(drawn, drawn.slips[:3]), DOTS_PER_INCH)[0])


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (3, 1), (4, 2), (60, 20)])
def test_draw_slips_puts_three_on_a_page(count: int, pages: int) -> None:
    assert len(pages_of(draw_slips(sheet(count)))) == pages


def test_draw_slips_of_a_large_school_goes_on_where_a_drawing_ended() -> None:
    pages = pages_of(draw_slips(sheet(BATCH_SLIPS + 4)))

    codes = [
        [
            f"7K2QF-{n:03d}" in pages[at].extract_text()
            for n in range(BATCH_SLIPS - 2, BATCH_SLIPS + 5)
        ]
        for at in (-3, -2, -1)
    ]
    assert codes == [
        [True] * 3 + [False] * 4,
        [False] * 3 + [True] * 3 + [False],
        [False] * 6 + [True],
    ]


def test_slips_look_as_the_picture_somebody_looked_at() -> None:
    assert share_apart("slips", slips_png(sheet(3), 560)) <= SHARE_ALLOWED


def test_draw_slips_says_the_same_in_both_languages_on_each() -> None:
    (text,) = texts_of(draw_slips(sheet(3)))

    for words in (ENGLISH.title, ENGLISH.consent, "0333-1110566", "guardian-1"):
        assert text.count(words) >= 3


def test_draw_slips_lacks_no_glyph() -> None:
    assert 0 not in set(glyph_numbers(draw_slips(sheet(3))))


@pytest.mark.parametrize("heading", ["", "م", LONG_URDU, "X" * 200, "#panic(1) $x$ \\ *b*"])
def test_draw_slips_stay_on_their_third_of_the_sheet(heading: str) -> None:
    page = first_page(sheet(1, heading))

    left, top, right, bottom = ink_box(page)

    edge = DOTS_PER_INCH * 5 / 25.4
    assert left > edge
    assert top > edge / 2
    assert right < page.width - edge
    assert bottom < page.height / 3


def test_codes_are_drawn_as_bars_of_the_code_itself() -> None:
    data: Any = slip_data(sheet(1), sheet(1).slips)
    code = data["slips"][0]["qr"]
    rows = qr_rows("7K2QF-001")
    drawn = [["0"] * code["width"] for _row in rows]

    for row, begin, end in code["bars"]:
        drawn[row][begin:end] = "1" * (end - begin)

    assert ["".join(row) for row in drawn] == rows
