"""Uploads in the CMS, one or many, changed later: what is no file of ours stays out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from directory.models import CampaignDocument, SoundFile
from directory.services import ensure_groups
from tests.site_pages.drafts import make_staff
from tests.uploads import SPOKEN, make_download, make_sound, pdf, recording

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
