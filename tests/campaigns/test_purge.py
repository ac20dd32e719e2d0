"""Who pledged is erased, once withdrawn or long after the campaign; the count stays."""

import datetime

import pytest

from campaigns.enums import PledgeState
from campaigns.models import Campaign, Pledge
from campaigns.services import confirm_pledge, purge_pledges, withdraw_pledge
from messaging.enums import MessageState
from messaging.models import OutboxMessage
from tests.campaigns.builders import NOW, make_campaign, pledge_once
from tests.privacy import tables_naming

pytestmark = pytest.mark.django_db
LONG_AFTER = datetime.datetime(2027, 11, 5, tzinfo=datetime.UTC)
PERSONAL = ["عائشہ صدیقہ", "ayesha@mail.test", "3001234567"]


@pytest.fixture
def pledge() -> Pledge:
    """Return a counted pledge whose e-mail waits for another try."""
    made = pledge_once(make_campaign(), full_name="عائشہ صدیقہ", phone="+923001234567")
    confirm_pledge(pledge=made, now=NOW)
    OutboxMessage.objects.update(state=MessageState.STUCK)
    return made


def test_purge_pledges_long_after_the_campaign_leaves_the_count_and_no_person(
    pledge: Pledge,
) -> None:
    known = set(tables_naming(PERSONAL))
    Campaign.objects.update(is_current=False)

    purged = purge_pledges(now=LONG_AFTER)

    pledge.refresh_from_db()
    assert known == {"participants_contact", "messaging_outboxmessage"}
    assert tables_naming([*PERSONAL, pledge.submission_hash or "-" * 64]) == {}
    assert (purged, pledge.email_key, pledge.submission_hash) == (1, "", "")
    assert pledge.state == PledgeState.CONFIRMED
    assert pledge.contact.own_links.count() == 0


def test_purge_pledges_takes_what_was_withdrawn_at_once(pledge: Pledge) -> None:
    withdraw_pledge(pledge=pledge)

    purge_pledges(now=NOW)

    assert tables_naming(PERSONAL) == {}


def test_purge_pledges_keeps_the_current_campaign_whose_addresses_count_once(
    pledge: Pledge,
) -> None:
    assert purge_pledges(now=LONG_AFTER) == 0
    assert set(tables_naming(PERSONAL)) == {"participants_contact", "messaging_outboxmessage"}


def test_purge_pledges_keeps_a_campaign_that_is_over_until_its_time(pledge: Pledge) -> None:
    Campaign.objects.update(is_current=False)

    assert purge_pledges(now=NOW + datetime.timedelta(days=30)) == 0


def test_purge_pledges_again_or_on_a_dry_run_erases_nothing(pledge: Pledge) -> None:
    withdraw_pledge(pledge=pledge)

    counts = [purge_pledges(now=NOW, is_dry_run=True), purge_pledges(now=NOW)]
    again = purge_pledges(now=NOW)

    assert (counts, again) == ([1, 1], 0)


def test_an_address_that_was_withdrawn_and_erased_may_pledge_again(pledge: Pledge) -> None:
    withdraw_pledge(pledge=pledge)
    purge_pledges(now=NOW)

    again = pledge_once(pledge.campaign)

    assert confirm_pledge(pledge=again, now=NOW)
