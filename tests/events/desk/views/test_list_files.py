"""Asking for a list as a file: short ones at once, long ones later, for whoever asked alone."""

from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import Settings

from directory.models import User
from events.desk.services.list_files import make_next_file
from events.enums import EventRoleKind, ListFileKind, ListFileState, RegistrationState
from events.models import Event, EventRole, ListFile, ListFilePart, ListPrint
from participants.models import AuditEntry
from tests.events.desk import builders
from tests.events.desk.builders import register
from tests.events.desk.views.test_attendees import query_count
from urdu.isolation import raw_runs

LIST = "/en/desk/events/walk-lahore-2027/attendees/"
FILES = f"{LIST}files/"
PRINT = f"{LIST}print/"


def ask(desk: Client, **query: str) -> str:
    """Ask for a list and return where that leads."""
    response = desk.post(FILES, query)
    assert response.status_code in (302, 303)
    return str(response.headers["Location"])


def fetched(client: Client, path: str) -> bytes:
    """Return a file's bytes."""
    response = client.get(path)
    assert response.status_code == 200
    body = b"".join(response)
    assert response.headers["Content-Length"] == str(len(body))
    return body


def text_of(pdf: bytes) -> str:
    """Return what stands on the pages."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.fixture
def worker_makes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave every list to the worker, however short."""
    monkeypatch.setattr("events.desk.rules.MADE_AT_ONCE", dict.fromkeys(ListFileKind, 0))


def test_short_list_is_fetched_at_once_with_its_code(desk: Client, lahore: Event) -> None:
    register(lahore, "Aisha Khan", phone="+923991234567")

    text = text_of(fetched(desk, ask(desk, **{"as": "pdf"})))

    sheet = ListPrint.objects.get()
    assert "Aisha Khan" in text
    assert f"Sheet {sheet.sheet_code}" in text
    assert "1234567" not in text


def test_workbook_holds_the_chosen_part(desk: Client, lahore: Event) -> None:
    register(lahore, "Aisha Khan", phone="+923991234567")
    register(lahore, "Bilal")

    book = fetched(desk, ask(desk, **{"as": "xlsx", "q": "aisha"}))

    sheet = openpyxl.load_workbook(BytesIO(book)).active
    assert [cell.value for cell in sheet["B"]] == ["Name", "Aisha Khan"]
    assert sheet["E2"].value == "0399-1234567"
    assert sheet["A2"].data_type == sheet["F2"].data_type == "n"


def test_log_has_its_line_before_the_first_byte_each_time(
    desk: Client, lahore: Event, organiser: User
) -> None:
    builders.register_many(lahore, 3)
    path = ask(desk, **{"as": "xlsx"})
    assert AuditEntry.objects.count() == 0

    response = desk.get(path)

    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.action, entry.row_count) == (organiser, "export", 3)
    assert "phone" in entry.columns
    b"".join(response)
    fetched(desk, path)
    assert AuditEntry.objects.count() == 2


def test_bytes_without_the_log_do_not_leave(
    desk: Client, lahore: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**line: object) -> None:
        raise RuntimeError("the log is full")

    register(lahore, "Aisha")
    path = ask(desk, **{"as": "pdf"})
    monkeypatch.setattr("events.desk.views.file_words.log_attendee_list", refuse)
    desk.raise_request_exception = False

    response = desk.get(path)

    assert response.status_code == 500
    assert not response.streaming


@pytest.mark.usefixtures("worker_makes_all")
def test_long_list_can_be_left_and_come_back_to(desk: Client, lahore: Event) -> None:
    builders.register_many(lahore, 3)

    page = ask(desk, **{"as": "pdf"})

    words = desk.get(page).content.decode()
    assert "0 of 3 registrations" in words
    assert f'data-progress="{page}progress.json"' in words
    assert f'href="{page}"' in words
    progress = desk.get(f"{page}progress.json").json()
    assert progress == {
        "state": "queued",
        "done": 0,
        "words": "Being made: 0 of 3 registrations",
    }
    assert desk.get(f"{page}file/").status_code == 404
    assert f'href="{page}"' in desk.get(FILES).content.decode()

    assert make_next_file(clock=timezone.now)

    assert f'href="{page}file/"' in desk.get(page).content.decode()
    assert f'href="{page}file/"' in desk.get(FILES).content.decode()
    assert text_of(fetched(desk, f"{page}file/")).count("LHE-") == 3


@pytest.mark.usefixtures("worker_makes_all")
def test_list_given_up_says_what_to_do(desk: Client, lahore: Event) -> None:
    register(lahore)
    page = ask(desk, **{"as": "pdf"})
    ListFile.objects.update(state=ListFileState.FAILED)

    assert "try again" in desk.get(page).content.decode()


@pytest.mark.parametrize("end", ["", "file/", "progress.json"])
def test_file_is_nobody_elses_not_even_of_the_same_event(
    desk: Client, lahore: Event, karachi: Event, organiser: User, end: str
) -> None:
    register(lahore)
    page = ask(desk, **{"as": "pdf"}).removesuffix("file/")
    colleague = builders.make_user("colleague")
    EventRole.objects.create(event=lahore, user=colleague, role=EventRoleKind.ORGANISER)
    other = Client()
    other.force_login(colleague)

    assert desk.get(page + end).status_code == 200
    assert other.get(page + end).status_code == 404
    # Nor at another event's address, nor once the role is gone.
    EventRole.objects.create(event=karachi, user=organiser, role=EventRoleKind.ORGANISER)
    assert desk.get(page.replace("lahore", "karachi") + end).status_code == 404
    EventRole.objects.filter(event=lahore, user=organiser).delete()
    assert desk.get(page + end).status_code == 404


def test_only_what_changed_is_printed_since_the_last_sheet(desk: Client, lahore: Event) -> None:
    ali, sara, _zara = (register(lahore, name) for name in ("Ali", "Sara", "Zara"))
    assert "Print only what changed" not in desk.get(LIST).content.decode()
    ask(desk, **{"as": "pdf"})
    first = ListPrint.objects.get()
    sara.party_size = 4
    sara.save()
    ali.state = RegistrationState.CANCELLED
    ali.save()
    assert f'name="since" value="{first.sheet_code}"' in desk.get(LIST).content.decode()

    text = text_of(fetched(desk, ask(desk, **{"as": "pdf", "since": first.sheet_code})))

    assert f"Only what changed since sheet {first.sheet_code}" in text
    assert "Zara" not in text
    assert f"Changed, sheet {first.sheet_code}, row 2" in text
    assert "No longer on the list, Cancelled" in text
    nothing = text_of(
        fetched(desk, ask(desk, **{"as": "pdf", "since": ListPrint.objects.all()[0].sheet_code}))
    )
    assert "Nothing changed since sheet" in nothing


@pytest.mark.parametrize("since", ["ZZZZZ", "karachi", "waiting", "part"])
def test_changes_since_a_sheet_that_does_not_fit_are_404(
    desk: Client, lahore: Event, karachi: Event, since: str
) -> None:
    register(lahore, "Ali")
    ask(desk, **{"as": "pdf", **({"q": "ali"} if since == "part" else {})})
    code = ListPrint.objects.get().sheet_code
    if since == "karachi":
        ListPrint.objects.update(event=karachi)

    query = {"as": "pdf", "since": "ZZZZZ" if since == "ZZZZZ" else code}
    response = desk.post(FILES, query | ({"state": "waiting"} if since == "waiting" else {}))

    assert response.status_code == 404


def test_browsers_page_keeps_the_numbers_of_its_sheet(desk: Client, lahore: Event) -> None:
    people = [register(lahore, name) for name in ("Ali", "Bilal", "Zara")]

    page = ask(desk, **{"as": "page", "q": "a"})

    code = ListPrint.objects.get().sheet_code
    assert page == f"{PRINT}?sheet={code}"
    people[1].state = RegistrationState.CANCELLED
    people[1].save()
    register(lahore, "Ahmad")
    shown = desk.get(page).content.decode()
    assert f"Sheet \u2066{code}\u2069" in shown
    assert "Ahmad" not in shown
    assert shown.index("Ali") < shown.index("Bilal") < shown.index("Zara")
    assert desk.get(f"{PRINT}?sheet=ZZZZZ").status_code == 404


def test_getting_a_page_or_a_file_makes_no_print(desk: Client, lahore: Event) -> None:
    register(lahore)

    for path in (LIST, PRINT, FILES, f"{LIST[:-1]}.pdf", f"{LIST[:-1]}.xlsx", f"{LIST[:-1]}.csv"):
        response = desk.get(path)
        b"".join(response) if response.streaming else response.content

    assert (ListPrint.objects.count(), ListFile.objects.count()) == (0, 0)


@pytest.mark.parametrize("wanted", ["", "docx", "\x00", "page;"])
def test_what_nobody_offers_leads_back_to_the_list(
    desk: Client, lahore: Event, wanted: str
) -> None:
    assert ask(desk, **{"as": wanted}) == LIST
    assert ListFile.objects.count() == 0


def test_files_page_shows_prints_in_order_without_raw_numbers(desk: Client, lahore: Event) -> None:
    register(lahore, "عائشہ")
    ask(desk, **{"as": "pdf"})
    ask(desk, **{"as": "pdf", "state": "waiting"})

    shown = desk.get(FILES.replace("/en/", "/ur/")).content.decode()

    codes = [sheet.sheet_code for sheet in ListPrint.objects.all()]
    assert [shown.index(code) for code in codes] == sorted(shown.index(code) for code in codes)
    assert raw_runs(shown) == []
    assert "عائشہ" not in shown


def test_files_page_costs_the_same_queries_for_one_and_for_ten(desk: Client, lahore: Event) -> None:
    register(lahore)
    ask(desk, **{"as": "pdf"})
    # What every page keeps is known from here on.
    desk.get(FILES)
    one = query_count(desk, FILES)
    for _more in range(9):
        ask(desk, **{"as": "pdf"})

    assert query_count(desk, FILES) == one


@pytest.mark.usefixtures("worker_makes_all")
@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_long_list_asked_for_by_its_address_is_offered_to_be_made_without_waiting(
    desk: Client, lahore: Event, kind: str
) -> None:
    register(lahore, "Aisha", state=RegistrationState.WAITING)

    answer = desk.get(f"{LIST[:-1]}.{kind}?state=waiting")

    shown = answer.content.decode()
    assert answer.status_code == 413
    assert (ListFile.objects.count(), AuditEntry.objects.count()) == (0, 0)
    assert f'method="post" action="{FILES}"' in shown
    assert '<input type="hidden" name="state" value="waiting">' in shown
    assert f'name="as" value="{kind}"' in shown
    page = ask(desk, **{"as": kind, "state": "waiting"})
    assert make_next_file(clock=timezone.now)
    fetched(desk, f"{page}file/")
    assert AuditEntry.objects.count() == 1


def test_file_whose_key_is_gone_is_not_there(
    desk: Client, lahore: Event, settings: Settings
) -> None:
    register(lahore)
    path = ask(desk, **{"as": "pdf"})
    former = settings.SECRET_KEY
    settings.SECRET_KEY = "another" * 10
    # The session holds by the old key, the file is read by the new one alone.
    settings.SECRET_KEY_FALLBACKS = [former]
    fetched(desk, path)
    ListFilePart.objects.update(content=b"of another key, long ago")

    assert desk.get(path).status_code == 404
