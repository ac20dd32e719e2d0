"""Reading the facts that ship with the program."""

import csv
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "data"


def facts(name: str) -> Any:
    """Return a JSON file of facts, e.g. facts("campaigns")."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def page_facts() -> list[dict[str, Any]]:
    """Return every page to write, a parent before its children, siblings in their order."""
    files = sorted((FOLDER / "pages").glob("*.json"))
    found = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    found.sort(key=lambda entry: entry["order"])
    return _below(None, found)


def _below(parent: str | None, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    children = [entry for entry in entries if entry["parent"] == parent]
    return [one for child in children for one in (child, *_below(child["slug"], entries))]


def rows(name: str) -> list[dict[str, str]]:
    """Return a CSV file of facts as a list of rows by heading."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def pairs(entry: dict[str, Any], *names: str) -> dict[str, str]:
    """Return name_en and name_ur of each name, empty where a fact is not known."""
    keys = (f"{name}_{language}" for name in names for language in ("en", "ur"))
    return {key: entry.get(key) or "" for key in keys}
