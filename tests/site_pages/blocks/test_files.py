"""Downloads and recordings: told before the tap, and shown only when they may be."""

import pytest
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError

from site_pages.blocks.audio import AudioBlock
from site_pages.blocks.downloads import DownloadBlock
from site_pages.models import ResourcePage
from tests.site_pages.builders import make_topic
from tests.site_pages.kinds import make_kind
from tests.site_pages.reading import html_of
from tests.uploads import make_download, make_sound
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "said"), [("ur", ["کام کے اوقات", "پی ڈی ایف", "اردو"]), ("en", ["PDF", "Urdu"])]
)
def test_download_says_its_kind_size_and_language(
    client: Client, language: str, said: list[str]
) -> None:
    file = make_download()
    make_kind(ResourcePage, language, downloads=[("download", {"file": file, "title": ""})])

    page = html_of(client.get(f"/{language}/page/"))

    assert f'href="{file.url}"' in page
    assert [word for word in said if word not in page] == []
    assert language == "en" or raw_runs(page) == []


def test_file_that_does_not_say_what_it_is_is_refused_and_not_shown(client: Client) -> None:
    file = make_download(title_ur="")
    make_kind(ResourcePage, "en", downloads=[("download", {"file": file, "title": "Kept"})])
    block = DownloadBlock()

    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"file": file.pk, "title": ""}))
    assert "Kept" not in html_of(client.get("/en/page/"))


def test_recording_comes_with_its_words_and_loads_nothing_by_itself(client: Client) -> None:
    sound = make_sound()
    make_topic("ur", "listen", body=[("audio", {"sound": sound, "title": ""})])

    page = html_of(client.get("/ur/listen/"))

    assert '<audio class="recording__player" controls preload="none"' in page
    assert "مدد کے لیے فون کریں۔" in page
    assert (
        '<a class="button' not in page.split('<figure class="recording">')[1].split("</figure>")[0]
    )
    assert raw_runs(page) == []


@pytest.mark.parametrize("lacking", [{"transcript": " "}, {"has_consent": False}])
def test_recording_without_words_or_consent_is_refused_and_not_shown(
    client: Client, lacking: dict[str, object]
) -> None:
    sound = make_sound(**lacking)
    make_topic("en", "listen", body=[("audio", {"sound": sound, "title": "Kept"})])
    block = AudioBlock()

    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"sound": sound.pk, "title": ""}))
    assert "Kept" not in html_of(client.get("/en/listen/"))
