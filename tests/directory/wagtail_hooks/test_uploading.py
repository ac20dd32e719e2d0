"""Uploads in the CMS, one or many, changed later: what is no file of ours stays out."""

import io
import struct
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from directory.models import CampaignDocument, CampaignImage, SoundFile
from directory.services import ensure_groups
from tests.site_pages.drafts import make_staff
from tests.uploads import (
    AGREED,
    SPOKEN,
    make_download,
    make_picture,
    make_sound,
    pdf,
    photograph,
    recording,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
PROGRAM = b"MZ\x90\x00 a program"


@pytest.fixture
def cms() -> Client:
    """Return the browser of an editor."""
    ensure_groups()
    client = Client()
    client.force_login(make_staff("editor", "Editors"))
    return client


def test_many_downloads_at_once_are_each_looked_into(cms: Client) -> None:
    address = reverse("wagtaildocs:add_multiple")
    files = [pdf(), SimpleUploadedFile("handout.pdf", PROGRAM, "application/pdf")]

    answers = [
        cms.post(
            address,
            {"files[]": file, "title": "hours", "collection": Collection.objects.get().pk},
            headers={"x-requested-with": "XMLHttpRequest"},
        ).json()
        for file in files
    ]

    assert [answer["success"] for answer in answers] == [True, False]
    assert "no PDF that can be offered" in answers[1]["error_message"]
    kept = CampaignDocument.objects.get()
    assert (kept.page_count, b"Secret" in kept.file.read()) == (2, False)
    kept.file.close()


def test_a_download_is_replaced_by_another_pdf_only(cms: Client) -> None:
    document = make_download()
    address = reverse("wagtaildocs:edit", args=[document.pk])
    fields = {"title": "hours", "title_en": "Hours", "title_ur": "اوقات", "language": "ur",
              "collection": Collection.objects.get().pk, "tags": ""}  # fmt: skip

    refused = cms.post(address, fields | {"file": SimpleUploadedFile("x.pdf", PROGRAM)})
    before = CampaignDocument.objects.get()
    taken = cms.post(address, fields | {"file": pdf(pages=3)})

    after = CampaignDocument.objects.get()
    assert (refused.status_code, taken.status_code) == (200, 302)
    assert (before.page_count, before.file.name) == (2, document.file.name)
    assert (after.page_count, after.file_size) == (3, after.file.size)
    assert not document.file.storage.exists(str(document.file.name))


def test_a_sound_is_added_and_a_film_is_not(cms: Client) -> None:
    address = reverse("wagtailsnippets_directory_soundfile:add")
    fields = SPOKEN | {"has_consent": "on"}
    film = recording("note.m4a").read().replace(b"soun", b"vide")

    refused = cms.post(address, fields | {"file": SimpleUploadedFile("note.m4a", film)})
    taken = cms.post(address, fields | {"file": recording()})

    assert (refused.status_code, taken.status_code) == (200, 302)
    assert "no sound that can be offered" in refused.content.decode()
    assert [sound.kind for sound in SoundFile.objects.all()] == ["opus"]


def test_words_of_a_sound_are_changed_without_its_file(cms: Client) -> None:
    sound = make_sound(transcript="")
    address = reverse("wagtailsnippets_directory_soundfile:edit", args=[sound.pk])

    answer = cms.post(address, SPOKEN | {"has_consent": "on"})

    changed = SoundFile.objects.get()
    assert answer.status_code == 302
    assert (changed.is_publishable, changed.file.name) == (True, sound.file.name)


def test_a_translator_chooses_downloads_and_adds_none() -> None:
    ensure_groups()
    client = Client()
    client.force_login(make_staff("translator", "Translators"))

    answer = client.get(reverse("wagtaildocs:add_multiple"))

    assert answer.status_code == 302


def bomb() -> bytes:
    """Return a PNG of a few hundred bytes that claims 400 megapixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(100_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def blanket() -> bytes:
    """Return a whole PNG of 36 megapixels in a few thousand bytes."""
    written = io.BytesIO()
    Image.new("1", (6000, 6000)).save(written, "PNG")
    return written.getvalue()


def gif() -> bytes:
    """Return a moving picture of another kind."""
    written = io.BytesIO()
    Image.new("RGB", (20, 20)).save(written, "GIF")
    return written.getvalue()


def upload_picture(cms: Client, file: SimpleUploadedFile) -> dict[str, Any]:
    """Send one of many files as the uploader does; return what it is told."""
    answer = cms.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": file, "title": "walk", "collection": Collection.objects.get().pk},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><script>alert(1)</script></html>",
        photograph().read()[:2000],
        bomb(),
        blanket(),
        gif(),
        PROGRAM,
    ],
    ids=["svg", "html", "truncated", "bomb", "blanket", "gif", "program"],
)
@pytest.mark.parametrize("name", ["picture.jpg", "picture.png", "picture.svg"])
def test_what_is_no_picture_stays_out_whatever_it_is_called(
    cms: Client, name: str, content: bytes
) -> None:
    told = upload_picture(cms, SimpleUploadedFile(name, content, "image/jpeg"))

    assert (told["success"], CampaignImage.objects.count()) == (False, 0)


def test_of_a_picture_that_is_also_something_else_the_pixels_are_kept(cms: Client) -> None:
    polyglot = photograph().read() + b"<script>alert(1)</script>PK\x03\x04"

    told = upload_picture(cms, SimpleUploadedFile("walk.jpg", polyglot, "image/jpeg"))

    image = CampaignImage.objects.get()
    data = image.file.read()
    image.file.close()
    assert told["success"]
    assert (image.width, image.height, image.file_size) == (600, 900, len(data))
    assert (b"script" in data, b"SecretPhone" in data) == (False, False)
    assert image.shown is None


def test_words_given_to_a_picture_make_it_visible_and_another_file_too(cms: Client) -> None:
    upload_picture(cms, photograph())
    image = CampaignImage.objects.get()
    fields: dict[str, Any] = {**AGREED, "has_consent": "on", "title": "walk", "tags": "",
                              "collection": Collection.objects.get().pk}  # fmt: skip
    many = {f"image-{image.pk}-{name}": value for name, value in fields.items()}

    cms.post(
        reverse("wagtailimages:edit_multiple", args=[image.pk]),
        many,
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    described = CampaignImage.objects.get()
    first = described.shown
    answer = cms.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        fields | {"file": photograph("PNG", (500, 400))},
    )
    replaced = CampaignImage.objects.get()

    assert first is not None
    assert answer.status_code == 302
    assert replaced.shown is not None
    assert (replaced.shown.width, replaced.shown.height) == (400, 500)
    assert replaced.shown.url != first.url


def test_unticking_consent_in_the_editor_takes_the_copies_away(cms: Client) -> None:
    image = make_picture()
    assert image.shown is not None

    cms.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "walk", "tags": "", "alt_en": "Women", "alt_ur": "خواتین",
         "collection": Collection.objects.get().pk},
    )  # fmt: skip

    changed = CampaignImage.objects.get()
    assert (changed.has_consent, changed.shown, changed.renditions.count()) == (False, None, 0)
