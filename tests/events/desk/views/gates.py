"""A walk of today with its gate, and phones that send to it."""

import datetime
import json
import re
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from events.models import Event
from participants.models import AuditEntry

GATE = "/en/desk/events/walk-lahore-2027/gate/"
KARACHI = ZoneInfo("Asia/Karachi")
# The morning of the walk of tests.events.desk.builders.
TODAY = datetime.datetime(2027, 8, 1, 6, 45, tzinfo=KARACHI)


class Phone:
    """A phone at the gate that has its token and no session."""

    def __init__(self, token: str) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, name: str, **headers: str) -> Any:
        """Ask for something by the token alone."""
        return self.client.get(GATE + name, headers=self.headers | headers)

    def send(self, *entries: Any) -> Any:
        """Send entries and return the whole answer."""
        return self.client.post(
            GATE + "sync/",
            json.dumps({"entries": list(entries)}),
            content_type="application/json",
            headers=self.headers,
        )

    def results(self, *entries: Any) -> list[dict[str, Any]]:
        """Send entries and return what became of each."""
        results: list[dict[str, Any]] = self.send(*entries).json()["results"]
        return results


def prepare(client: Client, label: str = "Gate A") -> Phone:
    """Give a phone its token, from the session of whoever holds it."""
    answer = client.post(GATE + "device/", {"label": label}, content_type="application/json")
    assert answer.status_code == 201
    return Phone(answer.json()["token"])


def arrival(code: str, client_id: str, minute: int = 0, **more: Any) -> dict[str, Any]:
    """Return an arrival as a phone sends it, so many minutes after a quarter to seven."""
    happened_at = TODAY - datetime.timedelta(hours=1) + datetime.timedelta(minutes=minute)
    return {
        "kind": "arrival",
        "client_id": client_id,
        "code": code,
        "count": 1,
        "happened_at": happened_at.isoformat(),
        **more,
    }


def logged(kind: str, event: Event) -> list[tuple[str, int]]:
    """Return who took which list of an event, and of how many rows, the latest first."""
    lines = AuditEntry.objects.filter(kind=kind, subject=event.slug)
    return [(line.actor.username, line.row_count) for line in lines]


def page(client: Client, query: str = "", language: str = "en") -> str:
    """Return the gate's page as somebody reads it."""
    response = client.get(f"{GATE.replace('/en/', f'/{language}/')}{query}", follow=True)
    assert response.status_code == 200
    return response.content.decode()


def look_for(client: Client, typed: str) -> str:
    """Type something into the gate's search and return the page that answers."""
    answer = client.post(GATE, {"q": typed})
    if answer.status_code == 303:
        answer = client.get(answer.headers["Location"])
    assert answer.status_code == 200
    return answer.content.decode()


def words_of(html: str) -> str:
    """Return the page's words without its script's part and without markup."""
    main = html.rsplit("data-gate-plain>", maxsplit=1)[-1].split('<div class="gate"', maxsplit=1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))
