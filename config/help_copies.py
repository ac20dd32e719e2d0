"""Writes the help page down for the web server in front, which serves it when we do not answer."""

import os
from pathlib import Path

from django.conf import settings

from site_pages.views.copies import copies


def write_help_copies() -> list[Path]:
    """Write VAR_DIR/copies anew, each file whole or not at all; return the files.

    Raises DatabaseError when the numbers cannot be read, and leaves the earlier copies.
    """
    folder = Path(settings.HELP_COPIES)
    folder.mkdir(parents=True, exist_ok=True)
    return [_replace(folder / name, page) for name, page in copies().items()]


def _replace(file: Path, page: bytes) -> Path:
    """Let a reader see the old page or the new one, never half of one."""
    fresh = file.with_suffix(f".{os.getpid()}.tmp")
    fresh.write_bytes(page)
    fresh.chmod(0o644)
    fresh.replace(file)
    return file
