"""Pledges at the desk, page by page, as a data officer works with them."""

from typing import Any

import pytest
from django.test import Client

from campaigns.enums import PledgeState, WallState
from campaigns.models import Campaign, Pledge, Tally
from campaigns.services import confirm_pledge
from events.tallying.services import refresh_tallies, wrong_tallies
from tests.campaigns.builders import NOW, pledge_once
from tests.events.pledges.pages import DESK, audited, field

pytestmark = pytest.mark.django_db


# --- Marking ------------------------------------------------------------------------------------


def test_marking_shows_the_count_first_then_marks_then_is_taken_back(
    officer: Client, campaign: Campaign
) -> None:
    for number in range(3):
        confirm_pledge(pledge=pledge_once(campaign, email=f"r{number}@evil.test"), now=NOW)
    confirm_pledge(pledge=pledge_once(campaign), now=NOW)
    typed = {"mark": "invalid", "email_domain": "@Evil.test"}

    check = officer.post(f"{DESK}mark/", typed).content.decode()
    before = Pledge.objects.counted().count()
    sent = typed | {name: field(check, name) for name in ("key", "expected")} | {"confirmed": "1"}
    done = [officer.post(f"{DESK}mark/", sent) for _time in range(2)]
    after = Pledge.objects.counted().count()
    overview = officer.get(DESK).content.decode()
    officer.post(f"{DESK}mark/undo/")

    assert ("3 pledges are meant" in check, before) == (True, 4)
    assert [one["Location"] for one in done] == [DESK, DESK]
    assert (after, Pledge.objects.counted().count()) == (1, 4)
    assert "3 pledges were marked." in overview
    assert audited() == [("pledges-invalid", 3), ("pledge-trends", 4), ("pledges-mark-undone", 3)]


def test_published_totals_follow_a_mark_and_its_undoing_at_once(
    officer: Client, campaign: Campaign
) -> None:
    for number in range(12):
        confirm_pledge(pledge=pledge_once(campaign, email=f"r{number}@evil.test"), now=NOW)
    refresh_tallies(now=NOW)
    typed = {"mark": "invalid", "email_domain": "evil.test"}
    check = officer.post(f"{DESK}mark/", typed).content.decode()
    keyed = {name: field(check, name) for name in ("key", "expected")}

    officer.post(f"{DESK}mark/", typed | keyed | {"confirmed": "1"})
    marked = (wrong_tallies(), Tally.objects.filter(measure="pledges").count())
    officer.post(f"{DESK}mark/undo/")
    undone = (wrong_tallies(), Tally.objects.filter(measure="pledges", value=12).count())

    assert (marked, undone) == (([], 0), ([], 2))


def test_marking_asks_again_when_the_number_has_changed(
    officer: Client, campaign: Campaign
) -> None:
    confirm_pledge(pledge=pledge_once(campaign, email="a@evil.test"), now=NOW)
    typed = {"mark": "invalid", "email_domain": "evil.test"}
    check = officer.post(f"{DESK}mark/", typed).content.decode()
    confirm_pledge(pledge=pledge_once(campaign, email="b@evil.test"), now=NOW)

    sent = typed | {name: field(check, name) for name in ("key", "expected")} | {"confirmed": "1"}
    answer = officer.post(f"{DESK}mark/", sent)

    assert answer.status_code == 200
    assert "The number has changed meanwhile" in answer.content.decode()
    assert Pledge.objects.counted().count() == 2


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"mark": "invalid"},
        {"mark": "withdrawn", "email_domain": "evil.test"},
        {"mark": "invalid", "since": "nonsense"},
        {"mark": "invalid", "phone_prefix": "\x00"},
        {"mark": "invalid", "city": "atlantis"},
    ],
)
def test_marking_refuses_to_mean_everybody_or_nonsense(
    officer: Client, campaign: Campaign, typed: dict[str, str]
) -> None:
    confirm_pledge(pledge=pledge_once(campaign), now=NOW)

    answer = officer.post(f"{DESK}mark/", typed | {"confirmed": "1", "expected": "1"})

    assert answer.status_code == 200
    assert Pledge.objects.counted().count() == 1


def test_overview_says_what_the_code_of_a_neighbourhood_is(
    officer: Client, campaign: Campaign
) -> None:
    without = officer.get(DESK).content.decode()
    pledge_once(campaign, address="198.51.100.7")

    html = officer.get(DESK).content.decode()

    note = "The code hides the address"
    assert (note in without, note in html) == (False, True)


# --- The wall -----------------------------------------------------------------------------------


def wished(campaign: Campaign, name: str = "عائشہ صدیقہ", **values: Any) -> Pledge:
    """Return a counted pledge whose maker wishes to stand on the wall."""
    wish: dict[str, Any] = {
        "email": f"{abs(hash(name))}@gmail.com",
        "is_adult": True,
        "wants_wall": True,
    }
    pledge = pledge_once(campaign, full_name=name, **(wish | values))
    confirm_pledge(pledge=pledge, now=NOW)
    return pledge


def decide(officer: Client, pledge: Pledge, decision: str) -> str:
    """Decide about a name and return where it stands."""
    officer.post(f"{DESK}wall/decide/", {"pledge": pledge.pk, "decision": decision})
    pledge.refresh_from_db()
    return pledge.wall_state


def on_the_wall() -> str:
    """Return the wall as everybody sees it."""
    return Client().get("/ur/pledge/wall/").content.decode()


def test_a_name_stands_on_the_wall_once_looked_at_and_goes_with_the_pledge(
    officer: Client, campaign: Campaign
) -> None:
    pledge = wished(campaign)
    seen = [on_the_wall()]
    listed = officer.get(f"{DESK}wall/").content.decode()
    decide(officer, pledge, "shown")
    seen.append(on_the_wall())
    undone = decide(officer, pledge, "waiting")
    seen.append(on_the_wall())
    decide(officer, pledge, "shown")
    Pledge.objects.update(state=PledgeState.WITHDRAWN)
    seen.append(on_the_wall())

    assert "عائشہ صدیقہ" in listed
    assert ["عائشہ" in html for html in seen] == [False, True, False, False]
    assert undone == WallState.WAITING
    assert not any("صدیقہ" in html for html in seen)
    kinds = [kind for kind, _count in audited()]
    assert kinds == ["wall-names", "wall-decided", "wall-decided", "wall-decided"]


@pytest.mark.parametrize(
    "name", ["Ali www.evil.test", "علی ۰۳۰۰", "Ali \u202eکافر", "مردہ باد", "Ali\u2066"]
)
def test_a_name_with_a_fault_is_never_shown_whoever_says_so(
    officer: Client, campaign: Campaign, name: str
) -> None:
    pledge = wished(campaign, name)

    state = decide(officer, pledge, "shown")

    listed = officer.get(f"{DESK}wall/").content.decode()
    assert state == WallState.WAITING
    assert "it can never be shown." in listed
    assert 'value="shown"' not in listed


@pytest.mark.parametrize("values", [{"is_adult": False}, {"wants_wall": False}])
def test_minors_and_who_did_not_wish_it_never_come_onto_the_wall(
    officer: Client, campaign: Campaign, values: dict[str, Any]
) -> None:
    pledge = wished(campaign, **values)

    assert decide(officer, pledge, "shown") == WallState.NOT_ASKED
    assert "عائشہ" not in officer.get(f"{DESK}wall/").content.decode()
    assert Pledge.objects.counted().count() == 1


@pytest.mark.parametrize(
    "sent",
    [{}, {"pledge": "x"}, {"pledge": "9" * 30, "decision": "shown"}, {"decision": "shown"}],
)
def test_decisions_about_nothing_change_nothing(officer: Client, sent: dict[str, str]) -> None:
    assert officer.post(f"{DESK}wall/decide/", sent).status_code == 303
    assert audited() == []


def test_the_wall_is_paged_and_may_be_kept_but_is_asked_each_time(
    officer: Client, campaign: Campaign
) -> None:
    for number in range(50):
        wished(campaign, "عائشہ", email=f"p{number}@gmail.com")
    Pledge.objects.update(wall_state=WallState.SHOWN)

    first = Client().get("/ur/pledge/wall/")
    second = Client().get("/ur/pledge/wall/?page=2").content.decode()

    assert first.content.decode().count("pledge-wall__name") == 48
    assert second.count("pledge-wall__name") == 2
    assert (first["Cache-Control"], bool(first["ETag"])) == ("public, no-cache", True)
    assert not first.cookies
