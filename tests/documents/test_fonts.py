"""The typefaces: true weights for drawing, small and complete for the web."""

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

from documents.engine import FONTS

WEB_NASTALIQ = FONTS / "noto-nastaliq-urdu-subset.woff2"
WEB_DISPLAY = FONTS / "latin-display-subset.woff2"
URDU_LETTERS = "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیےۓ"
TYPED_ON_ARABIC_KEYBOARDS = "كيىهةإ"
MARKS = "ًٌٍَُِّْٰٓٔ"
SIGNS = "،؛؟۔()[]«»“”‘’!:.-–—…/%+ \u00a0\u200c\u200d"
DIGITS = "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"


@pytest.mark.parametrize(
    ("name", "family", "weight"),
    [
        ("NotoNastaliqUrdu-Regular.ttf", "Noto Nastaliq Urdu", 400),
        ("NotoNastaliqUrdu-Bold.ttf", "Noto Nastaliq Urdu", 700),
        ("NotoSans-Regular.ttf", "Noto Sans", 400),
        ("NotoSans-Bold.ttf", "Noto Sans", 700),
        ("Fraunces-SemiBold.ttf", "Fraunces SemiBold", 600),
    ],
)
def test_drawing_face_claims_its_family_and_weight(name: str, family: str, weight: int) -> None:
    face = TTFont(FONTS / name)

    assert (face["name"].getDebugName(1), face["OS/2"].usWeightClass) == (family, weight)
    assert "fvar" not in face


def test_fonts_folder_offers_the_engine_only_the_five_drawing_faces() -> None:
    offered = sorted(path.name for path in FONTS.iterdir() if path.suffix in {".ttf", ".otf"})

    assert offered == [
        "Fraunces-SemiBold.ttf",
        "NotoNastaliqUrdu-Bold.ttf",
        "NotoNastaliqUrdu-Regular.ttf",
        "NotoSans-Bold.ttf",
        "NotoSans-Regular.ttf",
    ]


def test_web_nastaliq_is_at_most_130_kilobytes() -> None:
    assert WEB_NASTALIQ.stat().st_size <= 130_000


def test_web_nastaliq_has_everything_an_urdu_writer_types() -> None:
    covered = TTFont(WEB_NASTALIQ).getBestCmap()
    wanted = URDU_LETTERS + TYPED_ON_ARABIC_KEYBOARDS + MARKS + SIGNS + DIGITS

    assert [character for character in wanted if ord(character) not in covered] == []


def test_web_nastaliq_keeps_the_features_that_join_letters() -> None:
    face = TTFont(WEB_NASTALIQ)

    features = {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        for record in face[table].table.FeatureList.FeatureRecord
    }

    assert features >= {"init", "medi", "fina", "isol", "rlig", "ccmp", "curs", "mark", "mkmk"}


def test_web_nastaliq_leaves_latin_letters_to_the_page() -> None:
    covered = TTFont(WEB_NASTALIQ).getBestCmap()

    assert [letter for letter in "AZaz" if ord(letter) in covered] == []


def test_web_display_face_is_small() -> None:
    assert WEB_DISPLAY.stat().st_size <= 25_000


def test_licence_stands_beside_the_faces() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(family in licence for family in ("Noto Nastaliq Urdu", "Noto Sans", "Fraunces"))
