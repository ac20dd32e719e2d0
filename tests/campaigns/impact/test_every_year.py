"""Of every year of the demonstration: files as the schema says, the report with their numbers."""

import csv
import json
import re
import urllib.request
from io import BytesIO, StringIO
from typing import Any

import pytest
from pypdf import PdfReader

from campaigns.impact.lists.open_data import COLUMNS
from tests.campaigns.impact.json_schema import faults
from tests.served_site import ServedSite

pytestmark = pytest.mark.look
FEWEST_YEARS, FEWEST_PAGES, MOST_PAGES = 5, 4, 8


def fetched(site: ServedSite, path: str) -> bytes:
    """Return what a reader gets."""
    with urllib.request.urlopen(site.url + path, timeout=120) as answer:  # noqa: S310
        body: bytes = answer.read()
    return body


def years_of(site: ServedSite) -> list[str]:
    """Return the years the results page leads to."""
    page = fetched(site, "/en/impact/").decode()
    return sorted(set(re.findall(r'href="/en/impact/(\d{4})/"', page)))


def numbers_of(found: Any) -> dict[tuple[str, str], str]:
    """Return the numbers of a year's document by city and measure, as a sheet writes them."""
    told = {("all-cities", name): value for name, value in found["totals"].items()}
    for city in found["cities"]:
        told |= {(city["slug"], name): value for name, value in city["figures"].items()}
    told |= {
        ("other-cities", name): value for name, value in found["other_cities"].items() if value
    }
    return {cell: "" if value is None else str(value) for cell, value in told.items()}


def test_files_and_report_of_every_year_agree(demo_site: ServedSite) -> None:
    schema = json.loads(fetched(demo_site, "/open-data/campaign.schema.json"))
    years = years_of(demo_site)
    assert len(years) >= FEWEST_YEARS

    for year in years:
        found = json.loads(fetched(demo_site, f"/open-data/campaigns/{year}.json"))
        sheet = fetched(demo_site, f"/open-data/campaigns/{year}.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(sheet)))
        pages = PdfReader(BytesIO(fetched(demo_site, f"/en/impact/{year}/report.pdf"))).pages
        printed = " ".join(page.extract_text() for page in pages)

        assert faults(found, schema) == [], year
        assert tuple(rows[0]) == COLUMNS
        assert {row["year"] for row in rows} == {year}
        assert {(row["measure"], row["unit"]) for row in rows} == {
            (name, measure["unit"]) for name, measure in found["measures"].items()
        }
        assert {(row["city"], row["measure"]): row["value"] for row in rows} == numbers_of(found)
        assert FEWEST_PAGES <= len(pages) <= MOST_PAGES
        told = {f"{value:,}" for value in found["totals"].values() if value is not None}
        assert [number for number in told if number not in printed] == []
