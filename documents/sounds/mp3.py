"""MP3 (ISO 11172-3 and 13818-3, layer III): its frames alone, without ID3 or APE tags."""

import struct
from dataclasses import dataclass

from documents.errors import NotASound
from documents.sounds.shape import Sound

# Kilobits a second by the header's four bits: version 1, then versions 2 and 2.5.
_RATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
# Samples a second by the version's two bits; the second version does not exist.
_SAMPLING = {0: (11025, 12000, 8000), 2: (22050, 24000, 16000), 3: (44100, 48000, 32000)}
_HEADER_BYTES, _ID3V1_BYTES, _APE_BYTES = 4, 128, 32
_FEWEST_FRAMES = 5
_HAS_HEADER = 1 << 31


@dataclass(frozen=True, slots=True)
class _Frame:
    """The length of one frame in bytes and in seconds."""

    byte_count: int
    seconds: float


def read(data: bytes) -> Sound | None:
    """Return the sound, None for what is no MP3; raises NotASound for a broken one."""
    body = _without_tags(data)
    if _frame(body, 0) is None:
        return None
    at, seconds, count = 0, 0.0, 0
    while (frame := _frame(body, at)) and at + frame.byte_count <= len(body):
        at, seconds, count = at + frame.byte_count, seconds + frame.seconds, count + 1
    # A few bytes that chance to look like one frame are no sound; neither is half a file.
    if count < _FEWEST_FRAMES or body[at:].strip(b"\0"):
        raise NotASound
    return Sound(body[:at], "mp3", "audio/mpeg", seconds)


def _frame(data: bytes, at: int) -> _Frame | None:
    header = data[at : at + _HEADER_BYTES]
    if len(header) < _HEADER_BYTES or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return None
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    rate, sampling, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version not in _SAMPLING or layer != 1 or rate in (0, 15) or sampling == 3:
        return None
    samples = 1152 if version == 3 else 576
    a_second = _SAMPLING[version][sampling]
    bits = _RATES[0 if version == 3 else 1][rate] * 1000
    return _Frame(samples // 8 * bits // a_second + padding, samples / a_second)


def _without_tags(data: bytes) -> bytes:
    while data[:3] == b"ID3" and len(data) > 10:
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte & 0x7F
        has_footer = bool(data[5] & 0x10)
        data = data[10 + size + (10 if has_footer else 0) :]
    data = data.lstrip(b"\0")
    if data[-_ID3V1_BYTES:-125] == b"TAG":
        data = data[:-_ID3V1_BYTES]
    if data[-_APE_BYTES:-24] == b"APETAGEX":
        # Its length counts the footer; a header of the same length may stand before it.
        size, flags = struct.unpack_from("<I4xI", data, len(data) - 20)
        whole = size + (_APE_BYTES if flags & _HAS_HEADER else 0)
        data = data[: max(0, len(data) - whole)]
    return data
