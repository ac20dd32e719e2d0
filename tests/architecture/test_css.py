"""Style sheets that read the same from both sides, without force."""

import re
from pathlib import Path

from tests.architecture.source_tree import files, found, text_of

SHEETS = files("static", ".css")
PHYSICAL = (
    r"\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b",
    r"\bborder-(top|bottom)-(left|right)-radius\b",
    r"(?:^|[{;])\s*(left|right)\s*:",
    r"\b(text-align|float|clear)\s*:\s*(left|right)\b",
)


def without_comments(file: Path) -> str:
    """Return a sheet with its comments blanked, line for line."""
    return re.sub(
        r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text_of(file), flags=re.S
    )


def test_sides_are_logical() -> None:
    sided = [
        hit
        for file in SHEETS
        for rule in PHYSICAL
        for hit in found(rule, file, without_comments(file))
    ]

    assert sided == []


def test_nothing_is_forced() -> None:
    assert [
        hit for file in SHEETS for hit in found("!important", file, without_comments(file))
    ] == []


def test_selectors_name_classes_not_ids() -> None:
    pattern = r"(?:^|[},;{])[^{}:;]*#[a-z][\w-]*[^{};]*{"

    assert [hit for file in SHEETS for hit in found(pattern, file, without_comments(file))] == []


def test_every_colour_is_the_systems_own_where_somebody_asks_for_those() -> None:
    named = {"tokens.css": set[str](), "system_colours.css": set[str]()}

    for file in SHEETS:
        if file.name in named:
            named[file.name] = set(re.findall(r"--color-[a-z-]+(?=:)", without_comments(file)))

    assert named["tokens.css"] == named["system_colours.css"] != set()
