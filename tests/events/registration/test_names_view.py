"""Names by paste or sheet: looked at first, saved whole or not at all, only by the holder."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from documents.sheet_reading import MAX_BYTES
from events.enums import PartyKind
from events.models import Attendee, Event, Places, Registration
from events.registration.services.changes import cancel_registration
from tests.documents.sample_sheets import bomb, workbook
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.own_pages import is_private, link_to, own
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def school(clock: object) -> Registration:
    """Return a class of four with three children."""
    walk = make_walk(capacity=100)
    Places.objects.filter(event=walk).update(largest_group=60)
    return register(walk, 4, kind=PartyKind.GROUP, group_name="نمونہ اسکول", minors_count=3)


@pytest.fixture
def teacher(school: Registration) -> Client:
    """Return the browser that holds the class's link."""
    client = Client()
    client.get(link_to(school))
    return client


def names(registration: Registration) -> list[tuple[int, str]]:
    """Return the names as they are stored."""
    found = Attendee.objects.filter(registration=registration).order_by("position")
    return list(found.values_list("position", "full_name"))


def upload(client: Client, address: str, content: bytes, name: str = "class.xlsx") -> Any:
    """Post a sheet."""
    return client.post(address, {"names": "", "sheet": SimpleUploadedFile(name, content, XLSX)})


@pytest.mark.parametrize("language", ["ur", "en"])
def test_form_report_and_preview_are_wholly_in_their_language(
    language: str, school: Registration, teacher: Client
) -> None:
    address = own(school, language, "list/")
    answers = [
        teacher.get(address),
        teacher.post(address, {"names": "علی\n35202-1234567-1"}),
        teacher.post(address, {"names": "علی\nزینب\nعلی"}),
        upload(teacher, address, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        upload(teacher, address, workbook([["a", "b"], ["c", "d"]])),
    ]

    for answer in answers:
        page = Page(answer)
        # The group's name stands in its own script; "CSV", "Excel" and file endings are names.
        page.soup.select("main")
        words = page.foreign_words(language)
        assert [word for word in words if word not in ("نمونہ", "اسکول")] == []
        assert language == "en" or raw_runs(page.html) == []
        assert page.described_by_nothing() == []
        assert is_private(answer)


def test_preview_saves_nothing_and_confirming_saves_all_in_order(
    school: Registration, teacher: Client
) -> None:
    address = own(school, action="list/")
    preview = Page(teacher.post(address, {"names": "1. علی\n2. زینب\n3. Bilal Ahmed"}))
    before = names(school)

    response = teacher.post(address, {**preview.fields(), "confirmed": "1"})

    assert before == []
    assert [li.get_text() for li in preview.soup.select(".name-list li")] == [
        "علی",
        "زینب",
        "Bilal Ahmed",
    ]
    assert (response.status_code, response["Location"]) == (303, own(school))
    assert names(school) == [(1, "علی"), (2, "زینب"), (3, "Bilal Ahmed")]


def test_a_group_may_name_everybody_a_family_all_but_its_leader() -> None:
    walk = make_walk(capacity=100)
    family = register(walk, 3)
    client = Client()
    client.get(link_to(family))
    address = own(family, "en", "list/")

    two = client.post(address, {"names": "Ali\nSara", "confirmed": "1"})
    three = client.post(address, {"names": "Ali\nSara\nBilal", "confirmed": "1"})

    assert two.status_code == 303
    assert names(family) == [(2, "Ali"), (3, "Sara")]
    assert Page(three).errors() == ["There are 3 names here, but only 2 people are coming."]


def test_with_one_wrong_row_nothing_is_saved_and_all_can_be_corrected(
    school: Registration, teacher: Client
) -> None:
    address = own(school, "en", "list/")
    typed = "Ali\n35202-1234567-1\nSara"

    response = teacher.post(address, {"names": typed, "confirmed": "1"})

    page = Page(response)
    (row,) = page.soup.select(".row-faults__row")
    assert row.get_text(" ", strip=True) == (
        "Row 2 35202-1234567-1 Please do not write an identity card number here."
    )
    assert page.errors() == ["1 row needs correcting. Nothing has been saved."]
    assert page.fields()["names"] == typed
    assert names(school) == []


def test_a_sheet_with_faults_is_reported_by_row_and_column_and_goes_on_in_the_page(
    school: Registration, teacher: Client
) -> None:
    sheet = workbook([["No", "نام"], [1, "علی"], [2, "=A1"], [3, "زینب"]])

    page = Page(upload(teacher, own(school, "en", "list/"), sheet))

    (place,) = page.soup.select(".row-faults__place")
    assert place.get_text() == "Row 3, column B"
    assert page.fields()["names"] == "علی\n=A1\nزینب"
    assert names(school) == []


def test_a_good_sheet_is_looked_at_and_saved(school: Registration, teacher: Client) -> None:
    address = own(school, action="list/")
    preview = Page(upload(teacher, address, workbook([["نام"], ["علی"], ["زینب"]])))

    teacher.post(address, {**preview.fields(), "confirmed": "1"})

    assert names(school) == [(1, "علی"), (2, "زینب")]


def test_change_something_returns_to_the_form_with_the_names(
    school: Registration, teacher: Client
) -> None:
    address = own(school, action="list/")

    page = Page(teacher.post(address, {"names": "علی\nزینب", "change": "1"}))

    assert page.fields()["names"] == "علی\nزینب"
    assert page.errors() == []


def test_names_given_before_stand_in_the_form_and_are_replaced(
    school: Registration, teacher: Client
) -> None:
    address = own(school, action="list/")
    teacher.post(address, {"names": "علی\nزینب", "confirmed": "1"})

    form = Page(teacher.get(address))
    teacher.post(address, {"names": "بلال", "confirmed": "1"})

    assert form.fields()["names"] == "علی\nزینب"
    assert names(school) == [(1, "بلال")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is an old Excel file (.xls)"),
        (b"\xff\xd8\xff", "This file cannot be read as a sheet."),
        (bomb(), "This file is too large."),
        (b"x" * (MAX_BYTES + 1), "This file is too large."),
        (workbook([[f"n {i}"] for i in range(5000)]), "This has more than 1000 rows."),
        (workbook([["a", "b"], ["c", "d"]]), "We cannot tell which column holds the names."),
        (workbook([["نام"]]), "This sheet holds no names."),
        (b" ", "This sheet holds no names."),
        ("نام\n".encode() + b"Ali\n" * 5, "There are 5 names here"),
    ],
    ids=["xls", "picture", "bomb", "large", "rows", "columns", "heading", "empty", "too-many"],
)
def test_a_sheet_that_cannot_be_taken_is_explained(
    content: bytes, message: str, school: Registration, teacher: Client
) -> None:
    response = upload(teacher, own(school, "en", "list/"), content)

    assert response.status_code == 200
    (error,) = Page(response).errors()
    assert error.startswith(message)
    assert names(school) == []


@pytest.mark.parametrize("fields", [{}, {"names": "  \n "}, {"names": "\x00"}, {"sheet": "text"}])
def test_posting_nothing_asks_for_names(
    fields: dict[str, str], school: Registration, teacher: Client
) -> None:
    response = teacher.post(own(school, "en", "list/"), fields)

    assert (response.status_code, Page(response).errors()) == (200, ["Write or paste the names."])


def test_a_stranger_gets_404_and_saves_nothing(school: Registration) -> None:
    stranger = Client()
    address = own(school, action="list/")

    answers = [
        stranger.get(address),
        stranger.post(address, {"names": "علی", "confirmed": "1"}),
        stranger.get(own(school, action="slips.pdf")),
        stranger.post(own(school, action="again/")),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert names(school) == []


def test_once_cancelled_nothing_is_asked_or_saved(school: Registration, teacher: Client) -> None:
    address = own(school, action="list/")
    cancel_registration(registration=school, now=NOW)

    answers = [teacher.get(address), teacher.post(address, {"names": "علی", "confirmed": "1"})]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert names(school) == []


def test_slips_of_the_own_group_are_a_pdf_of_a_page_for_three(
    school: Registration, teacher: Client
) -> None:
    response = teacher.get(own(school, action="slips.pdf"))

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert is_private(response)
    assert f"slips-{school.reference}.pdf" in response["Content-Disposition"]


def test_a_family_has_no_slips(clock: object) -> None:
    family = register(make_walk(), 2)
    client = Client()
    client.get(link_to(family))

    assert client.get(own(family, action="slips.pdf")).status_code == 404


def test_minors_and_names_of_a_group_appear_on_no_public_page(
    school: Registration, teacher: Client
) -> None:
    teacher.post(own(school, action="list/"), {"names": "زرمینہ گل", "confirmed": "1"})
    event: Event = school.event

    pages = [Client().get(f"/ur/events/{event.slug}/"), Client().get("/ur/events/")]

    assert all("زرمینہ" not in page.text and "نمونہ" not in page.text for page in pages)
