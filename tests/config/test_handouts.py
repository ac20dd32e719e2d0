"""The sheets to print say what the pages say."""

import json
from dataclasses import replace
from pathlib import Path

from config.demonstration.handouts import DRAWN_FROM, FILES, digest, draw, handouts

DRAW_ANEW = "draw them anew: python -m config.demonstration.handouts"


def test_the_sheets_that_are_kept_say_what_the_facts_say_today() -> None:
    drawn_from = json.loads(DRAWN_FROM.read_text(encoding="utf-8"))

    today = {name: digest(guide) for name, guide in handouts().items()}

    assert drawn_from == today, DRAW_ANEW
    assert {path.name for path in FILES.glob("*.pdf")} == set(today)


def test_a_changed_number_asks_for_a_new_sheet() -> None:
    sheet = handouts()["numbers-ur.pdf"]
    first, *others = sheet.entries

    changed = replace(sheet, entries=[replace(first, number="16"), *others])

    assert digest(changed) != digest(sheet)


def test_draw_writes_a_page_in_each_language(tmp_path: Path) -> None:
    draw(tmp_path)

    pdfs = sorted(tmp_path.glob("*.pdf"))
    assert [path.name for path in pdfs] == [
        "numbers-en.pdf",
        "numbers-ur.pdf",
        "signs-en.pdf",
        "signs-ur.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in pdfs)
