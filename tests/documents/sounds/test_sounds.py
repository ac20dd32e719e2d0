"""Sounds: found out from their bytes, kept without names and places; odd files are refused."""

import functools
import struct
from pathlib import Path

import pytest

from documents.errors import NotASound
from documents.sounds import MOST_BYTES, MOST_SECONDS, opus, sound_alone

SAMPLES = Path(__file__).parent / "samples"
# Of two seconds each; MP3 counts the encoder's silence at both ends too.
KINDS = [
    ("note.opus", "opus", "audio/ogg; codecs=opus", 2.0),
    ("note.mp3", "mp3", "audio/mpeg", 2.09),
    ("note.m4a", "m4a", "audio/mp4", 2.0),
]
NAMES = [kind[0] for kind in KINDS]


def sample(name: str) -> bytes:
    """Return a recording whose tags name a person and a place."""
    return (SAMPLES / name).read_bytes()


def ogg_checksum(page: bytes) -> int:
    """Return the checksum of an Ogg page, bit by bit as RFC 3533 words it."""
    return functools.reduce(_after_byte, page, 0)


def _after_byte(checksum: int, byte: int) -> int:
    checksum ^= byte << 24
    for _bit in range(8):
        checksum = (checksum << 1) ^ (0x104C11DB7 if checksum & 0x80000000 else 0)
    return checksum


def first_page(data: bytes) -> bytes:
    """Return the first page of an Ogg file."""
    count = data[26]
    return data[: 27 + count + sum(data[27 : 27 + count])]


@pytest.mark.parametrize(("name", "extension", "content_type", "seconds"), KINDS)
def test_a_sound_is_known_by_its_bytes_and_keeps_no_names(
    name: str, extension: str, content_type: str, seconds: float
) -> None:
    data = sample(name)
    assert b"Secret" in data

    kept = sound_alone(data)

    assert (kept.extension, kept.content_type) == (extension, content_type)
    assert kept.seconds == pytest.approx(seconds, abs=0.02)
    assert b"Secret" not in kept.data
    assert b"+31.5-074.3" not in kept.data


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_is_read_as_the_same_sound_and_changes_no_more(name: str) -> None:
    once = sound_alone(sample(name))
    twice = sound_alone(once.data)

    assert twice == once
    assert len(once.data) > len(sample(name)) / 2


def test_pages_of_opus_are_numbered_and_summed_anew() -> None:
    data = sound_alone(sample("note.opus")).data

    numbers = [page.kind for page in opus._pages(data)]
    first = first_page(data)
    said = struct.unpack_from("<I", first, 22)[0]

    assert numbers[0] == 2
    assert numbers[-1] == 4
    assert said == ogg_checksum(first[:22] + bytes(4) + first[26:])


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_cut_off_is_refused(name: str) -> None:
    with pytest.raises(NotASound):
        sound_alone(sample(name)[:-37])


def test_one_changed_byte_of_opus_is_refused() -> None:
    data = bytearray(sample("note.opus"))
    data[-20] ^= 1

    with pytest.raises(NotASound):
        sound_alone(bytes(data))


def test_tags_at_both_ends_of_an_mp3_go() -> None:
    plain = sound_alone(sample("note.mp3")).data
    ape = b"SecretTag" + b"APETAGEX" + struct.pack("<IIII", 2000, 41, 1, 0) + bytes(8)
    tagged = b"ID3\x04\x00\x00\x00\x00\x00\x09SecretMan" + plain + ape
    tagged += b"TAG" + b"SecretSong".ljust(125, b"\0")

    assert sound_alone(tagged).data == plain


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ID3",
        b"OggS",
        b"MZ\x90\x00" + bytes(400),
        b"<html><script>alert(1)</script>",
        b"RIFF\x24\x00\x00\x00WAVEfmt ",
        b"\x1aE\xdf\xa3" + bytes(100),
        sample("note.mp3").replace(b"\xff", b"\x00"),
        sample("note.m4a").replace(b"soun", b"vide"),
        sample("note.opus").replace(b"OpusHead", b"\x01vorbis1"),
        sample("note.mp3") + b"<script>alert(1)</script>",
        sample("note.m4a") + b"PK\x03\x04hidden archive",
        sample("note.mp3") + bytes(MOST_BYTES),
    ],
    ids=lambda data: f"{len(data)}:{data[:8]!r}",
)
def test_what_is_no_sound_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(NotASound):
        sound_alone(data)


def test_a_sound_longer_than_ten_minutes_is_refused() -> None:
    data = sample("note.m4a")
    place = data.index(b"mvhd") + 4 + 12
    scale, length = struct.unpack_from(">II", data, place)
    assert length == scale * 2

    longer = data[:place] + struct.pack(">II", scale, scale * (MOST_SECONDS + 1))
    with pytest.raises(NotASound):
        sound_alone(longer + data[place + 8 :])
