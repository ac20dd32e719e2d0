"""Every page of the gate speaks one language only, its numbers in order."""

import re

import pytest
from django.test import Client

from directory.models import User
from events.enums import RegistrationState
from events.models import Conflict, Event, EventRole, GateLink
from tests.events.desk.builders import register
from tests.events.desk.views.gates import GATE, arrival, prepare
from tests.journeys.foreign_words import foreign_words
from urdu.isolation import raw_runs

pytestmark = [
    pytest.mark.look,
    pytest.mark.django_db,
    pytest.mark.usefixtures("on_the_day"),
]
both_languages = pytest.mark.parametrize("language", ["ur", "en"])
NAMES = {"ur": ("کوثر عباس", "گیٹ"), "en": ("Kausar Abbas", "Gate")}
KEY = "0123456789abcdef0123456789abcdef"


class Desk:
    """An organiser who reads the gate's pages in one language and keeps what was shown."""

    def __init__(self, client: Client, language: str) -> None:
        self.client, self.here = client, GATE.replace("/en/", f"/{language}/")
        self.shown: list[str] = []

    def get(self, path: str) -> str:
        """Open a page of the gate."""
        self.shown.append(self.client.get(self.here + path, follow=True).content.decode())
        return self.shown[-1]

    def post(self, path: str, **fields: object) -> None:
        """Send a form and look at what follows."""
        answer = self.client.post(self.here + path, fields)
        if answer.status_code == 200:
            self.shown.append(answer.content.decode())
        else:
            self.shown.append(self.client.get(answer.headers["Location"]).content.decode())


def read_everything(desk: Desk, event: Event, language: str) -> None:
    """Open every page of the gate in every state it has."""
    name, gate = NAMES[language]
    party = register(event, name, party=(name,))
    waiting = register(event, name, state=RegistrationState.WAITING)
    phones = [prepare(desk.client, f"{gate} {number}") for number in (1, 2)]
    twice = register(event, name)
    for minute, phone in enumerate(phones, 1):
        phone.results(arrival(twice.reference, f"entry-00{minute}", minute))
    desk.post("settings/", label=gate)
    desk.get("")
    for typed in (name, party.reference, "LHE-22222", "0000", "ژژژ"):
        desk.post("", q=typed)
    for reference, count in ((party.reference, 5), (party.reference, 1), (party.reference, "x")):
        desk.post("check-in/", reference=reference, count=count, key=KEY)
    desk.post("check-in/", reference=waiting.reference, count=1, key=KEY[::-1])
    desk.post("", q=twice.reference)
    desk.post("", q=waiting.reference)
    desk.post("undo/", reference=party.reference, undoes=KEY, key="1" * 32, reason="other")
    desk.get("walk-in/")
    desk.post("walk-in/", full_name="", people_count="x")
    desk.post("walk-in/", full_name=name, people_count="3", key="2" * 32)
    desk.post("settings/", practice="on")
    desk.get("devices/")
    desk.post("devices/", label=gate)
    desk.post("devices/", label="")
    desk.get("shell/")
    pk = Conflict.objects.get().pk
    desk.post("conflicts/", conflict=pk)
    form = {f"conflict-{pk}-resolution": "both", f"conflict-{pk}-reason": name}
    desk.post("conflicts/", conflict=pk, **form)


@both_languages
def test_pages_of_the_gate_speak_one_language(lahore: Event, language: str) -> None:
    # A user's name is what somebody typed once, like any other.
    user = User.objects.create(username="منتظم" if language == "ur" else "organiser")
    EventRole.objects.create(event=lahore, user=user, role="organiser")
    client = Client()
    client.force_login(user)
    desk = Desk(client, language)

    read_everything(desk, lahore, language)

    assert len(desk.shown) == 24
    pages = [re.sub(r"LHE-[0-9A-Z]{5}", " ", page) for page in desk.shown]
    assert [word for page in pages for word in foreign_words(page, language)] == []
    if language == "ur":
        assert [run for page in desk.shown for run in raw_runs(page)] == []


@both_languages
def test_page_of_the_pin_speaks_one_language(desk: Client, lahore: Event, language: str) -> None:
    desk.post(GATE + "devices/", {"label": NAMES[language][1]})
    helper = Client()
    session = helper.session
    session["gate_link_asked"] = GateLink.objects.get().pk
    session.save()
    address = f"/{language}/gate/"

    pages = [
        helper.get(address),
        helper.post(address, {"pin": ""}),
        helper.post(address, {"pin": "1"}),
    ]

    for page in pages:
        html = page.content.decode()
        assert foreign_words(html, language) == []
        assert language == "en" or raw_runs(html) == []
