"""Making lists as files: once, whoever is killed, for hours, and nothing of the erased."""

import datetime
import os
from functools import partial
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from directory.models import User
from documents.errors import DrawingFailed
from events.desk.lists.files import DrawnList
from events.desk.lists.shapes import ListShape
from events.desk.selectors.list_files import bytes_of
from events.desk.selectors.prints import rows_of_print
from events.desk.services import list_files
from events.desk.services.list_files import (
    KEPT_HOURS,
    LEASE_SECONDS,
    MOST_ATTEMPTS,
    FileRequest,
    ask_for_file,
    forget_old_files,
    make_file,
    make_next_file,
)
from events.enums import ListFileKind, ListFileState, ListPreset, RegistrationState
from events.models import Event, ListFile, ListFilePart, ListPrint, Places, Registration
from events.registration.services.privacy import erase_registration
from participants.errors import NotSealedByUs
from tests.events.desk.builders import NOON, register, register_many

LATER = NOON + datetime.timedelta(seconds=LEASE_SECONDS + 1)


def asked(
    event: Event, user: User, kind: ListFileKind = ListFileKind.PDF, **facts: object
) -> ListFile:
    """Return a file asked for, of everybody confirmed, by name."""
    ids = Registration.objects.filter(event=event).in_name_order().values_list("pk", flat=True)
    request = FileRequest(
        **{
            "kind": kind,
            "language": "en",
            "shape": ListShape(blank_row_count=0),
            "state": RegistrationState.CONFIRMED,
            "registration_ids": list(ids),
            **facts,
        }  # type: ignore[arg-type]
    )
    return ask_for_file(event=event, actor=user, request=request, now=NOON)


def test_pdf_is_kept_with_the_print_whose_rows_it_numbers(lahore: Event, organiser: User) -> None:
    for name in ("Zara", "Ali"):
        register(lahore, name)
    list_file = asked(lahore, organiser)

    assert make_next_file(clock=lambda: NOON)

    list_file.refresh_from_db()
    drawn = b"".join(bytes_of(list_file))
    sheet = list_file.list_print
    assert sheet is not None
    assert (list_file.state, list_file.byte_count) == (ListFileState.READY, len(drawn))
    assert f"Sheet {sheet.sheet_code}" in PdfReader(BytesIO(drawn)).pages[0].extract_text()
    assert [row.registration.contact.full_name for row in rows_of_print(sheet)] == ["Ali", "Zara"]
    assert list_file.registration_ids == []


def test_statistics_leave_no_print_behind(lahore: Event, organiser: User) -> None:
    register(lahore, "Ali")
    list_file = asked(lahore, organiser, shape=ListShape(ListPreset.STATISTICS))

    make_next_file(clock=lambda: NOON)

    list_file.refresh_from_db()
    assert list_file.state == ListFileState.READY
    assert ListPrint.objects.count() == 0
    assert "Ali" not in PdfReader(BytesIO(b"".join(bytes_of(list_file)))).pages[0].extract_text()


def test_workbook_is_put_together_from_its_parts(
    lahore: Event, organiser: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(list_files, "PART_BYTES", 1000)
    register_many(lahore, 30)
    list_file = asked(lahore, organiser, ListFileKind.XLSX)

    make_next_file(clock=lambda: NOON)

    assert ListFilePart.objects.count() > 3
    sheet = openpyxl.load_workbook(BytesIO(b"".join(bytes_of(list_file)))).active
    assert sheet.max_row == 31
    assert sheet["E2"].value.startswith("0399-")


def test_bytes_lie_encrypted_each_piece_in_its_own_place(
    lahore: Event, organiser: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("events.desk.services.list_files.PART_BYTES", 2000)
    register(lahore)
    made = asked(lahore, organiser, ListFileKind.XLSX)
    assert make_file(list_file=made, clock=lambda: NOON)
    parts = list(ListFilePart.objects.filter(file=made))

    assert len(parts) > 1
    assert not any(b"PK" in bytes(part.content)[:40] for part in parts)
    assert b"".join(bytes_of(made)).startswith(b"PK")
    ListFilePart.objects.filter(pk=parts[0].pk).update(content=parts[1].content)
    with pytest.raises(NotSealedByUs):
        next(bytes_of(made))


def test_next_file_is_the_one_that_has_waited_longest(lahore: Event, organiser: User) -> None:
    register(lahore)
    first, second = asked(lahore, organiser), asked(lahore, organiser)

    make_next_file(clock=lambda: NOON)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (ListFileState.READY, ListFileState.QUEUED)
    assert make_next_file(clock=lambda: NOON)
    assert not make_next_file(clock=lambda: NOON)


def test_file_somebody_is_at_is_left_alone_until_their_lease_ends(
    lahore: Event, organiser: User
) -> None:
    register(lahore)
    list_file = asked(lahore, organiser)
    # A worker that was killed leaves just this.
    assert list_files._claim(list_file, NOON)

    assert not make_file(list_file=list_file, clock=lambda: NOON)
    assert not make_next_file(clock=lambda: NOON)
    assert make_next_file(clock=lambda: LATER)

    list_file.refresh_from_db()
    assert (list_file.state, list_file.attempt_count) == (ListFileState.READY, 2)


def test_worker_that_lost_its_lease_writes_nothing(
    lahore: Event, organiser: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(lahore)
    list_file = asked(lahore, organiser)

    def slow(*arguments: object, **facts: object) -> DrawnList:
        # Meanwhile another worker takes over.
        ListFile.objects.update(lease_until=LATER)
        return DrawnList(b"drawn", [(1, "confirmed", "f")])

    monkeypatch.setattr(list_files, "drawn", slow)

    assert not make_file(list_file=list_file, clock=lambda: NOON)

    assert ListFilePart.objects.count() == 0
    assert ListPrint.objects.count() == 0


def test_file_that_cannot_be_made_is_given_up_after_three_tries(
    lahore: Event, organiser: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **facts: object) -> object:
        raise DrawingFailed("list", "the printer is on fire")

    monkeypatch.setattr(list_files, "drawn", fail)
    register(lahore)
    list_file = asked(lahore, organiser)

    for attempt in range(MOST_ATTEMPTS + 1):
        now = NOON + attempt * (LATER - NOON)
        assert not make_next_file(clock=partial(lambda now: now, now))

    list_file.refresh_from_db()
    assert (list_file.state, list_file.attempt_count) == (ListFileState.FAILED, MOST_ATTEMPTS)


def test_file_tells_how_far_it_is(
    lahore: Event, organiser: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_files, "SECONDS_BETWEEN_REPORTS", 0.0)
    seen = []
    real = list_files._mark

    def watched(list_file: ListFile, now: datetime.datetime, done_count: int = 0) -> None:
        real(list_file, now, done_count)
        seen.append(ListFile.objects.get().done_count)

    monkeypatch.setattr(list_files, "_mark", watched)
    monkeypatch.setattr("documents.list_drawing.BATCH_ROWS", 40)
    register_many(lahore, 100)
    asked(lahore, organiser)

    make_next_file(clock=lambda: NOON)

    assert seen[:-1] == sorted(seen[:-1])
    assert {40, 100} <= set(seen)


def test_old_files_are_deleted_with_what_killed_processes_left(
    lahore: Event, organiser: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    left = tmp_path / f"{list_files.MAKING}left"
    left.mkdir()
    os.utime(left, (NOON.timestamp(), NOON.timestamp()))
    register(lahore)
    asked(lahore, organiser)
    make_next_file(clock=lambda: NOON)
    hours = datetime.timedelta(hours=KEPT_HOURS, seconds=1)

    forget_old_files(now=NOON + hours / 2)
    assert (ListFile.objects.count(), left.exists()) == (1, True)
    forget_old_files(now=NOON + hours)

    assert (ListFile.objects.count(), ListFilePart.objects.count(), left.exists()) == (0, 0, False)
    # What stands on paper is still known.
    assert ListPrint.objects.count() == 1


def test_erasing_somebody_deletes_the_files_that_may_name_them(
    lahore: Event, karachi: Event, organiser: User
) -> None:
    registration = register(lahore)
    Places.objects.filter(event=lahore).update(taken=1)
    asked(lahore, organiser)
    asked(karachi, organiser)
    make_next_file(clock=lambda: NOON)

    erase_registration(registration=registration, now=NOON)

    assert [file.event for file in ListFile.objects.all()] == [karachi]
    assert ListFilePart.objects.count() == 0
