"""Open data: as its schema says, readable from anywhere, the same numbers as the page."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from campaigns.models import Campaign
from events.tallying.services import refresh_tallies
from tests.campaigns.builders import add_counted
from tests.campaigns.impact.json_schema import faults
from tests.events.registration.builders import NOW
from tests.events.tallying.builders import held, the_year

pytestmark = pytest.mark.django_db
JSON, CSV = "/open-data/campaigns/2027.json", "/open-data/campaigns/2027.csv"
SCHEMA = "/open-data/campaign.schema.json"


@pytest.fixture
def year() -> Campaign:
    """A year with a small event and a small city."""
    held("seminar-a", people=40, headcount=1300)
    held("seminar-b", "karachi", people=9)
    for slug, count in (("lahore", 21), ("karachi", 14), ("multan", 3)):
        add_counted(the_year(), slug, count)
    refresh_tallies(now=NOW)
    return the_year()


def document(client: Client) -> Any:
    """Return the year as JSON."""
    return json.loads(client.get(JSON).content)


@pytest.mark.parametrize("address", [JSON, CSV, SCHEMA])
def test_open_data_may_be_read_and_kept_by_anybody(
    client: Client, year: Campaign, address: str
) -> None:
    answer = client.get(address, headers={"origin": "https://elsewhere.example"})

    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "public" in answer["Cache-Control"]
    assert not client.cookies


def test_json_is_as_its_schema_says(client: Client, year: Campaign) -> None:
    schema = json.loads(client.get(SCHEMA).content)
    found = document(client)

    assert faults(found, schema) == []
    assert found["$schema"].endswith(SCHEMA)
    assert faults({**found, "totals": {"events": "six"}}, schema) != []


def test_json_tells_no_small_number(client: Client, year: Campaign) -> None:
    found = document(client)

    cities = {city["slug"]: city["figures"] for city in found["cities"]}
    assert found["totals"]["attended"] == 40
    assert found["totals"]["pledges"] == 38
    assert found["other_cities"]["pledges"] == 17
    assert cities["karachi"]["attended"] is None
    assert cities["karachi"]["pledges"] is None
    assert cities["lahore"]["estimated"] == 1300
    assert "multan" not in cities
    assert found["estimated_sources"] == ["stewards"]


def test_csv_holds_the_same_numbers_as_json(client: Client, year: Campaign) -> None:
    text = client.get(CSV).content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    found = document(client)

    numbers = {(row["city"], row["measure"]): row["value"] for row in rows}
    expected = {("all-cities", name): value for name, value in found["totals"].items()}
    for city in found["cities"]:
        expected |= {(city["slug"], name): value for name, value in city["figures"].items()}
    expected[("other-cities", "pledges")] = 17
    assert numbers == {key: "" if value is None else str(value) for key, value in expected.items()}


def test_a_year_without_a_campaign_is_404(client: Client) -> None:
    for address in (JSON, CSV, "/ur/impact/2027/"):
        assert client.get(address).status_code == 404
