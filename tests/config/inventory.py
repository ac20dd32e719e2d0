"""The data inventory of docs/operations, read as tables."""

import re
from dataclasses import dataclass
from pathlib import Path

INVENTORY = Path(__file__).resolve().parents[2] / "docs" / "operations" / "data-inventory.md"
_ROW = re.compile(r"\| `(\w+\.\w+)\.(\w+|\*)` \|(.+)\|(.+)\|(.+)\|")
_NOBODY = "## Tables that hold nothing of a person"


@dataclass(frozen=True)
class Entry:
    """One line: a field ("*" for a whole table), what for, until when, and how it goes."""

    table: str
    field: str
    purpose: str
    kept_until: str
    when_erased: str


def entries() -> list[Entry]:
    """Return every line of the tables."""
    text = INVENTORY.read_text(encoding="utf-8")
    return [
        Entry(table, field, *(part.strip() for part in parts))
        for table, field, *parts in _ROW.findall(text)
    ]


def tables_without_people() -> list[str]:
    """Return the tables said to hold nothing of a person."""
    return re.findall(r"`(\w+\.\w+)`", INVENTORY.read_text(encoding="utf-8").split(_NOBODY)[1])
