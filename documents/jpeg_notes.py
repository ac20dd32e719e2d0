"""What cameras write beside the pixels of a JPEG, taken out without drawing it anew."""

_PICTURE, _SCAN = b"\xff\xd8", 0xDA
# APP1 (Exif, XMP), APP13 (captions) and comments; the colours' own notes (APP0, 2, 14) stay.
_TOLD = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}


def pixels_alone(data: bytes) -> bytes:
    """Return a JPEG without camera, author, place and comments; anything else as it came."""
    if not data.startswith(_PICTURE):
        return data
    kept, at = [_PICTURE], len(_PICTURE)
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        ends = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in _TOLD:
            kept.append(data[at:ends])
        at = ends
    return b"".join((*kept, data[at:]))
