"""Pages of readers, of those who registered and of staff are valid HTML; the validator says so."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import requests
from bs4 import BeautifulSoup

from tests.databases import DEMO_PASSWORD
from tests.journeys.crawling import LANGUAGES, Answer, Crawl
from tests.judges import validator
from tests.served_site import PATIENCE_SECONDS, ServedSite

# The validator is a large program in Java: installed for drills and the benchmark only.
pytestmark = pytest.mark.drill
WALK = "walk-lahore-2027"
# Files, and what is drawn or made anew at each look; none of it is HTML.
NO_PAGE = re.compile(r"\.(pdf|png|xlsx|csv|ics|zip|js|css|woff2|svg|webp)\b|/leave/$|/logout/$")
# On telephones our tables become cards, and some readers aloud forget what a cell is when its
# display changes; the roles remind them, where the standard says that they go without saying.
WANTED_ROLES = r".*The “role” attribute must not be used on a “t[dhr]” element.*"
BELOW = re.compile(r"/(ur|en)/(desk|my)/")


def test_pages_of_readers_are_valid(crawl: Crawl, tmp_path: Path) -> None:
    assert _faults(crawl.pages(), tmp_path) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_whoever_registered_are_valid(
    working_site: ServedSite, tmp_path: Path, language: str
) -> None:
    person = {
        "full_name": "کوثر پروین",
        "phone": "0300-7654321",
        "party_size": "3",
        "consent": "on",
    }
    seen = Crawl(working_site.url, session=requests.Session())
    address = f"/{language}/events/{WALK}/register/"

    faulty = _post(seen, address, {})
    check = _post(seen, address, person)
    own = _post(seen, address, person | {"confirmed": "1"})
    seen.follow([(own.url.removeprefix(seen.root), address)], _is_below)

    forms = [
        Answer(f"{address}#{name}", answer.status_code, {}, answer.text, address)
        for name, answer in (("faulty", faulty), ("check", check))
    ]
    assert "/my/r/" in own.url
    assert _faults([*forms, *seen.pages()], tmp_path) == {}


@pytest.mark.parametrize(("who", "language"), [("organiser-lahore", "ur"), ("director", "en")])
def test_pages_of_the_desk_are_valid(
    working_site: ServedSite, tmp_path: Path, language: str, who: str
) -> None:
    seen = Crawl(working_site.url, session=requests.Session())
    desk = f"/{language}/desk/"

    _post(seen, desk, {"username": who, "password": DEMO_PASSWORD})
    # One walk's pages stand for those of all others.
    seen.follow(
        [(desk, "")],
        lambda lead: _is_below(lead) and ("/desk/events/walk-" not in lead or WALK in lead),
    )

    assert len(seen.pages()) > 15
    assert _faults(seen.pages(), tmp_path) == {}


def _is_below(address: str) -> bool:
    return bool(BELOW.match(address)) and not NO_PAGE.search(address)


def _post(seen: Crawl, address: str, fields: dict[str, str]) -> requests.Response:
    """Fill in the form of an address and send it, hidden fields included."""
    page = seen.session.get(seen.root + address, timeout=PATIENCE_SECONDS)
    hidden = {
        str(field["name"]): str(field.get("value", ""))
        for field in BeautifulSoup(page.text, "html.parser").select("main form [type=hidden]")
    }
    return seen.session.post(seen.root + address, data=hidden | fields, timeout=PATIENCE_SECONDS)


def _faults(pages: list[Answer], folder: Path) -> dict[str, list[str]]:
    """Return what the validator finds wrong and where; all pages are read by one process."""
    names = {f"{number}.html": page for number, page in enumerate(pages)}
    for name, page in names.items():
        (folder / name).write_text(page.text, encoding="utf-8")
    command = [
        *validator(), "--errors-only", "--format", "json", "--stdout", "--exit-zero-always",
        "--filterpattern", WANTED_ROLES,
    ]  # fmt: skip
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        address = names[Path(message["url"]).name].address
        found.setdefault(message["message"], []).append(f"{address} {message.get('extract', '')}")
    # Three places of each are enough to find the template.
    return {fault: places[:3] for fault, places in found.items()}
