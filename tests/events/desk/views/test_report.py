"""After the event: written, added, published when organisers say so, and never a child."""

import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from pytest_django import Settings

from directory.models import CampaignImage, User
from events.attendance.rules import Entry, Gate
from events.attendance.services.walk_ins import Arrivals, add_walk_in
from events.enums import CheckInSource
from events.models import Event, EventReport, ReportPresentation
from participants.models import AuditEntry
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
EVENING = datetime.datetime(2027, 8, 1, 14, 0, tzinfo=datetime.UTC)
REPORT = "/en/desk/events/walk-lahore-2027/report/"
PUBLIC = "/en/events/walk-lahore-2027/"
WORDS = {
    "headcount": "۱۲۰۰",
    "headcount_source": "stewards",
    "counted_by_en": "two stewards at the library",
    "counted_by_ur": "لائبریری پر دو کارکن",
    "press_note_en": "About 1200 people walked.\n\nThe mayor spoke.",
    "press_note_ur": "تقریباً 1200 لوگ چلے۔",
}
AGREED = {"alt_en": "Women walking", "alt_ur": "خواتین واک میں", "has_consent": "on"}


@pytest.fixture(autouse=True)
def _evening(tmp_path: Path, settings: Settings) -> Iterator[None]:
    """Stop the clock on the evening of the walk, and keep files for this test alone."""
    settings.MEDIA_ROOT = str(tmp_path)
    with time_machine.travel(EVENING, tick=False):
        yield


@pytest.fixture
def over(lahore: Event, organiser: User) -> Client:
    """Return the organiser's browser on the evening of the walk."""
    client = Client()
    client.force_login(organiser)
    return client


def photograph() -> SimpleUploadedFile:
    """Return a photograph that says where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    written = io.BytesIO()
    Image.new("RGB", (900, 600), "white").save(written, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_1.jpg", written.getvalue(), "image/jpeg")


def slides() -> SimpleUploadedFile:
    """Return a PDF of two pages that names its author and runs a script when opened."""
    writer = PdfWriter()
    for _page in range(2):
        writer.add_blank_page(width=200, height=200)
    writer.add_metadata({"/Author": "Secret Author"})
    script = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert('hello');"),
    }
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.pages[0][NameObject("/AA")] = DictionaryObject(
        {NameObject("/O"): DictionaryObject(script)}
    )
    writer.add_attachment("hidden.txt", b"hidden words")
    written = io.BytesIO()
    writer.write(written)
    return SimpleUploadedFile("slides.pdf", written.getvalue(), "application/pdf")


def public(language: str = "en") -> Page:
    """Return the public page of the walk."""
    return Page(Client().get(PUBLIC.replace("/en/", f"/{language}/")))


def test_nothing_is_public_until_the_organiser_says_so(over: Client) -> None:
    over.post(REPORT, WORDS)
    before = public().text()

    over.post(f"{REPORT}publish/", {"action": "publish"})
    after = public().text()
    over.post(f"{REPORT}publish/", {"action": "withdraw"})

    assert "1,200" not in before
    assert "1,200 · Counted by stewards on the way (two stewards at the library)" in after
    assert "The mayor spoke." in after
    assert "1,200" not in public().text()
    kinds = list(AuditEntry.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["report-published", "report-withdrawn"]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_desk_and_public_page_speak_one_language(over: Client, language: str) -> None:
    over.post(REPORT, WORDS)
    over.post(f"{REPORT}photographs/", AGREED | {"photograph": photograph()})
    over.post(
        f"{REPORT}presentations/",
        {"title_en": "Rights at work", "title_ur": "کام پر حقوق", "presentation": slides()},
    )
    over.post(f"{REPORT}publish/")
    over.get(REPORT)

    pages = [Page(over.get(REPORT.replace("/en/", f"/{language}/"))), public(language)]

    for page in pages:
        assert page.foreign_words(language) == []
        assert page.described_by_nothing() == []
        assert language == "en" or raw_runs(page.html) == []


@pytest.mark.parametrize(
    ("facts", "is_shown"),
    [
        (AGREED, True),
        (AGREED | {"shows_children": "on"}, False),
        ({**AGREED, "has_consent": ""}, False),
    ],
)
def test_pictures_of_children_or_without_consent_are_published_nowhere(
    over: Client, facts: dict[str, str], is_shown: bool
) -> None:
    over.post(f"{REPORT}photographs/", facts | {"photograph": photograph()})
    over.post(f"{REPORT}publish/")

    page = public()

    assert len(page.soup.select(".report-photographs img")) == int(is_shown)
    assert ("Women walking" in page.html) == is_shown
    image = CampaignImage.objects.get()
    assert b"SecretPhone" not in Path(image.file.path).read_bytes()


@pytest.mark.parametrize("part", ["photographs", "presentations", "publish"])
def test_an_address_that_takes_a_form_leads_to_the_page_of_the_form(
    over: Client, part: str
) -> None:
    response = over.get(f"{REPORT}{part}/")

    assert (response.status_code, response.headers["Location"]) == (302, REPORT)
    assert EventReport.objects.count() == 0


def test_what_is_wrong_with_a_photograph_is_said_first_on_the_page(over: Client) -> None:
    page = Page(over.post(f"{REPORT}photographs/", {}))

    first = page.soup.select("main .error-summary, main form.form")[0]
    assert "Choose a photograph." in first.get_text()
    assert first["class"] == ["error-summary"]


def test_looking_at_the_public_page_writes_nothing(over: Client) -> None:
    over.post(f"{REPORT}photographs/", AGREED | {"photograph": photograph()})
    over.post(f"{REPORT}publish/")
    before = CampaignImage.objects.get().renditions.count()

    page = public()

    (picture,) = page.soup.select(".report-photographs img")
    assert (picture["width"], picture["height"]) == ("800", "533")
    assert CampaignImage.objects.get().renditions.count() == before > 0


def test_a_presentation_is_its_pages_alone(over: Client) -> None:
    titles = {"title_en": "Rights at work", "title_ur": "کام پر حقوق"}

    over.post(f"{REPORT}presentations/", titles | {"presentation": slides()})

    kept = ReportPresentation.objects.get()
    data = Path(kept.file.path).read_bytes()
    assert (kept.page_count, len(PdfReader(io.BytesIO(data)).pages)) == (2, 2)
    assert [
        w for w in (b"Secret Author", b"/JavaScript", b"app.alert", b"hidden") if w in data
    ] == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"%PDF-1.7 broken",
        b"PK\x03\x04",
        b"%PDF-1.4\n" + b"0" * (10 * 1024 * 1024),
    ],
    ids=["empty", "html", "broken", "zip", "too-large"],
)
def test_odd_presentations_are_refused_with_what_was_typed(over: Client, data: bytes) -> None:
    file = SimpleUploadedFile("a.pdf", data, "application/pdf")

    response = over.post(
        f"{REPORT}presentations/", {"title_en": "A", "title_ur": "الف", "presentation": file}
    )

    assert response.status_code == 200
    assert Page(response).errors()
    assert ReportPresentation.objects.count() == 0


def test_what_was_added_can_be_removed_with_its_file(
    over: Client, settings: Settings, django_capture_on_commit_callbacks: object
) -> None:
    over.post(f"{REPORT}photographs/", AGREED | {"photograph": photograph()})
    titles = {"title_en": "A", "title_ur": "الف"}
    over.post(f"{REPORT}presentations/", titles | {"presentation": slides()})
    report = EventReport.objects.get()
    keys = (report.photographs.get().pk, report.presentations.get().pk)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        over.post(f"{REPORT}photographs/", {"remove": str(keys[0])})
        over.post(f"{REPORT}presentations/", {"remove": str(keys[1])})
    again = over.post(f"{REPORT}photographs/", {"remove": str(keys[0])})

    files = [file for file in Path(str(settings.MEDIA_ROOT)).rglob("*") if file.is_file()]
    assert files == []
    assert again.status_code == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headcount_source": ""}, "headcount_source"),
        ({"headcount": "many"}, "headcount"),
        ({"headcount": "0"}, "headcount"),
        ({"press_note_en": ""}, "press_note_en"),
        ({"press_note_ur": "شناختی کارڈ 35202-1234567-1"}, "press_note_ur"),
        ({"headcount_source": "guess"}, "headcount_source"),
    ],
)
def test_what_cannot_be_published_is_said_beside_its_field(
    over: Client, changes: dict[str, str], field: str
) -> None:
    response = over.post(REPORT, WORDS | changes)

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert EventReport.objects.count() == 0


@pytest.mark.parametrize(("people", "is_shown"), [(9, False), (10, True)])
def test_how_many_were_let_in_is_shown_from_ten_on(
    over: Client, lahore: Event, people: int, is_shown: bool
) -> None:
    add_walk_in(
        event=lahore,
        arrivals=Arrivals("", people),
        gate=Gate(source=CheckInSource.GATE),
        entry=Entry("a", EVENING),
        now=EVENING,
    )

    over.post(f"{REPORT}publish/")

    assert ("Let in with a registration or at the gate" in public().text()) == is_shown


def test_before_it_is_over_nothing_is_told(desk: Client, lahore: Event) -> None:
    with time_machine.travel(EVENING - datetime.timedelta(days=30), tick=False):
        desk.force_login(User.objects.get())
        answers = [
            desk.get(REPORT).status_code,
            desk.post(REPORT, WORDS).status_code,
            desk.post(f"{REPORT}publish/").status_code,
        ]

    assert answers == [409, 409, 404]
    assert EventReport.objects.count() == 0
