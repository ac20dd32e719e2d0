"""Everybody's badges, certificates and slips: made without anybody waiting, kept for one."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from events.desk.services import list_files
from events.desk.services.list_files import make_next_file
from events.models import Certificate, ConsentSlip, Event, ListFile
from events.prints.enums import CertificateGrounds
from participants.models import AuditEntry
from tests.documents.pages import texts_of
from tests.events.desk import builders
from tests.events.desk.builders import NOON, register
from tests.events.pages import Page
from tests.privacy import tables_naming
from urdu.isolation import raw_runs

SHOP = "/en/desk/events/walk-lahore-2027/prints/"
SLIPS = "/en/desk/events/walk-lahore-2027/slips/"
LETTERS = "ABCDEFGHJKMN"


def make_badges(event: Event, count: int) -> list[str]:
    """Register people; return what stands on their badges."""
    return [register(event, f"Walker {letter}").reference for letter in LETTERS[:count]]


def make_certificates(event: Event, count: int) -> list[str]:
    """Issue certificates; return their codes."""
    user = builders.make_user("issuer")
    codes = [f"{letter * 4}-2222-2222" for letter in LETTERS[:count]]
    for code in codes:
        Certificate.objects.create(
            event=event,
            full_name=f"Walker {code[0]}",
            code=code,
            shows_name=True,
            grounds=CertificateGrounds.ORGANISER,
            issued_at=NOON,
            issued_by=user,
        )
    return codes


def make_slips(event: Event, count: int) -> list[str]:
    """Register a class; return the codes of its slips."""
    registration = register(event, "Teacher", party=tuple(LETTERS[:count]))
    codes = [f"{registration.reference[4:]}-{number:03d}" for number in range(1, count + 1)]
    for position, code in enumerate(codes, 1):
        ConsentSlip.objects.create(registration=registration, position=position, code=code)
    return codes


MAKERS: dict[str, Callable[[Event, int], list[str]]] = {
    "badges": make_badges,
    "certificates": make_certificates,
    "slips": make_slips,
}


def asked(desk: Client, paper: str, **fields: str) -> str:
    """Ask for everybody's; return the address of the file's page."""
    response = desk.post(f"{SHOP}{paper}/file/", fields)
    assert response.status_code == 303
    return str(response.headers["Location"])


def words_on(desk: Client, page: str) -> str:
    """Fetch a file and return what stands on its pages."""
    response = desk.get(f"{page}file/")
    assert response.status_code == 200
    return "\n".join(texts_of(b"".join(response)))


@pytest.mark.parametrize("paper", list(MAKERS))
def test_everybodys_sheets_are_made_without_anybody_waiting(
    desk: Client, lahore: Event, paper: str
) -> None:
    codes = MAKERS[paper](lahore, 11)

    page = asked(desk, paper, language="en", ink="black")

    progress = desk.get(f"{page}progress.json").json()
    assert progress["state"] == "queued"
    assert f"0 of {ListFile.objects.get().row_count}" in progress["words"]
    assert desk.get(f"{page}file/").status_code == 404
    # Nothing has left: nothing is in the log.
    assert AuditEntry.objects.count() == 0

    assert make_next_file(clock=timezone.now)

    printed = words_on(desk, page)
    assert [code for code in codes if code not in printed] == []
    line = AuditEntry.objects.get()
    kind = "consent-slips" if paper == "slips" else f"print-{paper}"
    assert (line.kind, line.action, line.row_count) == (kind, "print", 11)
    assert tables_naming(["%PDF"]) == {}


@pytest.mark.parametrize(
    ("paper", "limit"),
    [
        ("badges", "events.desk.views.prints.shelf.REGISTRATIONS_A_PART"),
        ("certificates", "events.desk.views.prints.shelf.CERTIFICATES_A_PART"),
        ("slips", "events.desk.views.slips.AT_ONCE"),
    ],
)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_page_offers_one_file_where_there_are_many(
    desk: Client,
    lahore: Event,
    paper: str,
    limit: str,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    MAKERS[paper](lahore, 3)
    address = (SLIPS if paper == "slips" else f"{SHOP}{paper}/").replace("/en/", f"/{language}/")
    form = f'form[action="{SHOP.replace("/en/", f"/{language}/")}{paper}/file/"]'

    few = Page(desk.get(address))
    monkeypatch.setattr(limit, 2)
    many = Page(desk.get(address))

    assert few.soup.select(form) == []
    assert len(many.soup.select(form)) == 1
    # A picture or file at once beside it would be a part of them only.
    assert many.soup.select("main a[href*='.pdf?part']") == []
    assert language == "en" or raw_runs(many.html) == []


@pytest.mark.parametrize("language", ["ur", "en"])
def test_files_page_names_the_print_in_one_language(
    desk: Client, lahore: Event, language: str
) -> None:
    for paper, make in MAKERS.items():
        make(lahore, 2)
        page = asked(desk, paper).replace("/en/", f"/{language}/")

    for shown in (Page(desk.get(page)), Page(desk.get(page.rpartition("files/")[0] + "files/"))):
        assert [word for word in shown.foreign_words(language) if word != "PDF"] == []
        assert language == "en" or raw_runs(shown.html) == []
    names = {"en": "Certificates of participation", "ur": "اسنادِ شرکت"}
    assert names[language] in shown.text()


def test_badges_tell_how_far_they_are_in_registrations(
    desk: Client, lahore: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    for letter in LETTERS[:4]:
        register(lahore, f"Leader {letter}", party=("One", "Two", "Three"))
    monkeypatch.setattr("documents.badges.BATCH_BADGES", 8)
    monkeypatch.setattr(list_files, "SECONDS_BETWEEN_REPORTS", 0)
    told: list[int] = []
    mark = list_files._mark

    def listen(file: ListFile, now: datetime.datetime, done: int = 0) -> None:
        told.append(done)
        mark(file, now, done)

    monkeypatch.setattr(list_files, "_mark", listen)
    asked(desk, "badges")

    assert make_next_file(clock=timezone.now)

    # Sixteen badges of four parties, eight a batch.
    assert told == [2, 0]


@pytest.mark.parametrize("paper", ["posters", "badges", "certificates", "slips", "chains"])
def test_nothing_to_print_and_nothing_of_another_city_is_404(
    desk: Client, lahore: Event, karachi: Event, paper: str
) -> None:
    make_badges(karachi, 2)

    for address in (SHOP, SHOP.replace("lahore", "karachi")):
        assert desk.post(f"{address}{paper}/file/").status_code == 404
    assert ListFile.objects.count() == 0
