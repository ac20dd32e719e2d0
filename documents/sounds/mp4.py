"""M4A (ISO 14496-12): sound alone; tags are blanked in place, since its index counts bytes."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from documents.errors import NotASound
from documents.sounds.shape import Sound

_HOLDERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf"}
# What a player needs; everything else (names, places, pictures, maker's notes) is blanked.
_NEEDED = _HOLDERS | {
    b"ftyp", b"mdat", b"free", b"mvhd", b"tkhd", b"mdhd", b"hdlr", b"smhd", b"elst", b"dref",
    b"stsd", b"stts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"ctts", b"stss", b"sgpd",
    b"sbgp", b"iods",
}  # fmt: skip
_DATED = {b"mvhd", b"tkhd", b"mdhd"}
_DEEPEST = 8
_MOST_BOXES = 2000


@dataclass(frozen=True, slots=True)
class _Box:
    """A box of the container: its name and where that stands, its content's begin and end."""

    name: bytes
    name_at: int
    begins: int
    ends: int


def read(data: bytes) -> Sound | None:
    """Return the sound, None for what is no MP4; raises NotASound for a film or a broken one."""
    if data[4:8] != b"ftyp":
        return None
    boxes = list(_boxes(data, 0, len(data), 0))
    names = {box.name for box in boxes}
    kinds = {data[box.begins + 8 : box.begins + 12] for box in boxes if box.name == b"hdlr"}
    if b"soun" not in kinds or b"vide" in kinds or not {b"moov", b"mdat"} <= names:
        raise NotASound
    kept = bytearray(data)
    for box in boxes:
        if box.name not in _NEEDED or box.name == b"free":
            kept[box.name_at : box.name_at + 4] = b"free"
            kept[box.begins : box.ends] = bytes(box.ends - box.begins)
        elif box.name in _DATED:
            _forget_dates(kept, box)
    return Sound(bytes(kept), "m4a", "audio/mp4", _seconds(data, boxes))


def _boxes(data: bytes, begins: int, ends: int, depth: int) -> Iterator[_Box]:
    if depth > _DEEPEST:
        raise NotASound
    at, count = begins, 0
    while at < ends:
        count += 1
        if ends - at < 8 or count > _MOST_BOXES:
            raise NotASound
        size, name = struct.unpack_from(">I4s", data, at)
        header = 8
        if size == 1 and ends - at >= 16:
            (size,), header = struct.unpack_from(">Q", data, at + 8), 16
        if size < header or at + size > ends:
            raise NotASound
        box = _Box(name, at + 4, at + header, at + size)
        yield box
        if name in _HOLDERS:
            yield from _boxes(data, box.begins, box.ends, depth + 1)
        at += size


def _forget_dates(kept: bytearray, box: _Box) -> None:
    """Blank when it was made and changed: two numbers behind version and flags."""
    width = 16 if kept[box.begins] == 1 else 8
    if box.ends - box.begins < 4 + width:
        raise NotASound
    kept[box.begins + 4 : box.begins + 4 + width] = bytes(width)


def _seconds(data: bytes, boxes: list[_Box]) -> float:
    header = next((box for box in boxes if box.name == b"mvhd"), None)
    if header is None:
        raise NotASound
    is_long = data[header.begins] == 1
    place, shape = (20, ">IQ") if is_long else (12, ">II")
    if header.ends - header.begins < place + struct.calcsize(shape):
        raise NotASound
    scale, length = struct.unpack_from(shape, data, header.begins + place)
    return float(length / scale) if scale else 0.0
