"""Drawings kept as files, so that a picture a thousand people ask for is drawn once."""

import fcntl
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from documents.engine import TEMPLATES

MOST_KEPT = 2000
LEFT_BEHIND = MOST_KEPT * 9 // 10
FINGERPRINT_LETTERS = 20


def fingerprint(said: str, templates: tuple[str, ...]) -> str:
    """Return what changes as soon as a word of a drawing or one of its templates does."""
    written = said.encode("utf-8", "surrogatepass")
    return sha256(_drawn_with(templates) + written).hexdigest()[:FINGERPRINT_LETTERS]


@cache
def _drawn_with(templates: tuple[str, ...]) -> bytes:
    return b"".join((TEMPLATES / f"{name}.typ").read_bytes() for name in templates)


def kept_drawing(folder: Path, name: str, draw: Callable[[], bytes]) -> bytes:
    """Return the drawing of a name, drawn at the first asking and read from its file afterwards.

    A name stands for one content for ever. Of many who ask at once, in any process of this
    machine, one draws and the others wait. Where nothing can be written it is drawn each time.
    """
    kept = _read(folder / name)
    if kept is not None:
        return kept
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / f"{name[:1]}.lock").open("wb")
    except OSError:
        return draw()
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = _read(folder / name)
        if kept is not None:
            return kept
        drawn = draw()
        _keep(folder, name, drawn)
    return drawn


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _keep(folder: Path, name: str, drawn: bytes) -> None:
    """Write beside and rename: nobody ever reads half a picture."""
    try:
        with NamedTemporaryFile(dir=folder, suffix=".new", delete=False) as beside:
            beside.write(drawn)
        Path(beside.name).replace(folder / name)
        _forget_oldest(folder)
    except OSError:
        return


def _forget_oldest(folder: Path) -> None:
    """Let go of the drawings made longest ago once there are too many."""
    files = [file for file in folder.iterdir() if file.suffix != ".lock"]
    if len(files) <= MOST_KEPT:
        return
    made = sorted((_made_at(file), file.name) for file in files)
    for _at, name in made[: len(files) - LEFT_BEHIND]:
        (folder / name).unlink(missing_ok=True)


def _made_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0
