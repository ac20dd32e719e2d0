"""Notes beside the pixels of a JPEG: taken out, the pixels left as they are."""

import io

from PIL import Image, ImageChops

from documents.jpeg_notes import pixels_alone


def noted() -> bytes:
    """Return a JPEG that names its camera and has a comment."""
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    written = io.BytesIO()
    picture = Image.radial_gradient("L").convert("RGB")
    picture.save(written, "JPEG", exif=exif, comment=b"SecretNote")
    return written.getvalue()


def test_camera_and_comment_go_and_every_pixel_stays() -> None:
    data = noted()
    assert (b"SecretPhone" in data, b"SecretNote" in data) == (True, True)

    kept = pixels_alone(data)

    assert b"Secret" not in kept
    pictures = [Image.open(io.BytesIO(each)).convert("RGB") for each in (data, kept)]
    assert ImageChops.difference(*pictures).getbbox() is None


def test_what_is_no_jpeg_stays_as_it_came() -> None:
    assert [pixels_alone(data) for data in (b"", b"\x89PNG", b"\xff\xd8\xff")] == [
        b"", b"\x89PNG", b"\xff\xd8\xff",
    ]  # fmt: skip
