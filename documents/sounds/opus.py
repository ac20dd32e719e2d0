"""Ogg Opus (RFC 3533 and RFC 7845): what WhatsApp's voice notes are."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.errors import NotASound
from documents.sounds.shape import Sound

_HEADER = struct.Struct("<4sBBqIIIB")
_CONTINUED, _FIRST = 1, 2
_SAMPLES_A_SECOND = 48000
_FEWEST_PAGES = 3
# No vendor, no comments: who recorded it, with what and where is nobody's business.
_NO_TAGS = b"OpusTags" + struct.pack("<II", 0, 0)
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of the container."""

    kind: int
    position: int
    serial: int
    lacing: bytes
    body: bytes

    def written(self, number: int) -> bytes:
        """Return the page's bytes as the page of a number."""
        head = (b"OggS", 0, self.kind, self.position, self.serial, number)
        blank = _HEADER.pack(*head, 0, len(self.lacing)) + self.lacing + self.body
        return _HEADER.pack(*head, _checksum(blank), len(self.lacing)) + self.lacing + self.body


def read(data: bytes) -> Sound | None:
    """Return the sound, None for what is no Ogg; raises NotASound for another or a broken one."""
    if not data.startswith(b"OggS"):
        return None
    pages = list(_pages(data))
    if len(pages) < _FEWEST_PAGES or len({page.serial for page in pages}) > 1:
        raise NotASound
    first, sounding = pages[0], _after_tags(pages)
    if not first.kind & _FIRST or not first.body.startswith(b"OpusHead") or len(first.body) < 19:
        raise NotASound
    (skipped,) = struct.unpack_from("<H", first.body, 10)
    tags = _Page(0, 0, first.serial, bytes([len(_NO_TAGS)]), _NO_TAGS)
    kept = [first, tags, *sounding]
    seconds = (max(page.position for page in sounding) - skipped) / _SAMPLES_A_SECOND
    written = b"".join(page.written(number) for number, page in enumerate(kept))
    return Sound(written, "opus", "audio/ogg; codecs=opus", seconds)


def _pages(data: bytes) -> Iterator[_Page]:
    """Yield the pages; what follows the last whole one makes the file a broken one."""
    at = 0
    while at < len(data):
        try:
            mark, version, kind, position, serial, _number, checksum, count = _HEADER.unpack_from(
                data, at
            )
        except struct.error as error:
            raise NotASound from error
        begins = at + _HEADER.size + count
        lacing = data[at + _HEADER.size : begins]
        ends = begins + sum(lacing)
        whole = data[at:ends]
        blank = whole[:22] + bytes(4) + whole[26:]
        if mark != b"OggS" or version or ends > len(data) or checksum != _checksum(blank):
            raise NotASound
        yield _Page(kind, position, serial, lacing, data[begins:ends])
        at = ends


def _after_tags(pages: list[_Page]) -> list[_Page]:
    """Return the pages of sound: those behind the one on which the tags end."""
    if not pages[1].body.startswith(b"OpusTags"):
        raise NotASound
    ends = next(
        (place for place, page in enumerate(pages[1:], 1) if page.lacing and page.lacing[-1] < 255),
        len(pages),
    )
    sounding = pages[ends + 1 :]
    if not sounding or sounding[0].kind & _CONTINUED:
        raise NotASound
    return [replace(page, kind=page.kind & ~_FIRST) for page in sounding]


def _checksum(page: bytes) -> int:
    """Return Ogg's CRC: zlib's polynomial, but run the other way round and from zero."""
    mirrored = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
