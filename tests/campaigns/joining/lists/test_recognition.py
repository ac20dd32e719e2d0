"""The certificate of recognition: looked at in both languages, long names included."""

import datetime

import pytest
from pytest_django import Settings

from campaigns.joining.lists.recognition import (
    certificate_name,
    recognition_pdf,
    recognition_sheet,
)
from campaigns.models import Campaign, Organisation
from documents.certificates import certificate_png
from documents.printing import Palette
from tests.documents.golden import SHARE_ALLOWED, share_apart
from tests.documents.pages import texts_of

CAMPAIGN = Campaign(
    year=2027,
    title_en="World Day Against Trafficking in Persons 2027",
    title_ur="انسانی اسمگلنگ کے خلاف عالمی دن 2027",
    world_day_on=datetime.date(2027, 7, 30),
)
MEMBER = Organisation(
    slug="kiln-workers",
    name_en="Union of the Brick-kiln Workers of Faisalabad",
    name_ur="بھٹہ مزدور یونین فیصل آباد",
)
LONGEST = Organisation(
    slug="longest",
    name_en=" ".join(["Confederation"] * 11),
    name_ur=" ".join(["انجمنِ مزدوران"] * 11),
)


@pytest.fixture(autouse=True)
def _address(settings: Settings) -> None:
    settings.BASE_URL = "https://hamqadam.example"


@pytest.mark.parametrize("language", ["ur", "en"])
def test_certificate_is_the_picture_somebody_looked_at(language: str) -> None:
    sheet = recognition_sheet(MEMBER, CAMPAIGN, language)

    drawn = certificate_png(sheet, Palette.COLOUR, 560)

    assert share_apart(f"recognition-{language}", drawn) <= SHARE_ALLOWED


def test_certificate_says_where_it_can_be_checked_and_for_which_year() -> None:
    sheet = recognition_sheet(MEMBER, CAMPAIGN, "ur")

    (printed,) = sheet.certificates
    assert (printed.code, printed.address) == ("2027", "hamqadam.example/ur/network/")
    assert printed.link == "https://hamqadam.example/ur/network/#o-kiln-workers"
    assert certificate_name(MEMBER, CAMPAIGN, "ur") == "network-2027-kiln-workers-ur.pdf"


def test_certificate_of_the_longest_name_is_one_page() -> None:
    (text,) = texts_of(recognition_pdf(LONGEST, CAMPAIGN, "en"))

    assert "2027" in text
    assert text.count("Confederation") > 5
