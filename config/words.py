"""Our catalogues: gettext's text files made into what Django reads, without gettext's programs."""

import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def stale_catalogues(folder: Path) -> Iterator[Path]:
    """Yield each .po whose .mo is missing or older."""
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            yield source


def compile_catalogues(folder: Path) -> list[Path]:
    """Compile what is stale and return the files written; unsure (fuzzy) words stay out."""
    written = []
    for source in stale_catalogues(folder):
        target = source.with_suffix(".mo")
        # Several processes may compile at once: each writes its own file, the last rename wins.
        building = target.with_suffix(f".{os.getpid()}")
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parent.parent.name)
        with building.open("wb") as compiled:
            write_mo(compiled, catalogue)
        building.replace(target)
        written.append(target)
    return written
