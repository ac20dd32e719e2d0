"""Sheets with a code: like the pictures somebody looked at, every code readable, every glyph."""

from collections.abc import Callable

import pytest

from documents.placements import (
    PlacementCode,
    PlacementPaper,
    PlacementSheet,
    placements_pdf,
    placements_png,
)
from documents.printing import Palette, Said
from tests.documents.golden import SHARE_ALLOWED, share_apart
from tests.documents.pages import glyph_numbers, pages_of, texts_of
from tests.documents.sample_prints import BOTH, ENGLISH, URDU

A4, A5, STICKERS = PlacementPaper.A4, PlacementPaper.A5, PlacementPaper.STICKERS
LETTERS = "ABCDEFGHJKMNPQRTUVWXYZ2345"
WORDS = {
    "brand": ("ہم قدم", "Hamqadam"),
    "campaign": (
        "انسانی اسمگلنگ کے خلاف عالمی دن 2027",
        "World Day Against Trafficking in Persons 2027",
    ),
    "title": ("آگاہی واک، لاہور", "Awareness walk, Lahore"),
    "text": (
        "اتوار، 1 اگست 2027 · ناصر باغ کے اندر، مرکزی دروازے کے قریب، لاہور",
        "Sunday, 1 August 2027 · Inside Nasir Bagh, near the main gate, Lahore",
    ),
    "call": ("کیمرہ کھولیں اور کوڈ کے سامنے رکھیں", "Open the camera and hold it to the code"),
    "helpline_label": ("ہیلپ لائن", "Helpline"),
}


def said(name: str, languages: tuple[str, ...]) -> Said:
    """Return words in the languages asked for."""
    both = dict(zip(("ur", "en"), WORDS[name], strict=True))
    return [(language, both[language]) for language in languages]


def sheet(languages: tuple[str, ...], count: int = 1) -> PlacementSheet:
    """Return so many codes with usual words."""
    return PlacementSheet(
        languages=languages,
        helpline="0333-1110566",
        codes=[
            PlacementCode(
                f"https://hamqadam.example/g/7K2Q{letter}",
                f"hamqadam.example/g/7K2Q{letter}",
                "رکشہ 01، مزنگ",
            )
            for letter in LETTERS[:count]
        ],
        **{name: said(name, languages) for name in WORDS},
    )


GOLDEN: dict[str, Callable[[], bytes]] = {
    "placement-ur": lambda: placements_png(sheet(URDU), A4, Palette.COLOUR, 420),
    "placement-en": lambda: placements_png(sheet(ENGLISH), A5, Palette.BLACK, 420),
    "placement-both": lambda: placements_png(sheet(BOTH), A4, Palette.COLOUR, 420),
    "stickers-ur": lambda: placements_png(sheet(URDU, 24), STICKERS, Palette.COLOUR, 560),
    "stickers-en": lambda: placements_png(sheet(ENGLISH, 7), STICKERS, Palette.BLACK, 560),
}


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_sheet_looks_as_the_picture_somebody_looked_at(name: str) -> None:
    assert share_apart(name, GOLDEN[name]()) <= SHARE_ALLOWED


@pytest.mark.parametrize("languages", [URDU, ENGLISH, BOTH])
def test_sheet_has_every_glyph_its_address_and_the_helpline(languages: tuple[str, ...]) -> None:
    drawn = placements_pdf(sheet(languages), A5, Palette.COLOUR)

    (text,) = texts_of(drawn)
    assert 0 not in set(glyph_numbers(drawn))
    assert "hamqadam.example/g/7K2QA" in text
    assert "0333-1110566" in text


def test_twenty_five_stickers_are_two_pages_with_every_code_once() -> None:
    drawn = placements_pdf(sheet(URDU, 25), STICKERS, Palette.BLACK)

    text = " ".join(texts_of(drawn))
    assert len(pages_of(drawn)) == 2
    assert [text.count(f"/g/7K2Q{letter}") for letter in LETTERS[:25]] == [1] * 25


def test_address_that_is_far_longer_stays_on_its_page() -> None:
    long = "a-very-long-name-of-a-campaign.organisation.example.org/g/7K2QA"
    wide = sheet(BOTH)
    codes = [PlacementCode(f"https://{long}", long, "W" * 300)]
    drawn = placements_pdf(
        PlacementSheet(
            languages=BOTH, helpline=wide.helpline, codes=codes,
            **{name: said(name, BOTH) for name in WORDS},
        ),
        A5,
        Palette.BLACK,
    )  # fmt: skip

    assert len(pages_of(drawn)) == 1
    assert long in "".join(texts_of(drawn)).replace("\n", "")
