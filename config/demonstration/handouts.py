"""The sheets to print, drawn from the same facts as the pages: numbers to tear off, and signs.

    python -m config.demonstration.handouts

draws them anew into data/files; a test asks for it when a number or a sign has changed since.
"""

import datetime
import hashlib
import json
from pathlib import Path

from config.demonstration.reading import FOLDER, facts, rows
from documents.guides import Guide, GuideEntry, guide_data, guide_pdf
from documents.printing import Palette
from urdu.dates import format_day

FILES = FOLDER / "files"
DRAWN_FROM = FILES / "drawn_from.json"
LANGUAGES = ("ur", "en")


def handouts() -> dict[str, Guide]:
    """Return every sheet by the name of its file, e.g. "numbers-ur.pdf"."""
    words = facts("handouts")
    drawn = {f"numbers-{language}.pdf": _numbers(words, language) for language in LANGUAGES}
    return drawn | {f"signs-{language}.pdf": _signs(words, language) for language in LANGUAGES}


def digest(guide: Guide) -> str:
    """Return what changes with anything the sheet says."""
    said = json.dumps(guide_data(guide, Palette.BLACK), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def draw(folder: Path = FILES) -> None:
    """Write every sheet, and what it was drawn from."""
    found = handouts()
    for name, guide in found.items():
        (folder / name).write_bytes(guide_pdf(guide, Palette.BLACK))
    drawn_from = {name: digest(guide) for name, guide in found.items()}
    written = json.dumps(drawn_from, indent=2) + "\n"
    (folder / DRAWN_FROM.name).write_text(written, encoding="utf-8")


def _numbers(words: dict[str, dict[str, str]], language: str) -> Guide:
    known = {row["slug"]: row for row in rows("helplines") if row["verified"] == "yes"}
    chosen = [known[slug] for slug in words["numbers"]["slugs"]]
    entries = [
        GuideEntry(
            words=[(language, row[f"name_{language}"])],
            more=[(language, row[f"what_for_{language}"])],
            number=row["number_display"],
        )
        for row in chosen
    ]
    return _guide(words, "numbers", language, entries, has_strips=True)


def _signs(words: dict[str, dict[str, str]], language: str) -> Guide:
    known = {row["id"]: row[f"sign_{language}"] for row in rows("indicators")}
    entries = [GuideEntry(words=[(language, known[sign])]) for sign in words["signs"]["ids"]]
    return _guide(words, "signs", language, entries, has_strips=False)


def _guide(
    words: dict[str, dict[str, str]],
    name: str,
    language: str,
    entries: list[GuideEntry],
    *,
    has_strips: bool,
) -> Guide:
    own, shared = words[name], words["shared"]
    day = format_day(datetime.date.fromisoformat(shared["drawn_on"]), language)
    main = next(row for row in rows("helplines") if row["slug"] == "ssdo")
    return Guide(
        languages=(language,),
        kicker=[(language, shared[f"kicker_{language}"])],
        title=[(language, own[f"title_{language}"])],
        intro=[(language, own[f"intro_{language}"])],
        entries=entries,
        helpline_label=[(language, shared[f"helpline_{language}"])],
        helpline=main["number_display"],
        note=[(language, shared[f"note_{language}"].format(day))],
        has_strips=has_strips,
    )


if __name__ == "__main__":
    draw()
