"""The log can be read, narrowed and taken away, and reading it is in it."""

import csv
import io
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import User
from events.models import Event
from events.prints.enums import PrintSheet
from events.staff.lists import kind_words
from participants.models import AuditEntry
from participants.services import log_deed
from tests.events.desk.builders import make_event
from tests.events.staff.conftest import browser_of

LOG = "/en/desk/log/"


@pytest.fixture
def busy(lahore: Event, karachi: Event, director: User, organiser: User) -> Client:
    """Return the director's browser after an organiser read a list and was suspended."""
    desk, office = browser_of(organiser), browser_of(director)
    desk.get(f"/en/desk/events/{lahore.slug}/attendees/?q=عائشہ", follow=True)
    list(desk.get(f"/en/desk/events/{lahore.slug}/attendees.csv"))
    office.get(f"/en/desk/events/{karachi.slug}/attendees/")
    office.post(f"/en/desk/people/{organiser.pk}/do/account-suspended/")
    return office


def kinds(page: str) -> list[str]:
    """Return what was done, line by line."""

    return [
        " ".join(re.sub(r"<[^>]+>", "", found).split())
        for found in re.findall(r'log-line__what">(.*?)</p>', page, re.S)
    ]


def test_log_says_who_did_what_newest_first(busy: Client) -> None:
    page = busy.get(LOG).content.decode()

    assert kinds(page) == [
        "Account suspended · Changed",
        "Attendee list · Seen",
        "Attendee list · Taken as a file",
        "Attendee list · Seen",
    ]
    assert "organiser-lahore" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4),
        ("kind=attendees", 3),
        ("event=walk-karachi-2099", 1),
        ("first=2000-01-01&last=2000-01-02", 0),
        ("kind=nonsense&event=%00&who=x&first=x&last=9999-99-99", 4),
    ],
)
def test_log_is_narrowed_as_asked(busy: Client, query: str, count: int) -> None:
    assert len(kinds(busy.get(f"{LOG}?{query}").content.decode())) == count


def test_log_is_narrowed_by_who(busy: Client, organiser: User) -> None:
    page = busy.get(f"{LOG}?who={organiser.pk}").content.decode()

    assert len(kinds(page)) == 2


def test_reading_the_log_is_in_the_log(busy: Client, director: User) -> None:
    busy.get(LOG)

    entry = AuditEntry.objects.first()
    assert entry is not None
    assert (entry.kind, entry.action, entry.actor) == ("log", "view", director)


def test_sheet_of_the_log_is_logged_before_its_first_byte(busy: Client) -> None:
    response = busy.get("/en/desk/log.csv")
    logged = AuditEntry.objects.filter(kind="log", action="export").count()
    rows = list(csv.reader(io.StringIO(b"".join(response).decode("utf-8-sig"))))

    assert logged == 1
    assert rows[0] == [
        "Time", "Who", "What was done", "With what", "Event", "Account", "Columns", "Rows",
    ]  # fmt: skip
    assert [row[3] for row in rows[2:]] == [
        "Account suspended",
        "Attendee list",
        "Attendee list",
        "Attendee list",
    ]


def test_log_holds_nothing_that_was_searched_for(busy: Client) -> None:
    assert "عائشہ" not in busy.get(LOG).content.decode()


def test_log_is_in_urdu_where_urdu_is_read(busy: Client) -> None:
    page = busy.get("/ur/desk/log/").content.decode()

    assert kinds(page)[0].startswith("اکاؤنٹ معطل ہوا")


def kinds_in_the_log() -> set[str]:
    """Return every kind of list or deed that events write down, as the source names them."""
    named = re.compile(r"^[A-Z_]*KIND = \"([a-z-]+)\"$|^ +kind=\"([a-z-]+)\",$", re.MULTILINE)
    texts = [file.read_text(encoding="utf-8") for file in Path("events").rglob("*.py")]
    constants = {one or other for text in texts for one, other in named.findall(text)}
    return constants | {f"print-{sheet.value}" for sheet in PrintSheet}


def test_every_kind_stands_in_words() -> None:
    kinds = kinds_in_the_log()

    assert {"attendees", "gate-search", "print-badges", "log"} <= kinds
    assert sorted(kind for kind in kinds if kind_words(kind)[1]) == []


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Awareness walk, Karachi · Sunday, 2 August 2099"),
        ("ur", "آگاہی واک، کراچی · اتوار، 2 اگست 2099"),
    ],
)
def test_log_names_events_by_their_title_and_day(busy: Client, language: str, name: str) -> None:
    page = busy.get(LOG.replace("/en/", f"/{language}/")).content.decode()
    sheet = b"".join(busy.get(f"/{language}/desk/log.csv")).decode()

    assert name in sheet
    assert ">walk-karachi-2099<" not in page
    assert re.findall(r'value="walk-karachi-2099"[^>]*>([^<]*)<', page) == [name]
    shown = re.sub(r"<[^>]+>", "", "".join(re.findall(r"log-line__who.*?</p>", page, re.S)))
    assert name in shown


def test_what_became_of_a_deleted_event_stays_in_the_log_as_its_code(
    busy: Client, karachi: Event
) -> None:
    karachi.delete()

    assert ">walk-karachi-2099<" in busy.get(LOG).content.decode()


def test_page_of_the_log_costs_the_same_queries_for_many_events(
    busy: Client, lahore: Event, director: User
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            busy.get(LOG)
        return len(captured)

    cost()
    before = cost()
    for number in range(10):
        make_event("lahore", slug=f"walk-{number}")
        log_deed(
            actor_id=director.pk,
            kind="gate-let-in",
            subject=f"walk-{number}",
            row_count=3,
            now=timezone.now(),
        )

    assert cost() == before
