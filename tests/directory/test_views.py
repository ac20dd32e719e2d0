"""Downloads and sounds as readers get them."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from directory.models import CampaignDocument, SoundFile
from tests.uploads import make_download, make_sound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Language": "ur",
}


@pytest.fixture
def sound() -> SoundFile:
    """Return a voice note that pages may offer."""
    return make_sound()


def test_a_download_runs_nothing_and_is_kept_by_nobody(client: Client) -> None:
    document = make_download()

    response = client.get(document.url)

    assert response.status_code == 200
    assert response.getvalue()[:5] == b"%PDF-"
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("inline")
    assert "Content-Encoding" not in response.headers
    assert not response.cookies
    response.close()


def test_a_sound_runs_nothing_and_is_kept_by_nobody(client: Client, sound: SoundFile) -> None:
    response = client.get(sound.url)

    assert (response.status_code, len(response.content)) == (200, sound.byte_count)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert response.headers["Content-Type"] == "audio/ogg; codecs=opus"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert not response.cookies


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=100-", 100, None), ("bytes=-50", -50, None)],
)
def test_a_player_gets_the_part_it_asks_for(
    client: Client, sound: SoundFile, asked: str, first: int, last: int | None
) -> None:
    whole = client.get(sound.url).content

    response = client.get(sound.url, headers={"range": asked})

    begins = first % len(whole)
    ends = len(whole) - 1 if last is None else last
    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {begins}-{ends}/{len(whole)}"
    assert response.content == whole[begins : ends + 1]


def test_a_part_behind_the_end_is_refused_with_the_length(client: Client, sound: SoundFile) -> None:
    response = client.get(sound.url, headers={"range": "bytes=999999-"})

    assert (response.status_code, response.content) == (416, b"")
    assert response.headers["Content-Range"] == f"bytes */{sound.byte_count}"


def test_what_may_not_be_published_is_there_for_nobody(client: Client, sound: SoundFile) -> None:
    document = make_download()
    CampaignDocument.objects.update(title_ur="")
    SoundFile.objects.update(transcript="")

    answers = [client.get(file.url).status_code for file in (document, sound)]

    assert answers == [404, 404]


def test_a_guessed_name_finds_nothing(client: Client, sound: SoundFile) -> None:
    document = make_download()

    addresses = [f"/sounds/{sound.pk}/note.opus", f"/documents/{document.pk}/hours-of-work.pdf"]

    assert [client.get(address).status_code for address in addresses] == [404, 404]
    stored = [f"/media/{file.file.name}" for file in (document, sound)]
    assert [client.get(address).status_code for address in stored] == [404, 404]


def test_a_sound_costs_one_query(
    client: Client, sound: SoundFile, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get(sound.url)
