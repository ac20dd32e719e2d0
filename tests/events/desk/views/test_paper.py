"""The paper round trip at the desk: code, numbers, names, recorded, taken back."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from directory.models import User
from events.attendance.selectors import attendance_count
from events.desk.services.list_prints import SheetFacts, record_print
from events.desk.services.paper import purge_photographs
from events.enums import ListPreset, RegistrationState
from events.models import (
    Attendance,
    CheckIn,
    Event,
    ListPrint,
    PaperEntry,
    Registration,
    SheetPhotograph,
    WalkIn,
)
from participants.models import AuditEntry
from tests.events.desk import builders
from tests.events.desk.builders import NOON
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PAPER = "/en/desk/events/walk-lahore-2027/paper/"
NAMES = ["احمد", "بشریٰ", "Zara Khan", "ثمینہ", "جمیل"]


@pytest.fixture
def sheet(lahore: Event, organiser: User) -> ListPrint:
    """Return a sheet with five rows; row 3 is a party of four."""
    people = [
        builders.register(lahore, name, party=("الف", "ب", "ج") if row == 3 else ())
        for row, name in enumerate(NAMES, 1)
    ]
    rows = [(one.pk, one.state, "f") for one in people]
    facts = SheetFacts(
        "ur", ListPreset.DOOR, RegistrationState.CONFIRMED, ["number", "name"], rows, 20
    )
    return record_print(event=lahore, actor=organiser, facts=facts, now=NOON)


def address(sheet: ListPrint, rest: str = "") -> str:
    """Return an address of the sheet."""
    return f"{PAPER}{sheet.sheet_code}/{rest}"


def record(desk: Client, sheet: ListPrint, numbers: str) -> Any:
    """Type numbers, look at the names, press the button; return what the check page said."""
    check = desk.post(address(sheet), {"numbers": numbers})
    fields = Page(check).fields() | {"confirmed": "1"}
    return check, desk.post(address(sheet), fields), fields


def arrived() -> dict[str, int]:
    """Return how many are in, by the leader's name."""
    rows = Attendance.objects.filter(arrived__gt=0)
    return dict(rows.values_list("registration__contact__full_name", "arrived"))


@pytest.mark.parametrize("language", ["ur", "en"])
def test_every_page_speaks_one_language(desk: Client, sheet: ListPrint, language: str) -> None:
    def here(path: str) -> str:
        return path.replace("/en/", f"/{language}/")

    record(desk, sheet, "1")
    desk.get(address(sheet))
    pages = [
        Page(desk.get(here(PAPER))),
        Page(desk.get(here(address(sheet)))),
        Page(desk.post(here(address(sheet)), {"numbers": "1-2, 9, abc"})),
        Page(desk.get(here(address(sheet, "blank-rows/")))),
    ]

    for page in pages:
        page_words = [word for word in page.foreign_words(language) if word not in ("Zara", "Khan")]
        assert page_words == []
        assert page.described_by_nothing() == []
        assert language == "en" or raw_runs(page.html) == []


def test_numbers_show_names_and_then_record(desk: Client, sheet: ListPrint) -> None:
    check, done, _fields = record(desk, sheet, "۱-۲، 3:2")

    text = Page(check).text()
    assert [name in text for name in NAMES] == [True, True, True, False, False]
    assert done.status_code == 303
    assert arrived() == {"احمد": 1, "بشریٰ": 1, "Zara Khan": 2}
    assert attendance_count(sheet.event).arrived == 4
    entry = PaperEntry.objects.get()
    assert (entry.numbers, entry.party_count, entry.people_count) == ("1-3", 3, 4)


def test_looking_at_the_names_records_nobody_and_is_logged(desk: Client, sheet: ListPrint) -> None:
    desk.post(address(sheet), {"numbers": "5-1"})

    entry = AuditEntry.objects.get(kind="paper-rows")
    assert (entry.action, entry.row_count) == ("view", 5)
    assert arrived() == {}


def test_the_button_pressed_twice_counts_once(desk: Client, sheet: ListPrint) -> None:
    _check, _done, fields = record(desk, sheet, "1-5")

    desk.post(address(sheet), fields)

    assert sum(arrived().values()) == 8
    assert PaperEntry.objects.count() == 1


def test_whoever_is_in_is_shown_and_not_counted_again(desk: Client, sheet: ListPrint) -> None:
    record(desk, sheet, "1-2")
    waiting = Registration.objects.get(contact__full_name="ثمینہ")
    Registration.objects.filter(pk=waiting.pk).update(state=RegistrationState.CANCELLED)

    check, _done, _fields = record(desk, sheet, "1,4,5,7")

    captions = [tag.get_text(strip=True) for tag in Page(check).soup.select("caption")]
    assert captions == [
        "To be recorded",
        "Are in already: nothing is counted twice",
        "Cannot be recorded: no confirmed place, or more people than registered",
    ]
    assert check.context["missing"] == "7"
    assert arrived() == {"احمد": 1, "بشریٰ": 1, "جمیل": 1}


def test_undo_takes_the_whole_entry_back_and_nothing_else(desk: Client, sheet: ListPrint) -> None:
    record(desk, sheet, "1")
    record(desk, sheet, "2-3")
    latest = PaperEntry.objects.get(numbers="2-3")

    for _time in range(2):
        desk.post(address(sheet, "undo/"), {"entry": str(latest.pk)})

    assert arrived() == {"احمد": 1}
    assert sum(CheckIn.objects.values_list("counted", flat=True)) == 1
    # Taken back by mistake: it can be typed again.
    record(desk, sheet, "2-3")
    assert arrived() == {"احمد": 1, "بشریٰ": 1, "Zara Khan": 4}


@pytest.mark.parametrize("typed", ["", "x", "9" * 40, "0", "٣"])
def test_odd_entries_take_nothing_back(desk: Client, sheet: ListPrint, typed: str) -> None:
    record(desk, sheet, "1")

    assert desk.post(address(sheet, "undo/"), {"entry": typed}).status_code == 303

    assert arrived() == {"احمد": 1}


NO_NUMBERS = "No row number is in this. Write them as they stand on the sheet."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Write at least one number."),
        ("\0", "Write at least one number."),
        ("abc", NO_NUMBERS),
        ("0", NO_NUMBERS),
        ("1-99999", NO_NUMBERS),
        ("½", NO_NUMBERS),
        ("-", NO_NUMBERS),
        ("1-2-3", NO_NUMBERS),
        ("1 " * 4000, "These are too many at once. Write them in parts."),
    ],
)
def test_what_holds_no_number_is_said_and_records_nothing(
    desk: Client, sheet: ListPrint, typed: str, words: str
) -> None:
    response = desk.post(address(sheet), {"numbers": typed, "confirmed": "1", "key": "x"})

    assert Page(response).errors() == [words]
    assert PaperEntry.objects.count() == 0


@pytest.mark.parametrize("rest", ["undo/", "photographs/"])
def test_an_address_that_takes_a_form_leads_to_the_page_of_the_form(
    desk: Client, sheet: ListPrint, rest: str
) -> None:
    response = desk.get(address(sheet, rest))

    assert (response.status_code, response.headers["Location"]) == (302, address(sheet))


def test_a_sheet_is_found_by_its_code_and_a_wrong_one_said(desk: Client, sheet: ListPrint) -> None:
    found = desk.get(PAPER, {"code": f" {sheet.sheet_code.lower()} "})
    wrong = Page(desk.get(PAPER, {"code": "%00ZZ"}))

    assert found.headers["Location"] == address(sheet)
    assert wrong.errors() == ["No sheet of this event has this code."]


def test_another_citys_sheet_is_not_there(desk: Client, sheet: ListPrint, karachi: Event) -> None:
    ListPrint.objects.filter(pk=sheet.pk).update(event=karachi)

    paths = [address(sheet), address(sheet, "blank-rows/")]

    assert [desk.get(path).status_code for path in paths] == [404, 404]
    assert desk.post(address(sheet), {"numbers": "1"}).status_code == 404


def blank(rows: dict[int, tuple[str, str]]) -> dict[str, str]:
    """Return the fields of the grid with some rows written."""
    fields = {"row-TOTAL_FORMS": "10", "row-INITIAL_FORMS": "0"}
    for row, (name, count) in rows.items():
        fields |= {f"row-{row}-full_name": name, f"row-{row}-people_count": count}
    return fields


def test_blank_rows_become_walk_ins_and_can_be_taken_back(desk: Client, sheet: ListPrint) -> None:
    key = Page(desk.get(address(sheet, "blank-rows/"))).key()
    rows = blank({0: ("شہلا", "۳"), 2: ("", "2"), 5: ("Bilal", "")}) | {"key": key}

    for _time in range(2):
        desk.post(address(sheet, "blank-rows/"), rows)
    walked_in = attendance_count(sheet.event).walk_ins
    desk.post(address(sheet, "undo/"), {"entry": str(PaperEntry.objects.get().pk)})

    assert walked_in == 6
    assert WalkIn.objects.count() == 3
    assert attendance_count(sheet.event).walk_ins == 0


@pytest.mark.parametrize(
    "rows",
    [
        {},
        blank({}),
        blank({0: ("نام", "0")}),
        blank({0: ("نام", "501")}),
        blank({0: ("35202-1234567-1", "1")}),
        blank({0: ("", "x")}),
        {"row-TOTAL_FORMS": "99999999", "row-INITIAL_FORMS": "0"},
    ],
)
def test_blank_rows_nobody_can_read_record_nobody(
    desk: Client, sheet: ListPrint, rows: dict[str, str]
) -> None:
    key = Page(desk.get(address(sheet, "blank-rows/"))).key()

    response = desk.post(address(sheet, "blank-rows/"), rows | {"key": key})

    assert response.status_code == 200
    assert WalkIn.objects.count() == 0


@pytest.mark.parametrize(
    ("rows", "is_fresh", "words"),
    [
        (blank({}), True, "Nothing was written."),
        (blank({0: ("شہلا", "3")}), False, "This page was open for long."),
    ],
)
def test_blank_rows_that_record_nobody_say_why(
    desk: Client, sheet: ListPrint, rows: dict[str, str], is_fresh: bool, words: str
) -> None:
    key = Page(desk.get(address(sheet, "blank-rows/"))).key() if is_fresh else "of:another-page"

    page = Page(desk.post(address(sheet, "blank-rows/"), rows | {"key": key}))

    (warning,) = page.soup.select("main .notice--warning")
    assert words in warning.get_text()
    assert WalkIn.objects.count() == 0


def photograph() -> SimpleUploadedFile:
    """Return a small photograph that says where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(written, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_0001.jpg", written.getvalue(), "image/jpeg")


def test_a_photograph_is_kept_without_its_place_and_shown_to_the_organiser_only(
    desk: Client, gate: Client, sheet: ListPrint, karachi: Event
) -> None:
    desk.post(address(sheet, "photographs/"), {"photograph": photograph()})
    kept = SheetPhotograph.objects.get()
    stranger = Client()
    stranger.force_login(builders.make_organiser(karachi))
    path = address(sheet, f"photographs/{kept.pk}.jpg")

    answers = [one.get(path).status_code for one in (desk, gate, stranger, Client())]

    assert answers == [200, 404, 404, 302]
    assert b"SecretPhone" not in bytes(kept.content)
    assert AuditEntry.objects.filter(kind="sheet-photograph").count() == 1
    assert desk.get(path).headers["Cache-Control"] == "no-store, private"


def test_a_file_that_is_no_picture_is_refused(desk: Client, sheet: ListPrint) -> None:
    page = b"<html><script>alert(1)</script></html>"
    files = [SimpleUploadedFile("a.jpg", page, "image/jpeg"), SimpleUploadedFile("b.jpg", b"")]

    answers = [
        desk.post(address(sheet, "photographs/"), {"photograph": file}).status_code
        for file in files
    ]

    assert answers == [303, 303]
    assert SheetPhotograph.objects.count() == 0


def test_photographs_are_deleted_by_hand_and_with_the_people(
    desk: Client, sheet: ListPrint
) -> None:
    for _time in range(2):
        desk.post(address(sheet, "photographs/"), {"photograph": photograph()})
    first, _second = SheetPhotograph.objects.order_by("pk")

    desk.post(address(sheet, "photographs/"), {"delete": str(first.pk)})
    missing = desk.post(address(sheet, "photographs/"), {"delete": str(first.pk)})
    left = SheetPhotograph.objects.count()
    purged = [purge_photographs(now=NOON), purge_photographs(now=NOON.replace(year=2028))]

    assert (missing.status_code, left, purged) == (404, 1, [0, 1])
    assert SheetPhotograph.objects.count() == 0
