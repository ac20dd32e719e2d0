"""The pass as a picture: as wide as a phone wants it, readable by a camera, nothing clipped."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from documents.passes import PassWords, draw_pass
from tests.documents.pages import ink_box, picture

URDU = PassWords(
    language="ur",
    brand="ہم قدم",
    title="آگاہی واک، لاہور",
    day="اتوار، 1 اگست 2027",
    clock="صبح 7:00 سے 9:00 بجے تک",
    place_label="جمع ہونے کی جگہ",
    place="مرکزی دروازہ، لاہور",
    name="کوثر عباس",
    group_name="",
    people="3 افراد",
    others="Bilal Ahmed",
    reference_label="حوالہ نمبر",
    reference="LHE-7K2QF",
    contact_label="اس تقریب کے لیے رابطہ",
    contact_name="منتظمین",
    contact_phone="0399-0000000",
    footer="آتے وقت یہ کوڈ دکھائیں۔",
)
ENGLISH = replace(
    URDU,
    language="en",
    brand="Hamqadam",
    title="Awareness walk, Lahore",
    day="Sunday, 1 August 2027",
    clock="7:00 to 9:00 am",
    place_label="Assembly point",
    place="Main gate, Lahore",
    people="3 people",
    reference_label="Reference number",
    contact_label="Contact for this event",
    contact_name="Organisers",
    footer="Show this code when you arrive.",
)
BAND_DOTS = 70
HOSTILE = "Ali 😀 你好 <b>#panic()</b> \\x00 \u202e $x$ *bold*" + "ﮐﻮﺛﺮ " * 60


def size_of(png: bytes) -> tuple[int, int]:
    """Return width and height."""
    size: tuple[int, int] = Image.open(BytesIO(png)).size
    return size


@pytest.mark.parametrize("words", [URDU, ENGLISH])
def test_draw_pass_is_1080_dots_wide(words: PassWords) -> None:
    width, height = size_of(draw_pass(words))

    assert width == 1080
    assert 1500 < height < 3200


@pytest.mark.parametrize("words", [URDU, ENGLISH])
def test_draw_pass_clips_nothing_at_the_sides(words: PassWords) -> None:
    drawn = picture(draw_pass(words))

    # Between the bands; the perforation alone reaches the edges.
    upper = drawn.crop((0, BAND_DOTS + 20, 1080, 700))
    begin, _top, end, _bottom = ink_box(upper)
    assert begin >= 40
    assert end <= 1080 - 40


@pytest.mark.parametrize("changed", ["name", "reference", "day", "contact_phone", "people"])
def test_draw_pass_draws_what_it_is_given(changed: str) -> None:
    other = replace(ENGLISH, **{changed: "LHE-22222"})

    first, second = (Image.open(BytesIO(draw_pass(words))) for words in (ENGLISH, other))

    assert (
        first.size != second.size
        or ImageChops.difference(first.convert("RGB"), second.convert("RGB")).getbbox()
    )


@pytest.mark.parametrize("words", [URDU, ENGLISH])
def test_draw_pass_takes_whatever_somebody_typed(words: PassWords) -> None:
    hostile = replace(words, name=HOSTILE, group_name=HOSTILE, others=HOSTILE, place=HOSTILE)

    width, height = size_of(draw_pass(hostile))

    assert width == 1080
    assert height < 8000


def test_draw_pass_without_place_and_contact_leaves_no_hole() -> None:
    bare = replace(
        ENGLISH, clock="", place="", others="", contact_name="", contact_phone="", day="Postponed"
    )

    assert size_of(draw_pass(bare))[1] < size_of(draw_pass(ENGLISH))[1]


def test_draw_pass_again_gives_the_same_picture() -> None:
    assert draw_pass(URDU) == draw_pass(URDU)
