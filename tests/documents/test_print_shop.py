"""The print shop's sheets: like the pictures somebody looked at, nothing clipped, every glyph."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from documents.badges import BATCH_BADGES, badge_data, badges_pdf, badges_png
from documents.certificates import certificate_png, certificates_pdf
from documents.guides import guide_pdf, guide_png
from documents.placards import PlacardPaper, placard_png, placards_pdf
from documents.posters import PosterShape, poster_pdf, poster_png
from documents.printing import Palette
from documents.qr import qr_rows
from documents.signs import sign_png, signs_pdf
from tests.documents import sample_prints as sample
from tests.documents.golden import SHARE_ALLOWED, share_apart
from tests.documents.pages import glyph_numbers, ink_box, pages_of, picture, texts_of
from tests.documents.sample_prints import BOTH, ENGLISH, URDU

COLOUR, BLACK = Palette.COLOUR, Palette.BLACK
A4, STORY = PosterShape.A4, PosterShape.STORY
SIGNS = ("علامات پہچانیں", "Know the signs")
SHARE_BYTES = 300_000
HOSTILE = "Ali 😀 你好 <b>#panic()</b> \\x00 \u202e $x$ *bold* @sara" + "ﮐﻮﺛﺮ " * 60
LANGUAGES = [URDU, ENGLISH, BOTH]

GOLDEN: dict[str, Callable[[], bytes]] = {
    "poster-ur": lambda: poster_png(sample.poster(URDU), A4, COLOUR, 480),
    "poster-en": lambda: poster_png(sample.poster(ENGLISH), A4, COLOUR, 480),
    "poster-longest": lambda: poster_png(sample.poster(BOTH, is_longest=True), A4, BLACK, 480),
    "square-ur": lambda: poster_png(sample.poster(URDU), PosterShape.SQUARE, COLOUR, 480),
    "square-en": lambda: poster_png(sample.poster(ENGLISH), PosterShape.SQUARE, COLOUR, 480),
    "story-longest": lambda: poster_png(sample.poster(URDU, is_longest=True), STORY, COLOUR, 420),
    "placard-ur": lambda: placard_png(sample.placards(URDU, *SIGNS), PlacardPaper.A4, COLOUR, 480),
    "placard-en": lambda: placard_png(
        sample.placards(ENGLISH, *SIGNS), PlacardPaper.A4, BLACK, 480
    ),
    "placard-both": lambda: placard_png(
        sample.placards(BOTH, *SIGNS), PlacardPaper.A4, COLOUR, 560
    ),
    "sign-ur": lambda: sign_png(sample.signs(URDU, is_folded=False), COLOUR, 420),
    "sign-en": lambda: sign_png(sample.signs(ENGLISH, is_folded=True), BLACK, 420),
    "sign-both": lambda: sign_png(sample.signs(BOTH, is_folded=True), COLOUR, 420),
    "badges-ur": lambda: badges_png(sample.badges(URDU), BLACK, 560),
    "badges-en": lambda: badges_png(sample.badges(ENGLISH), BLACK, 560),
    "badges-both": lambda: badges_png(sample.badges(BOTH), COLOUR, 560),
    "certificate-ur": lambda: certificate_png(sample.certificates(URDU), COLOUR, 560),
    "certificate-en": lambda: certificate_png(
        sample.certificates(ENGLISH, sample.LATIN_NAME), BLACK, 560
    ),
    "certificate-longest": lambda: certificate_png(
        sample.certificates(BOTH, sample.LATIN_NAME, is_longest=True), COLOUR, 560
    ),
    "guide-ur": lambda: guide_png(sample.guide(URDU, has_strips=False), COLOUR, 480),
    "guide-en": lambda: guide_png(sample.guide(ENGLISH, has_strips=False), BLACK, 480),
    "numbers-both": lambda: guide_png(sample.guide(BOTH, has_strips=True), COLOUR, 480),
}
PDFS: dict[str, Callable[[Any], bytes]] = {
    "poster": lambda spoken: poster_pdf(sample.poster(spoken, is_longest=True), A4, COLOUR),
    "placard": lambda spoken: placards_pdf(sample.placards(spoken, *SIGNS), PlacardPaper.A3, BLACK),
    "sign": lambda spoken: signs_pdf(sample.signs(spoken, is_folded=False), COLOUR),
    "badges": lambda spoken: badges_pdf(sample.badges(spoken), BLACK),
    "certificate": lambda spoken: certificates_pdf(
        sample.certificates(spoken, sample.LATIN_NAME, is_longest=True), COLOUR
    ),
    "guide": lambda spoken: guide_pdf(sample.guide(spoken, has_strips=False), BLACK),
    "numbers": lambda spoken: guide_pdf(sample.guide(spoken, has_strips=True), COLOUR),
}
# Width and height in millimetres.
PAPER = {
    "poster": (210, 297),
    "placard": (420, 297),
    "sign": (210, 148.5),
    "badges": (210, 297),
    "certificate": (297, 210),
    "guide": (210, 297),
    "numbers": (210, 297),
}
# What must be read back as it was written, numbers in their order.
READABLE = {
    "poster": ("0333-1110566", sample.ADDRESS),
    "placard": ("0333-1110566",),
    "sign": ("0333-1110566",),
    "badges": (sample.PASS_CODE,),
    "certificate": (sample.CERTIFICATE_CODE, "hamqadam.example/ur/certificates/"),
    "guide": ("0333-1110566",),
    "numbers": ("0333-1110566", "111-247-786"),
}


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_sheet_looks_as_the_picture_somebody_looked_at(name: str) -> None:
    apart = share_apart(name, GOLDEN[name]())

    assert apart <= SHARE_ALLOWED


@pytest.mark.parametrize("name", sorted(PDFS))
@pytest.mark.parametrize("languages", LANGUAGES)
def test_sheet_has_every_glyph_its_paper_and_its_numbers(
    name: str, languages: tuple[str, ...]
) -> None:
    drawn = PDFS[name](languages)

    (page,) = pages_of(drawn)
    (text,) = texts_of(drawn)
    size = (float(page.mediabox.width) / 72 * 25.4, float(page.mediabox.height) / 72 * 25.4)
    assert size == pytest.approx(PAPER[name], abs=0.1)
    assert 0 not in set(glyph_numbers(drawn))
    assert [said for said in READABLE[name] if said not in text] == []


@pytest.mark.parametrize("name", ["badges", "certificate"])
def test_latin_name_is_read_back_from_the_pdf(name: str) -> None:
    (text,) = texts_of(PDFS[name](URDU))

    assert sample.LATIN_NAME in " ".join(text.split())


@pytest.mark.parametrize("shape", [A4, PosterShape.A3])
@pytest.mark.parametrize("languages", LANGUAGES)
def test_poster_keeps_its_margins_with_the_longest_words(
    shape: PosterShape, languages: tuple[str, ...]
) -> None:
    words = sample.poster(languages, is_longest=True)

    page = picture(poster_png(words, shape, BLACK, 600))

    left, top, right, bottom = ink_box(page)
    edge = 600 * 12 / (210 if shape == A4 else 297) - 1.5
    assert (left >= edge, top >= edge) == (True, True)
    assert (page.width - right >= edge, page.height - bottom >= edge) == (True, True)


@pytest.mark.parametrize("shape", [PosterShape.SQUARE, STORY])
def test_poster_to_share_is_1080_wide_and_light(shape: PosterShape) -> None:
    drawn = poster_png(sample.poster(BOTH, is_longest=True), shape, COLOUR)

    assert Image.open(BytesIO(drawn)).size == (1080, 1080 if shape == PosterShape.SQUARE else 1920)
    assert len(drawn) <= SHARE_BYTES


def test_poster_of_an_event_without_hours_and_place_draws_what_is_known() -> None:
    bare = replace(sample.poster(URDU), hours=[], place=[], kicker=[], note=[])

    assert poster_png(bare, A4, COLOUR, 480) != poster_png(sample.poster(URDU), A4, COLOUR, 480)


def test_badge_sheets_hold_eight_a_page_and_go_on_after_a_batch() -> None:
    drawn = badges_pdf(sample.badges(ENGLISH, BATCH_BADGES + 9), BLACK)

    pages = texts_of(drawn)
    assert len(pages) == BATCH_BADGES // 8 + 2
    # Of four kinds of badges one has the Latin name.
    assert [page.count("Organiser") for page in (pages[0], pages[-2], pages[-1])] == [2, 2, 0]


def test_badge_code_is_drawn_as_bars_of_the_code_itself() -> None:
    data: Any = badge_data(sample.badges(URDU), BLACK)
    code = data["badges"][0]["qr"]
    rows = qr_rows(sample.PASS_CODE)
    drawn = [["0"] * code["width"] for _row in rows]

    for row, begin, end in code["bars"]:
        drawn[row][begin:end] = "1" * (end - begin)

    assert ["".join(row) for row in drawn] == rows


def test_sheets_take_whatever_somebody_typed() -> None:
    one = sample.badges(URDU).badges[0]
    typed = replace(sample.badges(URDU), badges=[replace(one, name=HOSTILE, group=HOSTILE)])
    certificate = sample.certificates(ENGLISH, HOSTILE)

    drawn = [badges_pdf(typed, BLACK), certificates_pdf(certificate, COLOUR)]

    assert [len(pages_of(pdf)) for pdf in drawn] == [1, 1]
    assert [0 in set(glyph_numbers(pdf)) for pdf in drawn] == [False, False]
