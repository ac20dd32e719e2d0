"""The project's own files, as a commit would hold them, and what is found in them."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("site_pages", "events", "campaigns", "messaging", "participants", "directory")
PACKAGES = ("config", *APPS, "documents", "urdu")


@cache
def source_files() -> tuple[Path, ...]:
    """Return every file that is or would be committed, relative to the root, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = sorted(set(listed.stdout.split("\0")) - {""})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def modules(*packages: str) -> list[Path]:
    """Return the Python files below packages (all of ours and the tests by default)."""
    wanted = packages or (*PACKAGES, "tests")
    return [
        file
        for file in source_files()
        if file.suffix == ".py" and (file.parts[0] in wanted or len(file.parts) == 1)
        if "migrations" not in file.parts
    ]


def files(folder: str, suffix: str) -> list[Path]:
    """Return the files of one kind below a folder."""
    return [
        file for file in source_files() if file.suffix == suffix and file.is_relative_to(folder)
    ]


@cache
def text_of(file: Path) -> str:
    """Return a file's text."""
    return (ROOT / file).read_text(encoding="utf-8")


@cache
def tree_of(file: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(text_of(file), filename=str(file))


def line_count(file: Path) -> int:
    """Return how many lines a file has."""
    return len(text_of(file).splitlines())


def found(pattern: str, file: Path, text: str | None = None) -> Iterator[str]:
    """Yield "file:line: what" for each match, in the file's text or a cleaned one."""
    searched = text_of(file) if text is None else text
    for match in re.finditer(pattern, searched, re.MULTILINE | re.IGNORECASE):
        line = searched.count("\n", 0, match.start()) + 1
        yield f"{file}:{line}: {match.group().strip()}"
