"""A crowd registering at once: form, check page, confirmation, each over its own connection."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TypeVar
from urllib.parse import urljoin

import pytest
import requests

from tests.served_site import PATIENCE_SECONDS

Result = TypeVar("Result")
# Chance decides the order of a race, so each is run once in the tests and ten times in the drill.
ten_times = pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.drill) for seed in range(1, 11))]
)
# Any 32 letters are a token to the check against forged posts, as long as cookie and field agree.
ROBOT_TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEF"


@dataclass(frozen=True)
class Party:
    """Who registers, as typed."""

    full_name: str
    phone: str
    party_size: int = 1
    email: str = ""


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
        # Whoever waits for the others longer than the server keeps a connection would find it shut.
        self.session.headers["Connection"] = "close"
        self.fields: dict[str, str] = {}

    def reach_check_page(self) -> None:
        """Open the form, fill it in, and stop where only the confirmation is missing."""
        first = hidden_inputs(self._get()) | self.typed()
        check = self._post(first)
        check.raise_for_status()
        self.fields = first | hidden_inputs(check.text) | {"confirmed": "1"}

    def confirm(self) -> Answer:
        """Send the confirmation; as often as one likes."""
        return _answer(self._post(self.fields))

    def cancel(self, location: str) -> int:
        """Cancel the registration whose own page the confirmation led to; return the status."""
        address = urljoin(self.address, f"{location}cancel/")
        asked = self.session.get(address, timeout=PATIENCE_SECONDS)
        response = self.session.post(
            address, data=hidden_inputs(asked.text), allow_redirects=False, timeout=PATIENCE_SECONDS
        )
        return response.status_code

    def register_at_once(self) -> Answer:
        """Open the form and send it confirmed, without looking at the check page."""
        return _answer(self.registering_response())

    def registering_response(self) -> requests.Response:
        """Return the whole answer to a form that is sent confirmed."""
        return self._post(hidden_inputs(self._get()) | self.typed() | {"confirmed": "1"})

    def register_without_form(self) -> Answer:
        """Post as a robot does that never opened the form: no key, a token of its own making."""
        self.session.cookies.set("csrftoken", ROBOT_TOKEN)
        made_up = {"csrfmiddlewaretoken": ROBOT_TOKEN, "confirmed": "1"}
        return _answer(self._post(self.typed() | made_up))

    def opened(self) -> requests.Response:
        """Return the answer to opening the form, whatever it is."""
        return self.session.get(self.address, timeout=PATIENCE_SECONDS)

    def sent(self) -> requests.Response:
        """Return the answer to the form as it is filled in now, whatever it is."""
        return self._post(self.fields)

    def typed(self) -> dict[str, str]:
        """Return the fields a person fills in."""
        return {
            "full_name": self.party.full_name,
            "phone": self.party.phone,
            "email": self.party.email,
            "party_size": str(self.party.party_size),
            "consent": "on",
        }

    def _get(self) -> str:
        response = self.opened()
        response.raise_for_status()
        return response.text

    def _post(self, fields: dict[str, str]) -> requests.Response:
        return self.session.post(
            self.address, data=fields, allow_redirects=False, timeout=PATIENCE_SECONDS
        )


def _answer(response: requests.Response) -> Answer:
    return Answer(response.status_code, response.headers.get("Location", ""))


def rush(site_url: str, slug: str, parties: Sequence[Party]) -> list[Answer]:
    """Let every party fill in the form in peace, then confirm all in the same instant."""
    start = threading.Barrier(len(parties))

    def register(number: int) -> Answer:
        visitor = Visitor(site_url, slug, parties[number])
        visitor.reach_check_page()
        start.wait(PATIENCE_SECONDS)
        return visitor.confirm()

    return at_once(len(parties), register)


def parties_of_one(count: int) -> list[Party]:
    """Return people with numbers that nobody has."""
    return [Party(f"واک ساتھی {number}", f"0300 {number:07d}") for number in range(1, count + 1)]
