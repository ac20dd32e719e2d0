"""Files as people upload them, each telling of its maker, and what becomes of them."""

import io
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from directory.models import CampaignDocument, SoundFile

SAMPLES = Path(__file__).parent / "documents" / "sounds" / "samples"
DESCRIBED = {"title_en": "Hours of work", "title_ur": "کام کے اوقات", "language": "ur"}
SPOKEN = {
    "title_en": "The number to call",
    "title_ur": "فون نمبر",
    "language": "ur",
    "transcript": "مدد کے لیے فون کریں۔",
    "has_consent": True,
}


def pdf(name: str = "handout.pdf", pages: int = 2) -> SimpleUploadedFile:
    """Return a PDF that names its author."""
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=200, height=200)
    writer.add_metadata({"/Author": "Secret Author"})
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    written = io.BytesIO()
    writer.write(written)
    return SimpleUploadedFile(name, written.getvalue(), "application/pdf")


def recording(name: str = "note.opus") -> SimpleUploadedFile:
    """Return a recording whose tags name a person and a place."""
    return SimpleUploadedFile(name, (SAMPLES / name).read_bytes(), "audio/ogg")


def photograph(
    kind: str = "JPEG", size: tuple[int, int] = (900, 600), colour: str = "white"
) -> SimpleUploadedFile:
    """Return a photograph that says with what it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (31.0, 33.0, 29.0)
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, kind, exif=exif)
    name = f"IMG_1.{'jpg' if kind == 'JPEG' else kind.lower()}"
    return SimpleUploadedFile(name, written.getvalue(), f"image/{kind.lower()}")


def make_download(**values: Any) -> CampaignDocument:
    """Return a download that pages may offer."""
    found: CampaignDocument = CampaignDocument.objects.create(
        **({"title": "hours", "file": pdf()} | DESCRIBED | values)
    )
    return found


def make_sound(**values: Any) -> SoundFile:
    """Return a sound that pages may offer."""
    return SoundFile.objects.create(**({"file": recording()} | SPOKEN | values))
