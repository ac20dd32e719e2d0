"""A director begins 2028 from 2027 with one press, sees what was made, and takes it back."""

import pytest
from playwright.sync_api import Page, expect

from campaigns.models import Campaign, CampaignGoal, Pledge, PledgeStatement
from events.models import Event, EventRole, HostApplication, Registration, Speaker
from tests.journeys.conftest import OpenPage
from tests.journeys.desk_steps import at_the_desk, logged
from tests.journeys.steps import follow, go_on, press, read
from tests.served_site import ServedSite

pytestmark = pytest.mark.look


def _of_2028(site: ServedSite) -> dict[str, int]:
    """Return how much there is of 2028: what is to be made, and people."""
    with site.database():
        people = {
            "registrations": Registration.objects.filter(event__campaign__year=2028),
            "roles": EventRole.objects.filter(event__campaign__year=2028),
            "speakers": Speaker.objects.filter(event__campaign__year=2028),
            "applications": HostApplication.objects.filter(event__campaign__year=2028),
            "pledges": Pledge.objects.filter(campaign__year=2028),
        }
        made = {
            "campaigns": Campaign.objects.filter(year=2028, is_draft=True, is_current=False),
            "goals": CampaignGoal.objects.filter(campaign__year=2028),
            "statements": PledgeStatement.objects.filter(campaign__year=2028),
            "drafts": Event.objects.filter(campaign__year=2028, live=False),
            "public events": Event.objects.filter(campaign__year=2028, live=True),
        }
        return {name: rows.count() for name, rows in (people | made).items()}


def _of_2027(site: ServedSite) -> tuple[int, int, int]:
    with site.database():
        campaign = Campaign.objects.get(year=2027)
        events = Event.objects.filter(campaign=campaign)
        return campaign.goals.count(), campaign.statements.count(), events.count()


def test_2028_is_begun_from_2027_in_one_press_without_a_person(
    open_page: OpenPage, working_site: ServedSite
) -> None:
    goals, statements, events = _of_2027(working_site)
    page = at_the_desk(open_page, working_site, "director")
    page.goto("/ur/desk/plans/")
    follow(page, "اگلا سال شروع کریں")
    follow(page, "2028 شروع کریں")
    assert "اعلان ہونے تک خالی" in read(page)
    ticked = page.locator("[name=events]:checked").count()
    go_on(page)

    plan = page.url
    said = read(page)
    found = _of_2028(working_site)
    unseen = _status(page, "/ur/campaigns/2028/")
    log = logged(working_site, "year-started")
    press(page, "واپس لیں")
    left = _of_2028(working_site)

    assert "سال 2028 مسودے کے طور پر شروع ہو گیا۔" in said
    assert 0 < ticked <= events
    assert found == {
        **dict.fromkeys(("registrations", "roles", "speakers", "applications", "pledges"), 0),
        "campaigns": 1,
        "goals": goals,
        "statements": statements,
        "drafts": ticked,
        "public events": 0,
    }
    assert min(goals, statements) > 0
    assert unseen == 404
    assert [(who, count) for who, _action, _subject, count in log[-1:]] == [("director", ticked)]
    assert page.url == plan
    expect(page.locator("main")).to_contain_text("سال بھی واپس لے لیا گیا۔")
    assert set(left.values()) == {0}


def _status(page: Page, path: str) -> int:
    return page.request.get(path).status
