"""Photographs: drawn anew, upright, without place or camera; odd files are refused."""

import io
import struct
import zlib

import pytest
from PIL import Image

from documents.errors import NotAPhotograph
from documents.photographs import drawn_anew, kept_anew

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def photograph(kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a picture, red on its left half, with everything a phone writes into it."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[MAKE] = "SecretPhone"
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (31.0, 33.0, 29.0)
    written = io.BytesIO()
    image.save(written, kind, exif=exif)
    return written.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_picture_is_kept(kind: str) -> None:
    data = photograph(kind)
    assert b"SecretPhone" in data

    drawn = drawn_anew(data, 1000)

    kept = Image.open(io.BytesIO(drawn))
    assert (kept.format, dict(kept.getexif())) == ("JPEG", {})
    assert b"SecretPhone" not in drawn
    assert b"Exif" not in drawn


def test_it_stands_upright_and_is_no_longer_than_asked() -> None:
    kept = Image.open(io.BytesIO(drawn_anew(photograph(size=(600, 400)), 300)))

    assert kept.size == (200, 300)
    # Turned by a quarter: what was left is now on top.
    top, bottom = kept.getpixel((100, 20)), kept.getpixel((100, 280))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 200
    assert bottom[2] > 200


def bomb() -> bytes:
    """Return a PNG of a few bytes that says it is 12,000 by 12,000."""
    header = struct.pack(">IIBBBBB", 12_000, 12_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html><script>alert(1)</script></html>",
        b"\xff\xd8\xff\xe0" + b"\0" * 50,
        photograph()[:300],
        b"GIF89a" + b"\0" * 40,
        bomb(),
        b"x" * (8 * 1024 * 1024 + 1),
    ],
    ids=["empty", "svg", "html", "header", "cut-off", "gif", "bomb", "too-large"],
)
def test_odd_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotAPhotograph):
        drawn_anew(data, 1000)


def test_what_follows_a_picture_in_a_polyglot_is_left_behind() -> None:
    drawn = drawn_anew(photograph() + b"<script>alert(1)</script>", 1000)

    assert b"script" not in drawn


@pytest.mark.parametrize(("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "jpg")])
def test_what_is_kept_to_be_scaled_has_its_pixels_alone(kind: str, extension: str) -> None:
    data = photograph(kind, (600, 400))

    drawn = kept_anew(data, 300)

    kept = Image.open(io.BytesIO(drawn.data))
    assert (drawn.extension, kept.size, dict(kept.getexif())) == (extension, (200, 300), {})
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"SecretPhone" not in drawn.data


def test_a_drawing_one_can_see_through_stays_so() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(written, "WEBP", lossless=True, exact=True)

    kept = Image.open(io.BytesIO(kept_anew(written.getvalue(), 300).data))

    assert (kept.format, kept.mode, kept.getpixel((0, 0))) == ("PNG", "RGBA", (255, 0, 0, 0))


@pytest.mark.parametrize("data", [b"", b"<svg/>", photograph()[:300]])
def test_odd_files_are_not_kept(data: bytes) -> None:
    with pytest.raises(NotAPhotograph):
        kept_anew(data, 300)
