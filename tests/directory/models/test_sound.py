"""Sounds: kept without names, and shown nowhere before their words are written down."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from directory.models import SoundFile
from documents.errors import NotASound
from tests.uploads import make_sound, recording

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]


@pytest.mark.parametrize("name", ["note.opus", "note.mp3", "note.m4a"])
def test_what_is_known_of_a_sound_comes_from_its_bytes(name: str) -> None:
    data = recording(name).read()
    lying = SimpleUploadedFile("holiday.mov", data, "video/quicktime")

    sound = SoundFile.objects.get(pk=make_sound(file=lying).pk)

    kept = sound.file.read()
    sound.file.close()
    assert (sound.kind, sound.seconds) == (name.split(".")[1], 2)
    assert sound.byte_count == len(kept)
    assert b"Secret" not in kept


def test_what_is_no_sound_is_refused_by_the_model_itself() -> None:
    with pytest.raises(NotASound):
        make_sound(file=SimpleUploadedFile("note.mp3", b"<script>", "audio/mpeg"))

    assert SoundFile.objects.count() == 0


@pytest.mark.parametrize("lacking", [{"transcript": " \n"}, {"has_consent": False}])
def test_it_may_be_published_once_it_can_be_read_and_the_speaker_agreed(
    lacking: dict[str, object],
) -> None:
    assert make_sound().is_publishable
    assert not make_sound(**lacking).is_publishable


@pytest.mark.parametrize(
    ("seconds", "byte_count", "told"),
    [(2, 10, ("0:02", 1)), (125, 119_600, ("2:05", 120)), (600, 4_000_000, ("10:00", 4000))],
)
def test_what_a_reader_is_told_of_it_first(
    seconds: int, byte_count: int, told: tuple[str, int]
) -> None:
    sound = SoundFile(seconds=seconds, byte_count=byte_count)

    assert (sound.length, sound.kilobytes) == told


@pytest.mark.parametrize(
    ("spoken", "direction"), [("ur", "rtl"), ("pnb", "rtl"), ("bal", "rtl"), ("en", "ltr")]
)
def test_its_words_run_as_what_is_spoken_is_written(spoken: str, direction: str) -> None:
    assert SoundFile(language=spoken).direction == direction


def test_it_is_called_as_the_reader_reads() -> None:
    sound = SoundFile(title_en="The number to call", title_ur="فون نمبر")

    with override("ur"):
        assert sound.title == "فون نمبر"
    with override("en"):
        assert sound.title == "The number to call"
