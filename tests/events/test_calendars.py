"""Calendar files and feeds, read back by a line reader that shares nothing with the writer."""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from events.calendars import calendar_of
from events.enums import DatePrecision, EventState
from events.models import Event, Schedule
from tests.events.builders import hours, make_campaign, make_event
from tests.events.registration.builders import NOW, WALK_DAY, make_walk, register

pytestmark = pytest.mark.django_db
_ESCAPE = re.compile(r"\\(.)")


@dataclass
class Component:
    """One BEGIN…END block: its properties with their parameters, and what stands inside."""

    name: str
    properties: dict[str, tuple[str, str]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        """Return the text of a property."""
        text = self.properties[name][1]
        return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)

    def all(self, name: str) -> list["Component"]:
        """Return the parts of a name."""
        return [part for part in self.parts if part.name == name]


def parse(body: bytes) -> Component:
    """Read a calendar by RFC 5545: CRLF lines of at most 75 bytes, folded by a space."""
    assert body.endswith(b"\r\n")
    lines = body[:-2].split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in body.replace(b"\r\n", b"")
    unfolded = body.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    stack = [Component("")]
    for line in unfolded:
        head, text = line.split(":", 1)
        name, _, parameters = head.partition(";")
        if name == "BEGIN":
            stack.append(Component(text))
        elif name == "END":
            done = stack.pop()
            assert done.name == text
            stack[-1].parts.append(done)
        else:
            stack[-1].properties[name] = (parameters, text)
    (calendar,) = stack[0].parts
    return calendar


def feed(client: Client, query: str = "", language: str = "en") -> Component:
    """Return the feed as a calendar program reads it."""
    response = client.get(f"/{language}/events/feed.ics{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return parse(response.content)


def summaries(calendar: Component) -> list[str]:
    """Return what the entries are called, in order."""
    return [entry.value("SUMMARY") for entry in calendar.all("VEVENT")]


def test_an_event_with_hours_stands_in_pakistan_time(client: Client) -> None:
    walk = make_walk()

    response = client.get("/en/events/walk-lahore-2027/event.ics")

    calendar = parse(response.content)
    (entry,) = calendar.all("VEVENT")
    (zone,) = calendar.all("VTIMEZONE")
    assert entry.properties["DTSTART"] == ("TZID=Asia/Karachi", "20270801T070000")
    assert entry.properties["DTEND"] == ("TZID=Asia/Karachi", "20270801T090000")
    assert zone.value("TZID") == "Asia/Karachi"
    assert zone.all("STANDARD")[0].value("TZOFFSETTO") == "+0500"
    assert entry.value("UID") == f"event-{walk.pk}@127.0.0.1"
    assert entry.value("LOCATION") == "Main gate, Nasir Bagh, Lahore"
    assert entry.value("STATUS") == "CONFIRMED"
    assert 'filename="walk-lahore-2027.ics"' in response["Content-Disposition"]


def test_a_day_without_hours_is_a_whole_day(client: Client) -> None:
    make_event("seminar", WALK_DAY)

    (entry,) = feed(client).all("VEVENT")

    assert entry.properties["DTSTART"] == ("VALUE=DATE", "20270801")
    assert entry.properties["DTEND"] == ("VALUE=DATE", "20270802")


def test_an_hour_without_an_end_has_no_end(client: Client) -> None:
    make_walk(ends_at=None)

    (entry,) = feed(client).all("VEVENT")

    assert "DTEND" not in entry.properties


def test_what_has_no_day_is_in_no_feed_and_has_no_file(client: Client) -> None:
    make_event("month", WALK_DAY.replace(day=1), precision=DatePrecision.MONTH)
    make_event("undated")

    files = [client.get(f"/en/events/{slug}/event.ics") for slug in ("month", "undated")]

    assert feed(client).all("VEVENT") == []
    assert [file.status_code for file in files] == [404, 404]


def test_a_draft_is_in_no_feed_and_has_no_file(client: Client) -> None:
    make_walk()
    Event.objects.update(live=False)

    file = client.get("/en/events/walk-lahore-2027/event.ics")

    assert (feed(client).all("VEVENT"), file.status_code) == ([], 404)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (EventState.CANCELLED, "CANCELLED"),
        (EventState.POSTPONED, "TENTATIVE"),
        (EventState.CLOSED, "CONFIRMED"),
    ],
)
def test_a_change_of_state_keeps_the_entry_and_raises_its_sequence(
    state: EventState, status: str, client: Client
) -> None:
    make_walk()
    (before,) = feed(client).all("VEVENT")
    later = NOW + datetime.timedelta(days=3)
    Schedule.objects.update(state=state, sequence=1, changed_at=later)

    (after,) = feed(client).all("VEVENT")

    assert after.value("UID") == before.value("UID")
    assert (before.value("SEQUENCE"), after.value("SEQUENCE")) == ("0", "1")
    assert after.value("STATUS") == status
    assert after.value("DTSTAMP") == after.value("LAST-MODIFIED") == "20270504T070000Z"


def test_a_feed_read_twice_is_the_same(client: Client) -> None:
    make_walk()
    make_event("seminar", WALK_DAY)

    bodies = {client.get("/ur/events/feed.ics").content for _reading in range(2)}

    assert len(bodies) == 1


def test_a_feed_holds_nobody_and_no_personal_link(client: Client) -> None:
    walk = make_walk()
    registration = register(
        walk, 2, names=("Bilal Ahmed",), email="somebody@example.com", full_name="Kausar Abbas"
    )
    kept_out = ["Kausar", "Bilal", "somebody@", "3331110566", registration.reference, "/my/"]

    bodies = [
        client.get(f"/en/events/{name}").content.decode().replace("\r\n ", "")
        for name in ("feed.ics", "walk-lahore-2027/event.ics")
    ]

    assert [word for word in kept_out for body in bodies if word in body] == []
    assert all("ORGANIZER" not in body and "ATTENDEE" not in body for body in bodies)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ur", ["سیمینار، لاہور", "دو گھنٹے، سوالات کے ساتھ۔", "لاہور"]),
        ("en", ["Seminar, Lahore", "Two hours with questions.", "Lahore"]),
    ],
)
def test_a_feed_speaks_the_language_of_its_address(
    language: str, words: list[str], client: Client
) -> None:
    make_event("seminar", WALK_DAY)

    calendar = feed(client, language=language)

    (entry,) = calendar.all("VEVENT")
    assert [entry.value(name) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")] == words
    assert entry.value("URL").endswith(f"/{language}/events/seminar/")
    assert calendar.value("X-WR-CALNAME").isascii() == (language == "en")


def test_calendar_of_speaks_the_language_it_is_given_whatever_is_active() -> None:
    event = make_event("seminar", WALK_DAY)
    Event.objects.update(is_demonstration=True)
    event.refresh_from_db()

    with translation.override("en"):
        calendar = parse(calendar_of([event], language="ur", title="عنوان"))

    (entry,) = calendar.all("VEVENT")
    assert entry.value("DESCRIPTION").split("\n\n")[1] == "یہ تقریب نمونے کے طور پر دکھائی گئی ہے۔"
    assert "/ur/events/" in entry.value("URL")


def test_awkward_words_come_back_whole(client: Client) -> None:
    make_event("seminar", WALK_DAY)
    title = 'Semi;nar, "Lahore" \\ path: END:VEVENT ' + "آگاہی " * 20
    Event.objects.update(title_en=title.strip())

    (entry,) = feed(client).all("VEVENT")

    assert entry.value("SUMMARY") == title.strip()


def test_a_line_break_in_a_title_adds_no_property(client: Client) -> None:
    make_event("seminar", WALK_DAY)
    Event.objects.update(title_en="Seminar\r\nATTENDEE:mailto:somebody@example.com")

    (entry,) = feed(client).all("VEVENT")

    assert "ATTENDEE" not in entry.properties


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Seminar, Karachi", "Seminar, Lahore", "Awareness walk, Lahore"]),
        ("?city=lahore", ["Seminar, Lahore", "Awareness walk, Lahore"]),
        ("?kind=walk", ["Awareness walk, Lahore"]),
        ("?campaign=2027", ["Seminar, Karachi"]),
        ("?city=lahore&kind=seminar", ["Seminar, Lahore"]),
        ("?city=karachi&kind=walk", []),
        ("?city=atlantis", ["Seminar, Karachi", "Seminar, Lahore", "Awareness walk, Lahore"]),
    ],
)
def test_filters_narrow_the_feed(query: str, found: list[str], client: Client) -> None:
    make_walk()
    make_event("seminar-lahore", WALK_DAY - datetime.timedelta(days=1))
    make_event("seminar-karachi", datetime.date(2027, 6, 1), city="karachi", campaign=2027)

    assert summaries(feed(client, query)) == found


@pytest.mark.parametrize(
    "query",
    [
        "?city=%00&kind=%00&campaign=%00",
        "?city=%FF&kind=%ED%A0%80",
        "?campaign=99999999999999999999",
        "?campaign=-1&city=lahore'--",
        "?campaign=2027.5&kind=Walk",
        "?" + "city=x&" * 500,
        "?city=" + "x" * 5000,
    ],
)
def test_a_filter_nobody_offers_is_no_filter(query: str, client: Client) -> None:
    make_walk()
    make_campaign(2027)

    assert summaries(feed(client, query)) == ["Awareness walk, Lahore"]


@pytest.mark.parametrize("count", [1, 30])
def test_a_feed_costs_the_same_for_any_number(
    count: int, client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        day = WALK_DAY + datetime.timedelta(days=number)
        make_event(f"seminar-{number}", day, **hours(day, 9, 11))

    with django_assert_num_queries(3):
        calendar = feed(client)

    assert len(calendar.all("VEVENT")) == count


def test_a_feed_is_shared_and_sets_no_cookie(client: Client) -> None:
    make_walk()

    response = client.get("/en/events/feed.ics")

    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert client.post("/en/events/feed.ics").status_code == 405
