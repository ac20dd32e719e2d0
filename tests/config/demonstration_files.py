"""Reading the demonstration's files: their texts, blocks and figures."""

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "config" / "demonstration" / "data"
PAGES = DATA / "pages"
JSON_FILES = sorted(str(path.relative_to(DATA)) for path in DATA.rglob("*.json"))
ENGLISH_CITATIONS = {"source_title_original"}
NOT_PROSE = {
    "type", "slug", "target", "scene", "source_url", "source_title_lang", "review_by", "sign_ids",
}  # fmt: skip
TARGETS = {"events", "pledge", "help"}
READ = {"answer", "heading", "html", "label", "number", "question", "statement", "text", "title"}


@cache
def load(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def slugs(name: str) -> set[str]:
    return {row["slug"] for row in rows(name)}


def objects(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every JSON object below a value, with the path that leads to it."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from objects(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from objects(inner, f"{path}/{number}")


def prose(value: Any, path: str, *, is_urdu: bool) -> Iterator[tuple[str, str]]:
    """Every Urdu sentence: what stands under a key ending in `_ur`, or is called `ur`."""
    if isinstance(value, str) and is_urdu:
        yield path, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from prose(inner, f"{path}/{number}", is_urdu=is_urdu)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_PROSE | ENGLISH_CITATIONS:
                urdu = is_urdu or key == "ur" or key.endswith("_ur")
                yield from prose(inner, f"{path}/{key}", is_urdu=urdu)


def urdu_texts() -> list[tuple[str, str]]:
    found = [text for name in JSON_FILES for text in prose(load(name), name, is_urdu=False)]
    for path in sorted(DATA.glob("*.csv")):
        for number, row in enumerate(rows(path.name)):
            found += prose(row, f"{path.name}/{number}", is_urdu=False)
    return found


def without_markup(text: str) -> str:
    return re.sub(r"<[^>]*>", " ", text)


def pages() -> list[dict[str, Any]]:
    """Every page, by its address."""
    return [load(f"pages/{path.name}") for path in sorted(PAGES.glob("*.json"))]


def blocks() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for page in pages():
        for language in ("en", "ur"):
            for block in page[f"blocks_{language}"]:
                yield page["slug"], language, block


def figures() -> list[dict[str, Any]]:
    in_pages = [block for _, _, block in blocks() if block["type"] == "figure"]
    return in_pages + list(load("home.json")["figures"])


def is_known_target(target: str) -> bool:
    page_slugs = {page["slug"] for page in pages()}
    return target in TARGETS or target.removeprefix("page:") in page_slugs


def bodies(page: dict[str, Any], language: str) -> Iterator[str]:
    """Every stretch of markup of a page: rich text, folded parts, answers."""
    for block in page[f"blocks_{language}"]:
        if block["type"] == "rich_text":
            yield block["html"]
        if block["type"] == "accordion":
            yield from (item["html"] for item in block["items"])
    yield from (item["answer"] for item in page.get(f"questions_{language}", []))


def words(page: dict[str, Any], language: str) -> str:
    """Everything a reader reads on a page, without markup or the programme's own lists."""
    fields = ["title", "kicker", "intro", "content_note", "contact"]
    told = [str(page.get(f"{field}_{language}") or "") for field in fields]
    for _, record in objects([page[f"blocks_{language}"], page.get(f"questions_{language}", [])]):
        told += [value for key, value in record.items() if key in READ and isinstance(value, str)]
    return without_markup(" ".join(told))
