"""Stylesheets from many small files: one request for readers, one more at the desk and the gate."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

READERS, DESK = "css/site.css", "css/desk.css"
FIRST = ("tokens.css", "system_colours.css", "faces.css", "base.css")
LAST = ("print.css", "print_content.css")

# What is written between quotes stays as it is; the rest is for people who read the parts.
_SPARE = re.compile(r"""("[^"]*")|\s*([{};,])\s*|\s+""", re.DOTALL)


def packed(css: str) -> str:
    """Return the rules without comments and spare white space: a quarter less to send."""
    return _SPARE.sub(_kept, re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()


def _kept(found: re.Match[str]) -> str:
    return found[1] or found[2] or " "


def parts(name: str, folder: Path) -> list[Path]:
    """Return the files of READERS in the order of their cascade layers, or those of DESK."""
    if name == DESK:
        return sorted((folder / "desk").glob("*.css"))
    return [
        *(folder / first for first in FIRST),
        *sorted((folder / "components").glob("*.css")),
        *(folder / last for last in LAST),
    ]


class StylesheetFinder(BaseFinder):
    """Finds the stylesheets, each written anew from its parts whenever it is asked for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "bundle")

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to configure."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return the path of a joined stylesheet, for their own names only."""
        if path not in (READERS, DESK):
            return [] if find_all else None
        joined = str(self._write(path))
        return [joined] if find_all else joined

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Yield both files, with the storage they are in."""
        for name in (READERS, DESK):
            self._write(name)
            yield name, self.storage

    def _write(self, name: str) -> Path:
        target = Path(self.storage.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = settings.BASE_DIR / "static" / "css"
        joined = packed("\n".join(part.read_text(encoding="utf-8") for part in parts(name, folder)))
        if not target.exists() or target.read_text(encoding="utf-8") != joined:
            target.write_text(joined, encoding="utf-8")
        return target
