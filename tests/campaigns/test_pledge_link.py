"""The link in the e-mail: it opens the own page and changes nothing; the page acts by POST."""

import json
import re

import pytest
from django.test import Client, override_settings

from campaigns.enums import ConfirmedBy, PledgeState, WallState
from campaigns.models import Campaign, Pledge, PledgeStatement
from campaigns.services import confirm_pledge
from messaging.enums import MessageKind
from messaging.models import OutboxMessage
from participants.models import Consent, Contact, OwnLink
from participants.services import issue_own_link
from tests.campaigns.builders import NOW, make_campaign, make_city, pledge_by_phone, pledge_once
from tests.privacy import tables_naming
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _campaign() -> None:
    make_campaign()
    make_city()


def link_of(pledge: Pledge) -> str:
    """Return the address that stands in the e-mail."""
    return f"/ur/pledge/confirm/{issue_own_link(contact=pledge.contact, now=NOW)}/"


def page_of(pledge: Pledge, rest: str = "") -> str:
    """Return an address of the own page."""
    return f"/ur/pledge/r/{pledge.reference}/{rest}"


def opened(client: Client, pledge: Pledge) -> str:
    """Open the link of a pledge and return what its own page shows."""
    return client.get(link_of(pledge), follow=True).content.decode()


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

    answers = [client.get(link, follow=True) for _time in range(10)]

    assert {answer.redirect_chain[0] for answer in answers} == {(page_of(pledge), 302)}
    assert {answer.status_code for answer in answers} == {200}
    assert snapshot() == before


def test_pledge_link_keeps_its_token_to_itself(client: Client) -> None:
    link = link_of(pledge_once(current()))

    for answer in (client.get(link), client.get(link, follow=True), client.get(link[:-1] + "x/")):
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in answer["Cache-Control"]


def test_own_page_is_closed_to_whoever_holds_no_grant(client: Client) -> None:
    pledge = pledge_once(current())

    closed = [client.get(page_of(pledge, rest)) for rest in ("", "data/", "export.json", "erase/")]
    posted = [client.post(page_of(pledge, rest)) for rest in ("confirm/", "withdraw/", "erase/")]

    assert {answer.status_code for answer in closed + posted} == {404}
    assert Pledge.objects.get().state == PledgeState.PENDING


def test_own_page_closes_when_its_time_is_over(client: Client) -> None:
    pledge = pledge_once(current())
    opened(client, pledge)

    with override_settings(OWN_PAGE_IDLE_SECONDS=-1):
        client.get(page_of(pledge))
        answer = client.get(page_of(pledge))

    assert answer.status_code == 404


def test_pledge_link_pressed_counts_thanks_and_withdraws() -> None:
    client = Client(enforce_csrf_checks=True)
    pledge = pledge_once(current())
    token = csrf_of(opened(client, pledge))

    client.post(page_of(pledge, "confirm/"), {"csrfmiddlewaretoken": token})
    pledge.refresh_from_db()
    states = [pledge.state]
    thanked = client.get(page_of(pledge)).content.decode()
    asked = client.get(page_of(pledge, "withdraw/")).content.decode()
    pledge.refresh_from_db()
    states.append(pledge.state)
    client.post(page_of(pledge, "withdraw/"), {"csrfmiddlewaretoken": token})
    pledge.refresh_from_db()
    states.append(pledge.state)

    assert "آپ کا عہد شمار ہو چکا ہے" in thanked
    assert "کیا واقعی یہ عہد واپس لینا ہے؟" in asked
    assert states == [PledgeState.CONFIRMED, PledgeState.CONFIRMED, PledgeState.WITHDRAWN]
    assert "یہ عہد واپس لے لیا گیا ہے" in client.get(page_of(pledge)).content.decode()
    kinds = list(OutboxMessage.objects.values_list("kind", flat=True))
    assert kinds == [MessageKind.PLEDGE_TO_CONFIRM, MessageKind.PLEDGE_COUNTED]


def csrf_of(html: str) -> str:
    """Return the token in the forms of a page."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert found is not None
    return found[1]


def make_in_browser(client: Client) -> Pledge:
    """Pledge through the form, which proves no mailbox."""
    html = client.get("/ur/pledge/").content.decode()
    key = re.search(r'name="key" value="([^"]+)"', html)
    assert key is not None
    fields = {"email": "ayesha@mail.test", "city": "lahore", "consent": "on", "confirmed": "1"}
    client.post("/ur/pledge/", fields | {"key": key[1]})
    return Pledge.objects.latest("pk")


def test_whoever_only_typed_an_address_cannot_count_or_withdraw_for_it(client: Client) -> None:
    counted = pledge_once(current())
    confirm_pledge(pledge=counted, now=NOW)
    typed = make_in_browser(client)

    page = client.get(page_of(typed)).content.decode()
    client.post(page_of(typed, "confirm/"))
    client.post(page_of(typed, "withdraw/"))

    assert "ایک قدم باقی ہے" in page
    assert "confirm/" not in page
    assert [one.pk for one in Pledge.objects.counted()] == [counted.pk]


def test_whoever_only_typed_an_address_cannot_count_it_even_the_first_time(client: Client) -> None:
    typed = make_in_browser(client)

    client.post(page_of(typed, "confirm/"))

    assert Pledge.objects.get().state == PledgeState.PENDING


def test_a_link_shown_to_keep_is_never_one_that_counts_an_address(client: Client) -> None:
    typed = make_in_browser(client)

    page = client.post(page_of(typed, "link/")).content.decode()

    assert "data-own-link" not in page
    assert OwnLink.objects.count() == 1


def test_link_of_a_phone_is_shown_once_and_opens_the_page(client: Client) -> None:
    pledge = pledge_by_phone(current())
    opened(client, pledge)

    page = client.post(page_of(pledge, "link/")).content.decode()

    found = re.search(r"data-own-link>http://[^/]+(/[^<]+)<", page)
    assert found is not None
    assert Client().get(found[1], follow=True).status_code == 200
    assert "data-own-link" not in client.get(page_of(pledge)).content.decode()


def test_pledge_link_of_a_second_pledge_answers_as_the_first(client: Client) -> None:
    first, second = pledge_once(current()), pledge_once(current())

    pages = []
    for pledge in (first, second):
        opened(client, pledge)
        client.post(page_of(pledge, "confirm/"))
        html = client.get(page_of(pledge)).content.decode().replace(pledge.reference, "")
        pages.append(html.replace(csrf_of(html), ""))

    assert pages[0] == pages[1]
    assert Pledge.objects.counted().count() == 1


@pytest.mark.parametrize("token", ["x", "%00", "a" * 5000, "%F0%9F%99%82", "%ff"])
def test_pledge_link_not_known_is_404_in_urdu(client: Client, token: str) -> None:
    for address in (f"/ur/pledge/confirm/{token}/", f"/ur/pledge/r/{token}/"):
        answer = client.get(address)

        assert answer.status_code == 404
        assert "یہ صفحہ بند ہے" in answer.content.decode()


def test_own_data_are_shown_exported_and_erased(client: Client) -> None:
    statement = PledgeStatement.objects.create(
        campaign=current(), text_en="Tell five people.", text_ur="پانچ لوگوں کو بتاؤں گا۔"
    )
    pledge = pledge_once(
        current(), full_name="عائشہ صدیقہ", statements=(statement.pk,), is_adult=True,
        wants_wall=True, address="203.0.113.9",
    )  # fmt: skip
    opened(client, pledge)

    shown = client.get(page_of(pledge, "data/")).content.decode()
    taken = json.loads(client.get(page_of(pledge, "export.json")).content)
    asked = client.get(page_of(pledge, "erase/"))
    gone = client.post(page_of(pledge, "erase/"))

    pledge.refresh_from_db()
    assert all(words in shown for words in ("عائشہ صدیقہ", "ayesha@mail.test", "پانچ لوگوں"))
    assert raw_runs(shown) == []
    assert (shown.count("ان الفاظ کا نسخہ"), "pledge-1" in shown) == (2, False)
    assert (taken["full_name"], taken["statements"]) == ("عائشہ صدیقہ", ["Tell five people."])
    assert [one["purpose"] for one in taken["consents"]] == ["pledge", "wall"]
    assert (asked.status_code, gone["Location"]) == (200, "/ur/pledge/erased/")
    assert tables_naming(["عائشہ صدیقہ", "ayesha@mail.test"]) == {}
    assert (pledge.state, pledge.email_key, pledge.address_block) == ("withdrawn", "", "")
    assert client.get(page_of(pledge)).status_code == 404


def test_leaving_the_wall_keeps_the_pledge_counted(client: Client) -> None:
    pledge = pledge_once(current(), is_adult=True, wants_wall=True)
    confirm_pledge(pledge=pledge, now=NOW)
    opened(client, pledge)

    client.post(page_of(pledge, "wall/"))

    pledge.refresh_from_db()
    assert (pledge.state, pledge.wall_state) == (PledgeState.CONFIRMED, WallState.NOT_ASKED)


def test_done_on_this_phone_closes_the_page(client: Client) -> None:
    pledge = pledge_once(current())
    opened(client, pledge)

    client.post(page_of(pledge, "done/"))

    assert client.get(page_of(pledge)).status_code == 404


@pytest.mark.parametrize("state", ["pending", "confirmed", "suspect", "invalid", "withdrawn"])
@pytest.mark.parametrize("way", ["email", "phone"])
def test_own_page_of_every_state_isolates_its_numbers(client: Client, state: str, way: str) -> None:
    numbers = {"whatsapp_number": "+923001234567", "missed_call_number": "0421234567"}
    Campaign.objects.update(sms_number="8080", **numbers)
    pledge = pledge_once(current()) if way == "email" else pledge_by_phone(current())
    Pledge.objects.update(state=state, confirmed_at=NOW, confirmed_by=ConfirmedBy.MESSAGE)

    html = opened(client, pledge)

    assert raw_runs(html) == []
    assert html.count("<h1") == 1
