"""A crowd registering at once: form, check page, confirmation, each over its own connection."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TypeVar

import requests

Result = TypeVar("Result")
ANSWER_SECONDS = 60


@dataclass(frozen=True)
class Party:
    """Who registers, as typed."""

    full_name: str
    phone: str
    party_size: int = 1


@dataclass(frozen=True)
class Answer:
    """What the server said to the confirmation."""

    status: int
    location: str

    @property
    def is_confirmed(self) -> bool:
        """Whether the answer leads to an own page."""
        return self.status == 303 and "/my/r/" in self.location


class _Inputs(HTMLParser):
    """Collects the hidden inputs of a page's one form that is posted."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep name and value of each hidden input."""
        known = dict(attrs)
        if tag == "input" and known.get("type") == "hidden" and known.get("name"):
            self.found[str(known["name"])] = known.get("value") or ""


def hidden_inputs(html: str) -> dict[str, str]:
    """Return the hidden inputs of a page by name."""
    parser = _Inputs()
    parser.feed(html)
    return parser.found


def at_once(count: int, action: Callable[[int], Result]) -> list[Result]:
    """Run an action once per thread, all at the same time, and return what each got."""
    with ThreadPoolExecutor(max_workers=count) as pool:
        return list(pool.map(action, range(count)))


class Visitor:
    """One person with a phone of their own: cookies, connection, form."""

    def __init__(self, site_url: str, slug: str, party: Party, language: str = "ur") -> None:
        self.address = f"{site_url}/{language}/events/{slug}/register/"
        self.party = party
        self.session = requests.Session()
        self.session.headers["Referer"] = self.address
        # While one waits for the others, the server may give up a kept connection.
        self.session.headers["Connection"] = "close"
        self.fields: dict[str, str] = {}

    def reach_check_page(self) -> None:
        """Open the form, fill it in, and stop where only the confirmation is missing."""
        form = self._get()
        typed = {
            "full_name": self.party.full_name,
            "phone": self.party.phone,
            "party_size": str(self.party.party_size),
            "consent": "on",
        }
        first = hidden_inputs(form) | typed
        check = self._post(first)
        check.raise_for_status()
        self.fields = first | hidden_inputs(check.text) | {"confirmed": "1"}

    def confirm(self) -> Answer:
        """Send the confirmation; as often as one likes."""
        response = self._post(self.fields)
        return Answer(response.status_code, response.headers.get("Location", ""))

    def _get(self) -> str:
        response = self.session.get(self.address, timeout=ANSWER_SECONDS)
        response.raise_for_status()
        return response.text

    def _post(self, fields: dict[str, str]) -> requests.Response:
        return self.session.post(
            self.address, data=fields, allow_redirects=False, timeout=ANSWER_SECONDS
        )


def rush(site_url: str, slug: str, parties: Sequence[Party]) -> list[Answer]:
    """Let every party fill in the form in peace, then confirm all in the same instant."""
    start = threading.Barrier(len(parties))

    def register(number: int) -> Answer:
        visitor = Visitor(site_url, slug, parties[number])
        visitor.reach_check_page()
        start.wait(ANSWER_SECONDS)
        return visitor.confirm()

    return at_once(len(parties), register)


def parties_of_one(count: int) -> list[Party]:
    """Return people with numbers that nobody has."""
    return [Party(f"واک ساتھی {number}", f"0300 {number:07d}") for number in range(1, count + 1)]
