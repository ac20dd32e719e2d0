"""The short link: leads on, counts phones and nobody else, and keeps nothing of them."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.enums import PlacementTarget
from campaigns.models import PlacementVisits
from campaigns.services.placements import count_visit, switch_placement
from participants.models import ThrottleCount
from participants.rules.limits import VISITS_OF_ADDRESS
from tests import factories
from tests.campaigns.builders import NOW
from tests.events.placements.builders import PHONE, place
from tests.privacy import tables_naming

pytestmark = pytest.mark.django_db
BROWSER: dict[str, Any] = {"HTTP_USER_AGENT": PHONE}


def visits() -> int:
    """Return how many visits are counted in all."""
    return sum(PlacementVisits.objects.values_list("count", flat=True))


@pytest.mark.parametrize(
    ("target", "slug", "location"),
    [
        (PlacementTarget.PLEDGE, "", "/en/pledge/?from={code}"),
        (PlacementTarget.EVENT, "walk-lahore-2099", "/en/events/walk-lahore-2099/?from={code}"),
        (PlacementTarget.EVENT, "no-such-walk", "/en/events/?from={code}"),
        (PlacementTarget.EVENTS, "", "/en/events/"),
        (PlacementTarget.HOME, "", "/en/"),
        (PlacementTarget.HELP, "", "/en/help/"),
    ],
)
def test_link_leads_on_in_its_language(
    client: Client, target: PlacementTarget, slug: str, location: str
) -> None:
    factories.make_walk()
    code = place(target=target, event_slug=slug).code

    answer = client.get(f"/g/{code.lower()}", **BROWSER)

    assert (answer.status_code, answer["Location"]) == (302, location.format(code=code))
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_phones_are_counted_by_the_day_and_leave_nothing(client: Client) -> None:
    code = place().code

    for _time in range(3):
        client.get(f"/g/{code}", **BROWSER, REMOTE_ADDR="203.0.113.77")
    client.head(f"/g/{code}", **BROWSER)
    client.get(f"/g/{code}", HTTP_USER_AGENT="WhatsApp/2.23")
    client.get(f"/g/{code}", **BROWSER, HTTP_SEC_PURPOSE="prefetch")

    assert list(PlacementVisits.objects.values_list("placement__code", "count")) == [(code, 3)]
    assert tables_naming(["203.0.113.77", "Android 10"]) == {}


def test_reloading_for_ever_stops_counting_and_still_leads_on(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = place()
    limit = VISITS_OF_ADDRESS.count
    for _time in range(limit + 5):
        count_visit(placement=found, address="203.0.113.1", now=NOW)
    other = count_visit(placement=found, address="203.0.113.2", now=NOW)

    assert (visits(), other) == (limit + 1, True)
    assert client.get(f"/g/{found.code}", **BROWSER).status_code == 302


def test_on_the_way_to_help_not_even_a_hash_is_kept(client: Client) -> None:
    code = place(target=PlacementTarget.HELP).code

    client.get(f"/g/{code}", **BROWSER)

    assert visits() == 1
    assert not ThrottleCount.objects.exists()


def test_a_school_behind_one_address_is_counted() -> None:
    assert VISITS_OF_ADDRESS.count >= 60


def test_day_is_karachis() -> None:
    found = place()
    late = datetime.datetime(2027, 7, 20, 19, 30, tzinfo=datetime.UTC)

    count_visit(placement=found, address="203.0.113.1", now=late)

    assert PlacementVisits.objects.get().day == datetime.date(2027, 7, 21)


def test_stopped_code_says_so_and_is_not_counted(client: Client) -> None:
    found = place()
    switch_placement(placement=found, is_active=False, actor=found.made_by, now=NOW)

    answer = client.get(f"/g/{found.code}", **BROWSER)

    assert answer.status_code == 200
    assert answer["Content-Language"] == "en"
    assert "This code leads nowhere any more" in answer.content.decode()
    assert 'href="/en/"' in answer.content.decode()
    assert visits() == 0


@pytest.mark.parametrize(("wanted", "home"), [("en-GB,en", "/en/"), ("", "/ur/"), ("fr", "/ur/")])
def test_unknown_code_is_missing_and_leads_home(client: Client, wanted: str, home: str) -> None:
    answer = client.get("/g/ZZZZZ", HTTP_ACCEPT_LANGUAGE=wanted, **BROWSER)

    assert answer.status_code == 404
    assert f'href="{home}"' in answer.content.decode()


@pytest.mark.parametrize("typed", ["%00", "x" * 3000, "..", "<b>", "%D8%B1"])
def test_any_other_text_is_missing(client: Client, typed: str) -> None:
    assert client.get(f"/g/{typed}", **BROWSER).status_code in (400, 404)


def test_event_page_with_a_code_is_shared_and_asks_nothing_of_it(client: Client) -> None:
    walk, code = factories.make_walk(), place().code
    path = f"/en/events/{walk.slug}/"
    client.get(path)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get(f"{path}?from={code}")

    html = answer.content.decode()
    assert f'href="{path}register/?from={code}"' in html
    assert f'href="/ur/events/{walk.slug}/?from={code}"' in html
    assert "s-maxage" in answer["Cache-Control"]
    assert not answer.cookies
    assert [one for one in queries if "placement" in one["sql"]] == []
    assert 'rel="canonical" href="http://testserver/en/events/' not in html
    assert f"{path}?from" not in html.partition("canonical")[2].partition(">")[0]


def test_wrong_code_stands_in_no_link(client: Client) -> None:
    walk = factories.make_walk()

    html = client.get(f"/en/events/{walk.slug}/?from=<script>").content.decode()

    assert f'href="/en/events/{walk.slug}/register/"' in html
    assert "script%3E/register" not in html
