"""Long lists: drawn by two processes, joined, every page numbered, no glyph missing."""

import re
from dataclasses import replace

import pytest

from documents import list_drawing
from documents.engine import render_png
from documents.errors import DrawingFailed
from documents.list_drawing import draw_list
from documents.lists import Column, ColumnKind, ListDocument, Row, list_data
from tests.documents.pages import glyph_numbers, pages_of, texts_of
from tests.documents.sample_lists import english_list, people, reference, urdu_list


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second process draw the second half of lists as short as these."""
    monkeypatch.setattr(list_drawing, "ROWS_FOR_TWO", 100)


@pytest.mark.usefixtures("two_processes")
def test_list_of_two_processes_is_one_list() -> None:
    told: list[int] = []

    drawn = draw_list(english_list(people(330), blank_rows=3), told.append)

    texts = texts_of(drawn)
    assert re.findall(r"LHE-[0-9A-Z]{5}", "\n".join(texts)) == [
        reference(number) for number in range(1, 331)
    ]
    total = len(texts)
    assert [re.findall(r"Page (\d+) of (\d+)", text) for text in texts] == [
        [(str(page), str(total))] for page in range(1, total + 1)
    ]
    # The title stands once, walk-ins at the end, numbers run on.
    assert sum("Attendee list" in text for text in texts) == 1
    assert [number for number, text in enumerate(texts) if "Walk-ins" in text][-1] == total - 1
    assert re.search(r"^330\b", texts[-1] + texts[-2], flags=re.MULTILINE)
    assert told == sorted(told)


@pytest.mark.usefixtures("two_processes")
def test_seam_between_two_processes_wastes_no_paper() -> None:
    # All rows alike, as most are: then the second half begins where a page does.
    rows = [Row({"name": "Ali", "reference": reference(number)}) for number in range(1, 301)]

    pages = [len(re.findall("LHE-", text)) for text in texts_of(draw_list(english_list(rows)))]

    assert len(set(pages[1:-1])) == 1


@pytest.mark.usefixtures("two_processes")
def test_second_process_that_fails_fails_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "false")

    with pytest.raises(DrawingFailed):
        draw_list(english_list(people(150)))


@pytest.mark.usefixtures("two_processes")
@pytest.mark.parametrize("make_list", [urdu_list, english_list])
def test_no_run_of_a_long_list_misses_a_glyph(make_list: object) -> None:
    hostile = Row({"name": "Ali 😀 你好 ﮐﻮﺛﺮ ڪ \x00"}, second_line="👩‍👧 کوثر")

    drawn = draw_list(make_list([*people(150), hostile], blank_rows=2))  # type: ignore[operator]

    assert 0 not in set(glyph_numbers(drawn))


def lying(document: ListDocument) -> ListDocument:
    """Return a list that lies on its side."""
    return replace(document, is_lying=True, sheet_line="Sheet 7K2QF")


def test_lying_list_is_a4_on_its_side_with_its_labels() -> None:
    drawn = draw_list(lying(english_list(people(40))))

    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages_of(drawn)}
    texts = texts_of(drawn)
    assert sizes == {(842, 595)}
    assert all("Sheet 7K2QF" in text for text in texts)
    assert f"Page 1 of {len(texts)}" in texts[0]


def test_box_that_is_never_ticked_stays_empty() -> None:
    ticked = Row({"name": "Ali"}, is_ticked=True)
    columns = (Column("on_board", "On board", 15, "center", ColumnKind.BOX),)
    document = replace(english_list([ticked]), columns=columns)
    empty = replace(document, rows=[replace(ticked, is_ticked=False)])

    assert _drawn(document) == _drawn(empty)


def _drawn(document: ListDocument) -> bytes:
    return render_png("list", list_data(document, 0, 1, is_last=True), 60)[0]
