"""Kept drawings: drawn once for all who ask, never half read, and not for ever."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from documents import keeping
from documents.keeping import kept_drawing

MANY = 20


def test_many_who_ask_at_once_get_one_drawing(tmp_path: Path) -> None:
    drawn: list[int] = []
    together = Barrier(MANY)

    def draw() -> bytes:
        drawn.append(1)
        return b"picture"

    def ask(_number: int) -> bytes:
        together.wait()
        return kept_drawing(tmp_path / "cards", "a.png", draw)

    with ThreadPoolExecutor(MANY) as threads:
        answers = list(threads.map(ask, range(MANY)))

    assert answers == [b"picture"] * MANY
    assert len(drawn) == 1
    assert sorted(file.name for file in (tmp_path / "cards").iterdir()) == ["a.lock", "a.png"]


def test_picture_is_drawn_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "cards").write_text("a file stands where the folder should")

    assert kept_drawing(tmp_path / "cards", "a.png", lambda: b"picture") == b"picture"


def test_drawing_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kept_drawing(tmp_path, "a.png", fail)

    assert kept_drawing(tmp_path, "a.png", lambda: b"picture") == b"picture"


def test_oldest_drawings_are_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_KEPT", 4)
    monkeypatch.setattr(keeping, "LEFT_BEHIND", 3)

    for number in range(5):
        name = f"{number}.png"
        kept_drawing(tmp_path, name, lambda: b"picture")
        if number < 4:
            os.utime(tmp_path / name, (number, number))

    kept = sorted(file.name for file in tmp_path.glob("*.png"))
    assert kept == ["2.png", "3.png", "4.png"]
