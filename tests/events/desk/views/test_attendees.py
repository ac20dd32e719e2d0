"""The list on the screen and as a print page."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from directory.models import User
from events.desk.lists.screen import EMPTY_WORDS
from events.enums import RegistrationState
from events.models import Event
from participants.models import AuditEntry
from tests.events.desk import builders
from tests.events.desk.builders import register
from urdu.isolation import raw_runs

LIST = "/ur/desk/events/walk-lahore-2027/attendees/"
PRINT = f"{LIST}print/"
PDF = "/ur/desk/events/walk-lahore-2027/attendees.pdf"
CSV = "/ur/desk/events/walk-lahore-2027/attendees.csv"


def page(client: Client, path: str = LIST, **query: str) -> str:
    """Return a page as text."""
    response = client.get(path, query, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def query_count(client: Client, path: str) -> int:
    """Return how many queries an answer costs to its last byte, the frame's words being known."""
    client.get("/ur/desk/")
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(path)
        assert response.status_code == 200
        b"".join(response) if response.streaming else response.content
    return len(captured)


@pytest.mark.parametrize("path", [LIST, PRINT])
def test_list_shows_name_party_code_and_masked_phone(
    desk: Client, lahore: Event, path: str
) -> None:
    registration = register(lahore, "عائشہ خان", party=("بلال خان", "Sara Khan"))

    shown = page(desk, path)

    for words in (
        "عائشہ خان",
        "<bdi>بلال خان</bdi>، <bdi>Sara Khan</bdi>",
        registration.reference,
        "···· 4567",
    ):
        assert words in shown
    assert "1234567" not in shown


@pytest.mark.parametrize("path", [LIST, PRINT])
def test_numbers_of_the_list_keep_their_order_inside_urdu(
    desk: Client, lahore: Event, path: str
) -> None:
    register(lahore, "عائشہ خان", party=("بلال خان",))

    assert raw_runs(page(desk, path)) == []


@pytest.mark.parametrize("path", [LIST, PRINT])
def test_markup_in_a_name_stays_text(desk: Client, lahore: Event, path: str) -> None:
    register(lahore, "<script>alert(1)</script>", party=("<img src=x>",))

    shown = page(desk, path)

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_list_shows_fifty_a_page_numbered_on(desk: Client, lahore: Event) -> None:
    builders.register_many(lahore, 120)

    second, third = page(desk, page="2"), page(desk, page="3")

    assert (second.count("data-table__row"), third.count("data-table__row")) == (50, 20)
    assert '<bdi dir="ltr" class="num">51</bdi>' in second


def test_list_shows_one_state(desk: Client, lahore: Event) -> None:
    register(lahore, "بلال")
    register(lahore, "یاسمین", state=RegistrationState.WAITING)

    shown = page(desk, state="waiting")

    assert "یاسمین" in shown
    assert "بلال" not in shown


def test_search_and_state_go_with_every_form_of_the_list(desk: Client, lahore: Event) -> None:
    register(lahore, "بلال", state=RegistrationState.WAITING)

    answer = desk.post(LIST, {"q": "بلال", "state": "waiting", "sort": "code"}, follow=True)

    shown, handle = answer.content.decode(), answer.wsgi_request.GET["found"]
    query = f"?found={handle}&amp;state=waiting&amp;sort=code"
    assert f'href="/ur/desk/events/walk-lahore-2027/attendees.csv{query}"' in shown
    for name, value in (("found", handle), ("state", "waiting"), ("sort", "code")):
        # To print, and as a file for a computer.
        assert shown.count(f'<input type="hidden" name="{name}" value="{value}">') == 2


@pytest.mark.parametrize(
    "query",
    [
        "page=%00",
        "page=0",
        "page=-1",
        "page=" + "9" * 5000,
        "page=1e999",
        "page=۲",
        "q=%00",
        "q=%E2%80%AE%D8%A7",
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=" + "a" * 20_000,
        "q='%22%3E%3Cscript%3E",
        "state=%00",
        "state=everything&sort=random()",
        "sort=-contact__phone",
        "q=a&q=b&page=1&page=2",
    ],
)
@pytest.mark.parametrize("path", [LIST, PRINT, PDF, CSV])
def test_bad_query_is_answered_with_a_list(
    desk: Client, lahore: Event, path: str, query: str
) -> None:
    register(lahore)

    response = desk.get(f"{path}?{query}", follow=True)

    answer = b"".join(response) if response.streaming else response.content
    assert response.status_code == 200
    assert b"\x00" not in answer or path == PDF
    assert b"<script>" not in answer


def test_empty_list_says_what_comes_next(desk: Client, lahore: Event) -> None:
    english = LIST.replace("/ur/", "/en/")

    assert "Nobody is on this list yet" in page(desk, english)
    assert "Nothing found" in page(desk, english, q="nobody")


@pytest.mark.parametrize("state", RegistrationState.values)
def test_empty_list_of_a_state_speaks_of_that_state(
    desk: Client, lahore: Event, state: str
) -> None:
    with translation.override("en"):
        said = {state.value: [str(part) for part in words] for state, words in EMPTY_WORDS.items()}

    shown = page(desk, LIST.replace("/ur/", "/en/"), state=state)

    assert [part in shown for part in said.pop(state)] == [True, True]
    assert [words for words in said.values() if words[0] in shown] == []


def test_print_page_has_boxes_blank_rows_and_what_stands_on_every_sheet(
    desk: Client, lahore: Event, organiser: User
) -> None:
    register(lahore, "عائشہ خان")

    shown = page(desk, PRINT.replace("/ur/", "/en/"))

    assert shown.count("paper-table__row--blank") == 20
    assert shown.count("paper-table__box--tick") == 1
    assert shown.count("paper-table__box--signature") == 1
    assert "Awareness walk, Lahore · Sunday, 1 August 2027" in shown
    assert "For organisers only. Destroy after the event." in shown
    assert organiser.username in shown


@pytest.mark.parametrize("path", [PRINT, PDF])
def test_list_too_long_for_paper_says_what_to_do(
    desk: Client, lahore: Event, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("events.desk.views.attendees.LONGEST_PAPER_LIST", 2)
    monkeypatch.setattr("events.desk.views.files.LONGEST_PAPER_LIST", 2)
    builders.register_many(lahore, 3)

    response = desk.get(path)

    assert response.status_code == 413
    assert CSV in response.content.decode()
    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("path", "action", "row_count"), [(LIST, "view", 50), (PRINT, "print", 60)]
)
def test_list_leaves_a_line_in_the_log_without_names_or_search(
    desk: Client, lahore: Event, organiser: User, path: str, action: str, row_count: int
) -> None:
    builders.register_many(lahore, 60)

    page(desk, path, q="ام")

    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.action, entry.kind) == (organiser, action, "attendees")
    assert (entry.subject, entry.row_count) == (lahore.slug, row_count)
    assert "phone_last_four" in entry.columns
    assert "phone" not in entry.columns


def test_no_other_page_writes_to_the_log(desk: Client, lahore: Event, karachi: Event) -> None:
    for path in ("", "events/walk-lahore-2027/", "events/walk-karachi-2027/attendees/"):
        desk.get(f"/ur/desk/{path}")

    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize("path", ["/ur/desk/events/walk-lahore-2027/", LIST, PRINT, PDF, CSV])
def test_list_costs_the_same_queries_for_one_row_and_for_thirty(
    desk: Client, lahore: Event, path: str
) -> None:
    register(lahore, party=("بلال",))
    one = query_count(desk, path)
    for number in range(29):
        register(lahore, f"نام {number}", party=("الف", "ب"))

    assert query_count(desk, path) == one


def test_my_events_cost_the_same_queries_for_one_and_for_thirty(
    desk: Client, lahore: Event, organiser: User
) -> None:
    one = query_count(desk, "/ur/desk/")
    for number in range(29):
        event = builders.make_event("lahore", slug=f"walk-{number}")
        event.roles.create(user=organiser, role="organiser")

    assert query_count(desk, "/ur/desk/") == one


def test_times_are_of_karachi(desk: Client, lahore: Event) -> None:
    register(lahore, at=datetime.datetime(2027, 7, 1, 20, 30, tzinfo=datetime.UTC))

    shown = page(desk, LIST.replace("/ur/", "/en/"))

    assert "Friday, 2 July 2027" in shown
    assert "1:30" in shown
