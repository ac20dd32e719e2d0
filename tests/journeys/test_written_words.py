"""What leaves the site, as mail, sheet or paper, speaks one language only."""

import csv
import email
import email.policy
import io
import re
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
import requests
from bs4 import BeautifulSoup

from tests.databases import DEMO_PASSWORD
from tests.documents.pages import texts_of
from tests.journeys.foreign_words import foreign_words, foreign_words_of_text
from tests.lending import Lender
from tests.served_site import PATIENCE_SECONDS, ServedSite
from urdu.isolation import isolate_runs_text, raw_runs

pytestmark = pytest.mark.look
LIST = "desk/events/walk-lahore-2027/attendees"
# What people typed and what the machine made: a name, codes, addresses.
NAMES = {"ur": "کوثر پروین", "en": "James Masih"}
MAIL_KINDS = 3
# As Django's file backend writes them.
BETWEEN_MAILS = b"-" * 79 + b"\n"
# Codes and addresses, which are in Latin letters for everybody.
MADE = re.compile(r"LHE-[0-9A-Z]{5}|\S+@\S+")
# Shorter ones may be what is left of an Urdu ligature when a PDF is read back.
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
both_languages = pytest.mark.parametrize("language", ["ur", "en"])


@pytest.fixture(scope="module")
def site(lender: Lender) -> Iterator[ServedSite]:
    """Serve a demonstration whose outbox these tests empty."""
    with lender.lend("demonstration") as site:
        yield site


class Visitor:
    """Somebody who fills in forms of the site."""

    def __init__(self, site: ServedSite, language: str) -> None:
        self._browser = requests.Session()
        self._root = f"{site.url}/{language}/"

    def get(self, path: str) -> requests.Response:
        """Return the answer of an address below /L/."""
        return self._browser.get(self._root + path, timeout=PATIENCE_SECONDS)

    def post(self, path: str, **fields: str) -> requests.Response:
        """Fill in the form of an address and send it, hidden fields included."""
        page = BeautifulSoup(self.get(path).text, "html.parser")
        hidden = {
            str(field["name"]): str(field.get("value", ""))
            for field in page.select("main form [type=hidden]")
        }
        return self._browser.post(self._root + path, data=hidden | fields, timeout=PATIENCE_SECONDS)


@pytest.fixture(scope="module")
def mails(site: ServedSite) -> list[EmailMessage]:
    """Return every mail to somebody who, in each language, registers, cancels and pledges."""
    references = {language: _register(site, language) for language in NAMES}
    # Sent before the cancelling, which takes back what still waits.
    site.manage("work", "--once")
    for language, (visitor, reference) in references.items():
        visitor.post(f"my/r/{reference}/cancel/")
        visitor.post("pledge/", city="lahore", **_person(language))
    site.manage("work", "--once")
    raws = [
        raw.strip()
        for file in sorted((site.folder / "outbox").iterdir())
        for raw in file.read_bytes().split(BETWEEN_MAILS)
    ]
    read = [email.message_from_bytes(raw, policy=email.policy.default) for raw in raws if raw]
    return [one for one in read if isinstance(one, EmailMessage)]


def _person(language: str) -> dict[str, str]:
    return {
        "full_name": NAMES[language],
        "phone": "0300-1234567",
        "email": f"{language}@example.org",
        "consent": "on",
        "confirmed": "1",
    }


def _register(site: ServedSite, language: str) -> tuple[Visitor, str]:
    """Register somebody, and return who may open the own page, and its reference."""
    visitor = Visitor(site, language)
    own = visitor.post("events/walk-lahore-2027/register/", party_size="3", **_person(language))
    return visitor, own.url.rstrip("/").rsplit("/", 1)[1]


def _said(text: str, language: str) -> list[str]:
    """Return the words of the other language in plain text, what the machine made aside."""
    return foreign_words_of_text(MADE.sub(" ", text), language)


@both_languages
def test_mail_speaks_the_language_of_whoever_asked_for_it(
    mails: list[EmailMessage], language: str
) -> None:
    own = [one for one in mails if one["To"] == f"{language}@example.org"]

    assert len(own) == MAIL_KINDS
    for mail in own:
        plain, rich = mail.get_body(("plain",)), mail.get_body(("html",))
        assert plain is not None
        assert rich is not None
        words, html = str(plain.get_content()), str(rich.get_content())
        assert _said(str(mail["Subject"]), language) == []
        assert _said(words, language) == []
        assert foreign_words(MADE.sub(" ", html), language) == []
        if language == "ur":
            assert raw_runs(html) == []
            # A web address stands on a line of its own, without marks that would break it.
            prose = re.sub(r"^http\S+$", "", words, flags=re.MULTILINE)
            assert isolate_runs_text(prose) == prose


def test_mail_names_nothing_on_a_locked_screen(mails: list[EmailMessage]) -> None:
    seen = {str(one["Subject"]) for one in mails} | {str(one["From"]) for one in mails}

    telling = ("اسمگلنگ", "مشقت", "trafficking", "labour", "slavery")
    assert [word for word in telling for one in seen if word in one.lower()] == []


@both_languages
def test_sheet_and_paper_are_headed_in_one_language(site: ServedSite, language: str) -> None:
    organiser = Visitor(site, language)
    organiser.post("desk/", username="organiser-lahore", password=DEMO_PASSWORD)

    sheet = organiser.get(f"{LIST}.csv")
    paper = organiser.get(f"{LIST}/print/")

    headings = next(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    page = BeautifulSoup(paper.text, "html.parser")
    for row in page.select("tbody"):
        row.decompose()
    assert foreign_words_of_text(" ".join(headings), language) == []
    assert [w for w in foreign_words(str(page), language) if w not in ("organiser", "lahore")] == []
    assert language == "en" or raw_runs(paper.text) == []


def test_paper_in_urdu_prints_only_names_and_codes_in_latin_letters(site: ServedSite) -> None:
    organiser = Visitor(site, "ur")
    organiser.post("desk/", username="organiser-lahore", password=DEMO_PASSWORD)
    typed = LATIN_WORD.findall(organiser.get(f"{LIST}.csv").content.decode())

    text = " ".join(texts_of(organiser.get(f"{LIST}.pdf").content))

    printed = LATIN_WORD.findall(text.replace("LHE", " LHE"))
    assert len(printed) > 120
    assert set(printed) - set(typed) - {"organiser", "lahore"} == set()
