"""Files the demonstration's pages offer: the sheets that are drawn from its own facts."""

from typing import Any

from django.core.files.base import ContentFile

from config.demonstration.reading import FOLDER
from directory.models import CampaignDocument


def downloads_of(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return files as the block of a download takes them; a file is stored once."""
    return [{"file": _document(entry), "title": ""} for entry in entries]


def _document(entry: dict[str, Any]) -> CampaignDocument:
    name = entry["file"]
    words = {key: entry[key] for key in ("title_en", "title_ur", "language")}
    known: CampaignDocument | None = CampaignDocument.objects.filter(title=name).first()
    if known is None or not known.get_file_size():
        document = known or CampaignDocument(title=name)
        document.file = ContentFile((FOLDER / "files" / name).read_bytes(), name)
        known = document
    for field, value in words.items():
        setattr(known, field, value)
    known.save()
    return known
