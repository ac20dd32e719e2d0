"""The overview of pledges, and what marking does to the numbers that are published."""

import pytest
from django.test import Client

from campaigns.models import Campaign, Tally
from campaigns.services import confirm_pledge
from events.tallying.services import refresh_tallies, wrong_tallies
from tests.campaigns.builders import NOW, pledge_once
from tests.events.pledges.test_pages import DESK, field

pytestmark = pytest.mark.django_db


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


def test_overview_says_what_the_code_of_a_neighbourhood_is(
    officer: Client, campaign: Campaign
) -> None:
    without = officer.get(DESK).content.decode()
    pledge_once(campaign, address="198.51.100.7")

    html = officer.get(DESK).content.decode()

    note = "The code hides the address"
    assert (note in without, note in html) == (False, True)
