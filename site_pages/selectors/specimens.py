"""Every component of the site with its samples, read from the files beside the code."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

SHELVES = ("reading", "sharing", "walking", "campaigns", "desk")


@dataclass(frozen=True, slots=True)
class Component:
    """One template of templates/components: what its first line says, and sample states.

    A state is its name (may be empty) and its variables, words in pairs. A component that lives
    on rows of the database has none; its pages are looked at in the demonstration.
    """

    name: str
    about: str
    states: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


def components() -> list[Component]:
    """Return all components: those with samples in the order of their files, then the others."""
    about = {file.stem: _first_line(file) for file in _templates()}
    sampled = [
        Component(
            sample["component"],
            about.pop(sample["component"]),
            [(state["state"], state["variables"]) for state in sample["states"]],
        )
        for shelf in SHELVES
        for sample in _samples(shelf)
    ]
    return sampled + [Component(name, words) for name, words in about.items()]


def _templates() -> list[Path]:
    return sorted((settings.BASE_DIR / "templates" / "components").glob("*.html"))


def _first_line(file: Path) -> str:
    with file.open(encoding="utf-8") as lines:
        return next(lines).strip().removeprefix("{#").removesuffix("#}").strip()


def _samples(shelf: str) -> list[dict[str, Any]]:
    file = Path(__file__).parent.parent / "specimens" / f"{shelf}.json"
    samples: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return samples
