"""What the drawing faces cannot draw, and what stands in its place."""

import json

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

from documents.engine import FONTS
from documents.glyphs import COVERAGE, drawable, missing_glyphs


def test_coverage_file_lists_what_the_drawing_faces_have() -> None:
    points = {point for face in FONTS.glob("*.ttf") for point in TTFont(face).getBestCmap()}
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    wanted = "[\n" + ",\n".join(json.dumps(run) for run in runs) + "\n]\n"

    assert COVERAGE.read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("family", ["NotoNastaliqUrdu", "NotoSans"])
def test_bold_face_covers_what_the_regular_covers(family: str) -> None:
    regular = TTFont(FONTS / f"{family}-Regular.ttf").getBestCmap()
    bold = TTFont(FONTS / f"{family}-Bold.ttf").getBestCmap()

    assert set(bold) == set(regular)


def test_missing_glyphs_of_urdu_sindhi_and_latin_names_is_empty() -> None:
    names = ["محمد فضل الٰہی", "ڀٽو ڪراچي ٻڌو", "Zoë Łukasz", "Ж Ω", "محمد\u200cعلی"]

    assert missing_glyphs(names) == set()


def test_missing_glyphs_names_the_characters_no_face_has() -> None:
    assert missing_glyphs(["Ali 😀", "你好 علی", "کوثر"]) == {"😀", "你", "好"}


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("کوثر پروین", "کوثر پروین"),
        ("Ali 😀", "Ali ?"),
        ("☎️ 15", "? 15"),
        ("ﮐﻮﺛﺮ", "کوثر"),
        ("ڪراچي", "کراچي"),
        ("Zoe\u0308", "Zoë"),
        ("first\nsecond\x00third", "first second third"),
        ("\u202eover\u202cride", "override"),
        ("\u20660333\u2069", "\u20660333\u2069"),
    ],
)
def test_drawable_keeps_names_and_replaces_what_has_no_glyph(typed: str, drawn: str) -> None:
    assert drawable(typed) == drawn
