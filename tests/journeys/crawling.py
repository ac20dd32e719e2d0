"""Reads every address a reader can reach, and those of the contract that no link leads to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urldefrag, urljoin, urlsplit

import requests
from bs4 import BeautifulSoup

from tests.served_site import PATIENCE_SECONDS

LANGUAGES = ("ur", "en")
# Addresses below /L/ that nothing links to, or only a form leads to.
UNLINKED = (
    "",
    "help/",
    "events/?city=lahore&kind=walk",
    "events/?campaign=2022&page=1",
    "events/?city=jhelum&kind=seminar",
    "events/feed.ics?city=lahore&campaign=2027",
    "pledge/",
    "pledge/card/",
    "desk/",
    "forward/home/",
    "forward/events/walk-lahore-2027/",
    "forward/help/",
)
# What is documented to answer otherwise than with 200.
DOCUMENTED = {
    "leave/": 302,
    "events/walk-islamabad-2027/register/": 409,
    "events/walk-multan-2027/register/": 409,
    "events/walk-lahore-2022/register/": 409,
    "events/no-such-walk/": 404,
    "my/no-such-token/": 404,
    "my/r/LHE-7K2QF/": 404,
    "nowhere/": 404,
}
# Two choices at once give every pair of them. All pairs are for the drill; each choice is met here.
CHOICES = {"city", "province", "need", "kind", "campaign"}
PAIRED_WITH = {"city=lahore", "province=sindh", "need=women"}
# Attributes of a tag that lead on.
_LEADS = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "srcset"}
# What every page has one of, made by one view: a few stand in UNLINKED, and pictures are walked
# by tests/site_pages/views/test_sharing.py, since drawing them all would take minutes. What stands
# in partners’ frames, and what programs ask for it, is no page of the tree: test_embeds.py.
_APART = re.compile(r"/(ur|en)/(forward|share)/|/embed/|/oembed")


@dataclass(frozen=True)
class Answer:
    """What one address answered; `address` begins after the host."""

    address: str
    status: int
    headers: dict[str, str]
    text: str
    found_on: str

    @property
    def is_page(self) -> bool:
        """Whether it is HTML."""
        return self.headers.get("content-type", "").startswith("text/html") and bool(self.text)

    @property
    def language(self) -> str:
        """Return the language of the address."""
        return "en" if self.address.startswith("/en/") else "ur"

    @cached_property
    def soup(self) -> BeautifulSoup:
        """Return the page as a tree."""
        return BeautifulSoup(self.text, "html.parser")

    def leads(self, root: str) -> Iterator[str]:
        """Yield the addresses of this site that the page leads to, fragments cut off."""
        for tag, attribute in _LEADS.items():
            for element in self.soup.find_all(tag, attrs={attribute: True}):
                for one in addresses_in(str(element[attribute]), attribute):
                    target = urldefrag(urljoin(root + self.address, one))[0]
                    if target.startswith(f"{root}/") and not _APART.match(target, len(root)):
                        yield target.removeprefix(root)


def addresses_in(value: str, attribute: str) -> list[str]:
    """Return what an attribute names: a srcset several pictures, each with its width after it."""
    return [one.split()[0] for one in value.split(",")] if attribute == "srcset" else [value]


def is_met(address: str) -> bool:
    """Tell whether an address makes no pair of choices, or one with the choice that is sampled."""
    made = set(urlsplit(address).query.split("&"))
    chosen = [one for one in made if one.partition("=")[0] in CHOICES]
    return len(chosen) < 2 or bool(PAIRED_WITH & made)


def reader() -> requests.Session:
    """Return a browser that keeps its connection and no cookie."""
    session = requests.Session()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return session


@dataclass
class Crawl:
    """Everything reachable, by address."""

    root: str
    answers: dict[str, Answer] = field(default_factory=dict)
    session: requests.Session = field(default_factory=reader)

    @classmethod
    def of(cls, root: str, *, has_every_pair: bool = False) -> "Crawl":
        """Follow every link from the first pages until nothing new turns up."""
        crawl = cls(root)
        waiting = [(f"/{one}/{path}", "") for one in LANGUAGES for path in (*UNLINKED, *DOCUMENTED)]
        crawl.follow(waiting, lambda lead: has_every_pair or is_met(lead))
        return crawl

    def follow(self, waiting: list[tuple[str, str]], is_wanted: Callable[[str], bool]) -> None:
        """Ask for addresses, each with where it was found, and for all wanted ones they lead to."""
        while waiting:
            address, found_on = waiting.pop(0)
            if address not in self.answers:
                answer = self.answers[address] = self._ask(address, found_on)
                if answer.is_page:
                    leads = {lead for lead in answer.leads(self.root) if is_wanted(lead)}
                    waiting += [(lead, address) for lead in sorted(leads)]

    def _ask(self, address: str, found_on: str) -> Answer:
        response = self.session.get(
            self.root + address, allow_redirects=False, timeout=PATIENCE_SECONDS
        )
        kind = response.headers.get("content-type", "")
        is_text = kind.startswith("text/")
        headers = {name.lower(): value for name, value in response.headers.items()}
        text = response.content.decode() if is_text else ""
        return Answer(address, response.status_code, headers, text, found_on)

    def pages(self, language: str | None = None) -> list[Answer]:
        """Return the HTML answers, error pages included."""
        found = [one for one in self.answers.values() if one.is_page]
        return [one for one in found if language in (None, one.language)]

    def calendars(self, language: str) -> list[Answer]:
        """Return the calendar files of a language."""
        path = re.compile(rf"/{language}/.*\.ics")
        return [one for address, one in self.answers.items() if path.match(address)]
