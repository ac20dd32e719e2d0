"""The list as files: names, headers, the line in the log before the first byte."""

import csv
import io

import pytest
from django.test import Client
from pypdf import PdfReader

from directory.models import User
from documents.errors import DrawingFailed
from events.models import Event
from participants.models import AuditEntry
from tests.events.desk import builders
from tests.events.desk.builders import register

PDF = "/ur/desk/events/walk-lahore-2027/attendees.pdf"
CSV = "/ur/desk/events/walk-lahore-2027/attendees.csv"
SEVEN_SHEETS_OF_ROWS = 120


def csv_rows(client: Client, path: str = CSV) -> list[list[str]]:
    """Return the sheet as a spreadsheet program reads it."""
    response = client.get(path)
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("path", "kind"), [(PDF, "application/pdf"), (CSV, "text/csv; charset=utf-8")]
)
def test_file_has_a_plain_name_and_is_kept_by_nobody(
    desk: Client, lahore: Event, path: str, kind: str
) -> None:
    response = desk.get(path)

    name = f"attendees-walk-lahore-2027-2027-08-01{path[-4:]}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Content-Type"] == kind
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response.headers["Cache-Control"]


def test_file_of_an_event_without_a_day_is_named_without_one(desk: Client, lahore: Event) -> None:
    lahore.schedule.happens_on = None
    lahore.schedule.save()

    response = desk.get(CSV)

    assert response.headers["Content-Disposition"].endswith('"attendees-walk-lahore-2027.csv"')


@pytest.mark.parametrize("language", ["ur", "en"])
def test_pdf_holds_every_row_on_numbered_pages(desk: Client, lahore: Event, language: str) -> None:
    builders.register_many(lahore, SEVEN_SHEETS_OF_ROWS)

    drawn = PdfReader(io.BytesIO(desk.get(PDF.replace("/ur/", f"/{language}/")).content))

    texts = [sheet.extract_text() for sheet in drawn.pages]
    assert len(texts) > 4
    assert sum(text.count("LHE-") for text in texts) == SEVEN_SHEETS_OF_ROWS
    if language == "en":
        for number, text in enumerate(texts, 1):
            assert f"Page {number} of {len(texts)}" in text
            assert "For organisers only. Destroy after the event." in text
            assert "Sunday, 1 August 2027" in text
            assert "Printed by organiser-lahore" in text


def test_pdf_shows_only_the_last_four_digits(desk: Client, lahore: Event) -> None:
    register(lahore, "Aisha Khan", phone="+923991234567")

    text = PdfReader(io.BytesIO(desk.get(PDF).content)).pages[0].extract_text()

    assert "4567" in text
    assert "1234567" not in text


@pytest.mark.parametrize(
    ("path", "action", "phone"), [(PDF, "print", "phone_last_four"), (CSV, "export", "phone")]
)
def test_file_leaves_a_line_in_the_log(
    desk: Client, lahore: Event, organiser: User, path: str, action: str, phone: str
) -> None:
    builders.register_many(lahore, 60)

    desk.get(path)

    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.action, entry.row_count) == (organiser, action, 60)
    assert [key for key in entry.columns if key.startswith("phone")] == [phone]


def test_drawing_that_fails_has_its_line_in_the_log_already(
    desk: Client, lahore: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: object) -> bytes:
        raise DrawingFailed("list", "the printer is on fire")

    monkeypatch.setattr("events.desk.views.files.draw_list", fail)
    desk.raise_request_exception = False
    register(lahore)

    response = desk.get(PDF)

    assert response.status_code == 500
    assert AuditEntry.objects.get().action == "print"


def test_csv_has_its_line_in_the_log_before_its_first_byte(desk: Client, lahore: Event) -> None:
    builders.register_many(lahore, 3)

    response = desk.get(CSV)
    logged = AuditEntry.objects.get().row_count
    first = next(iter(response))

    assert logged == 3
    assert first.startswith(b"\xef\xbb\xbf")
    assert AuditEntry.objects.count() == 1


def test_csv_without_the_log_leaves_nothing(
    desk: Client, lahore: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**line: object) -> None:
        raise RuntimeError("the log is full")

    monkeypatch.setattr("events.desk.views.files.log_attendee_list", refuse)
    desk.raise_request_exception = False
    register(lahore, "عائشہ خان")

    response = desk.get(CSV)

    assert response.status_code == 500
    assert "عائشہ".encode() not in response.content


def test_csv_speaks_the_language_of_the_page_to_its_last_line(desk: Client, lahore: Event) -> None:
    register(lahore, "عائشہ خان", party=("بلال خان", "Sara"))

    english = csv_rows(desk, CSV.replace("/ur/", "/en/"))

    assert english[0][:4] == ["No.", "Name", "With", "Reference number"]
    assert english[1][1:3] == ["عائشہ خان", "بلال خان, Sara"]
    assert english[1][5:] == ["3", "0", "", "", "", "Confirmed", "2027-07-01 12:00", ""]


def test_csv_keeps_the_phone_whole_with_its_zero(desk: Client, lahore: Event) -> None:
    register(lahore, phone="+923991234567")

    assert csv_rows(desk)[1][4] == "0399-1234567"


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])
def test_csv_makes_formulas_inert(desk: Client, lahore: Event, name: str) -> None:
    register(lahore, name, party=(name,))

    cells = csv_rows(desk)[1]

    for cell in (cells[1], cells[2]):
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_csv_stands_in_urdu_order(desk: Client, lahore: Event) -> None:
    for name in ("Zara", "یاسمین", "پروین", "آمنہ", "احمد"):
        register(lahore, name)

    listed = [row[1] for row in csv_rows(desk)[1:]]

    assert listed == ["احمد", "آمنہ", "پروین", "یاسمین", "Zara"]
