"""The yearly report: the open data's numbers, what took place, both languages, drawn once."""

import datetime
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation
from pypdf import PdfReader
from pytest_django import Settings

from campaigns.models import Campaign, Organisation
from documents.reports import Report, ReportTable
from events.enums import EventState
from events.models import Event
from events.tallying.services import refresh_tallies
from events.yearly.lists import yearly_report
from events.yearly.selectors import year_facts
from tests.campaigns.builders import add_counted
from tests.documents.pages import glyph_numbers
from tests.events.builders import make_campaign
from tests.events.registration.builders import NOW
from tests.events.tallying.builders import held, the_year
from tests.journeys.foreign_words import foreign_words_of_text
from urdu.isolation import isolate_runs_text

pytestmark = pytest.mark.django_db
PDF = "/{}/impact/2027/report.pdf"
AFTERWARDS = datetime.datetime(2028, 1, 1, 12, 0, tzinfo=datetime.UTC)
# The address of the site, a command, a licence: the same in every language.
LATIN = frozenset({"CC", "BY"})


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture
def year() -> Campaign:
    """A year with large and small events and cities, one event cancelled, an earlier year."""
    held("seminar-a", people=1240, headcount=1300)
    held("seminar-b", "karachi", people=9)
    held("seminar-c", "multan", people=12)
    cancelled = held("seminar-d", "multan")
    cancelled.schedule.state = EventState.CANCELLED
    cancelled.schedule.save()
    for slug, count in (("lahore", 21), ("karachi", 14), ("multan", 3)):
        add_counted(the_year(), slug, count)
    make_campaign(2022)
    refresh_tallies(now=NOW)
    return the_year()


def told(language: str = "en", *, year: int = 2027, now: datetime.datetime = NOW) -> Report:
    """Return what the report of a year says."""
    with translation.override(language):
        facts = year_facts(year, language)
        assert facts is not None
        return yearly_report(facts, language=language, now=now)


def table_of(report: Report, heading: str) -> ReportTable:
    """Return the table of one section."""
    table = next(one for one in report.sections if one.heading == heading).table
    assert table is not None
    return table


def words_of(thing: Any) -> list[str]:
    """Return every text in a report, however deep."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, list | tuple):
        return [word for one in thing for word in words_of(one)]
    names = getattr(thing, "__slots__", ())
    return [word for name in names for word in words_of(getattr(thing, name))]


def as_numbers(values: list[int | None]) -> list[str]:
    """Return numbers as the report writes them."""
    return ["–" if value is None else f"{value:,}" for value in values]


def test_report_tells_the_numbers_of_the_open_data(client: Client, year: Campaign) -> None:
    found = json.loads(client.get("/open-data/campaigns/2027.json").content)

    report = told()

    figures = next(one for one in report.sections if one.heading == "The year in numbers").figures
    totals = as_numbers(list(found["totals"].values()))
    assert [figure.number or "–" for figure in figures] == totals
    cities = {row[0]: list(row[1:]) for row in table_of(report, "City by city").rows}
    expected = {
        city["name"]["en"]: as_numbers(list(city["figures"].values())) for city in found["cities"]
    }
    others = [found["other_cities"].get(name) for name in found["totals"]]
    assert cities == {**expected, "Other cities": as_numbers(others)}
    years = {row[0]: list(row[1:]) for row in table_of(report, "Year against year").rows}
    assert years["2027"] == totals


def test_report_prints_the_numbers_it_tells(client: Client, year: Campaign) -> None:
    with time_machine.travel(NOW, tick=False):
        answer = client.get(PDF.format("en"))

    pages = [page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages]
    assert answer["Content-Type"] == "application/pdf"
    assert 4 <= len(pages) <= 8
    assert [number for number in ("1,252", "1,300", "38") if number not in pages[0]] == []
    assert "1,240" in "".join(pages)


@pytest.mark.parametrize("language", ["ur", "en"])
def test_report_has_every_glyph_and_sets_no_cookie(
    client: Client, year: Campaign, language: str
) -> None:
    answer = client.get(PDF.format(language))

    assert 0 not in set(glyph_numbers(answer.content))
    assert answer["Content-Language"] == language
    assert f"hamqadam-2027-{language}.pdf" in answer["Content-Disposition"]
    assert "public" in answer["Cache-Control"]
    assert not client.cookies


def test_urdu_report_is_wholly_urdu(year: Campaign) -> None:
    Organisation.objects.create(slug="a", name_en="A", name_ur="ادارہ", is_in_network=True)

    report = told("ur")

    addresses = {report.address, report.link, report.language}
    for section in report.sections:
        addresses |= {passage.address for passage in section.passages}
    words = [word for word in words_of(report) if word not in addresses]
    patterns = [word % {"page": 1, "total": 2} if "%(page)d" in word else word for word in words]
    foreign = [one for word in patterns for one in foreign_words_of_text(word, "ur")]
    assert [one for one in foreign if one not in LATIN] == []
    assert isolate_runs_text(report.state) != report.state


def test_report_says_whether_the_year_is_over(year: Campaign) -> None:
    assert told().state.startswith("The year so far, as of ")
    assert told(now=AFTERWARDS).state.startswith("As of ")


def test_report_lists_events_with_day_and_state_and_who_held_them(year: Campaign) -> None:
    lead, partner, absent = (
        Organisation.objects.create(slug=name.lower(), name_en=name, name_ur="ادارہ")
        for name in ("Lead", "Partner", "Absent")
    )
    event = Event.objects.get(slug="seminar-a")
    event.lead_organiser = lead
    event.partners.add(partner)
    event.save()
    Event.objects.filter(slug="seminar-d").update(lead_organiser=absent)

    report = told(now=AFTERWARDS)

    assert [list(row) for row in table_of(report, "The events").rows] == [
        ["Friday, 30 July 2027", "Seminar, Karachi", "Karachi", "Has taken place"],
        ["Friday, 30 July 2027", "Seminar, Lahore", "Lahore", "Has taken place"],
        ["Friday, 30 July 2027", "Seminar, Multan", "Multan", "Has taken place"],
        ["Was planned for Friday, 30 July 2027", "Seminar, Multan", "Multan", "Cancelled"],
    ]
    section = next(one for one in report.sections if one.heading == "The organisations")
    assert [(one.heading, one.words) for one in section.passages] == [
        ("Behind this year’s events", "Lead, Partner")
    ]


def test_report_of_a_year_without_events_says_so(client: Client, year: Campaign) -> None:
    report = told(year=2022, now=AFTERWARDS)

    events = next(one for one in report.sections if one.heading == "The events")
    assert (events.table, list(events.words)) == (None, ["No event of this year is published."])
    assert client.get("/ur/impact/2022/report.pdf").status_code == 200


def test_report_before_the_first_count_says_so(client: Client) -> None:
    make_campaign(2027)

    assert told().state == "Nothing has been counted yet."
    assert client.get(PDF.format("en")).status_code == 200


def test_report_is_drawn_once_until_a_number_changes(
    client: Client, year: Campaign, tmp_path: Path
) -> None:
    def drawn() -> int:
        with time_machine.travel(NOW, tick=False):
            client.get(PDF.format("ur"))
        return len(list((tmp_path / "reports").glob("*.pdf")))

    assert [drawn(), drawn()] == [1, 1]
    add_counted(year, "lahore", 1)
    refresh_tallies(now=NOW)
    assert drawn() == 2


def test_report_of_an_unknown_year_is_404(client: Client, year: Campaign) -> None:
    assert client.get("/ur/impact/1999/report.pdf").status_code == 404
