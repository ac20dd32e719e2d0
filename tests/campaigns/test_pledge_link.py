"""The page behind the link in the e-mail: it shows by GET, acts by POST, and keeps its token."""

import pytest
from django.test import Client

from campaigns.enums import PledgeState
from campaigns.models import Campaign, Pledge
from messaging.models import OutboxMessage
from participants.models import Consent, Contact, OwnLink
from participants.services import issue_own_link
from tests.campaigns.builders import NOW, make_campaign, pledge_once

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _campaign() -> None:
    make_campaign()


def link_of(pledge: Pledge) -> str:
    """Return the address that stands in the e-mail."""
    return f"/ur/pledge/confirm/{issue_own_link(contact=pledge.contact, now=NOW)}/"


def current() -> Campaign:
    """Return this year's campaign."""
    return Campaign.objects.get(is_current=True)


def snapshot() -> list[tuple[object, ...]]:
    """Return every row that a pledge touches."""
    models = (Contact, Pledge, OwnLink, Consent, OutboxMessage)
    return [row for model in models for row in model.objects.order_by("pk").values_list()]


def test_pledge_link_opened_ten_times_changes_nothing(client: Client) -> None:
    pledge = pledge_once(current())
    link = link_of(pledge)
    before = snapshot()

    answers = [client.get(link) for _time in range(10)]

    assert {answer.status_code for answer in answers} == {200}
    assert snapshot() == before
    assert not client.cookies


def test_pledge_link_keeps_its_token_to_itself(client: Client) -> None:
    link = link_of(pledge_once(current()))

    for answer in (client.get(link), client.post(link), client.get(link.rstrip("/") + "x/")):
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in answer["Cache-Control"]


def test_pledge_link_pressed_counts_and_withdraws() -> None:
    client = Client(enforce_csrf_checks=True)
    pledge = pledge_once(current())
    link = link_of(pledge)

    confirmed = client.post(link, {"action": "confirm"}, headers={"origin": "null"})
    pledge.refresh_from_db()
    states = [pledge.state]
    thanked = client.get(link).content.decode()
    client.post(link, {"action": "withdraw"}, headers={"origin": "null"})
    pledge.refresh_from_db()
    states.append(pledge.state)

    assert (confirmed.status_code, confirmed["Location"]) == (303, link)
    assert "آپ کا عہد شمار ہو چکا ہے" in thanked
    assert states == [PledgeState.CONFIRMED, PledgeState.WITHDRAWN]
    assert "یہ عہد واپس لے لیا گیا ہے" in client.get(link).content.decode()


def test_pledge_link_of_a_second_pledge_answers_as_the_first(client: Client) -> None:
    first, second = pledge_once(current()), pledge_once(current())

    pages = []
    for link in (link_of(first), link_of(second)):
        client.post(link)
        token = link.split("/")[-2]
        pages.append(client.get(link).content.decode().replace(token, ""))

    assert pages[0] == pages[1]
    assert Pledge.objects.counted().count() == 1


@pytest.mark.parametrize("token", ["x", "%00", "a" * 5000, "%F0%9F%99%82", "%ff"])
def test_pledge_link_not_known_is_404_in_urdu(client: Client, token: str) -> None:
    link = f"/ur/pledge/confirm/{token}/"

    for answer in (client.get(link), client.post(link)):
        assert answer.status_code == 404
        assert "یہ لنک معلوم نہیں" in answer.content.decode()
