"""A partner's list and counter: those who agreed to it, those who came by its links."""

import pytest
from django.core.management import call_command
from django.test import Client

from campaigns.enums import PledgeState
from campaigns.models import PartnerTally, Placement, PlacementVisits, Pledge
from campaigns.services.placements import count_visit, record_partner_consent
from events.tallying.services import refresh_tallies, wrong_partners
from tests import factories
from tests.campaigns.builders import NOW, add_counted, pledge_once
from tests.events.placements.builders import (
    audited,
    campaign,
    make_partner,
    place,
    register,
    signed_in,
    staff,
)
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
DESK = "/en/desk/placements/"


@pytest.fixture
def director() -> Client:
    """Return a director's browser."""
    campaign()
    return signed_in(staff("Directors", "director"))


@pytest.fixture
def organiser() -> Client:
    """Return the browser of Lahore's organiser."""
    campaign()
    return signed_in(factories.make_helper(factories.make_walk()))


# --- Whom partners may write to -----------------------------------------------------------------


def agree(placement: Placement, number: int = 1) -> None:
    """Register somebody who lets the partner write."""
    register(placement, number, partner_wording="The very words.")


@pytest.mark.parametrize("group", ["Directors", "Data officers"])
def test_list_holds_those_who_agreed_and_the_log_came_first(group: str) -> None:
    partner = make_partner()
    placement = place(organisation=partner)
    agree(placement)
    register(placement, 2)
    client = signed_in(staff(group, "somebody"))

    page = client.get(f"{DESK}partners/partner/").content.decode()
    sheet = b"".join(client.get(f"{DESK}partners/partner/list.csv")).decode("utf-8-sig")

    assert "0333-1110001" in page
    assert "0333-1110002" not in page
    assert [line.split(",")[1] for line in sheet.splitlines()[1:]] == ["+923331110001"]
    assert "The very words." in sheet
    assert audited()[-2:] == [("view", "partner-consents", 1), ("export", "partner-consents", 1)]


def test_list_of_a_partner_is_nobodys_else(organiser: Client) -> None:
    agree(place(organisation=make_partner()))

    page = organiser.get(DESK).content.decode()

    assert organiser.get(f"{DESK}partners/partner/").status_code == 404
    assert organiser.get(f"{DESK}partners/partner/list.csv").status_code == 404
    assert "Whom partners may write to" not in page


def test_one_partners_list_holds_nobody_of_anothers(director: Client) -> None:
    agree(place(organisation=make_partner()))
    make_partner("other", name_en="Other")

    page = director.get(f"{DESK}partners/other/").content.decode()

    assert "Nobody has agreed yet" in page


# --- The partner's own counter ------------------------------------------------------------------


def test_counter_is_told_from_ten_on_and_proved_by_the_rows(client: Client) -> None:
    placement = place(organisation=make_partner())
    for number in range(1, 6):
        register(placement, number)
    add_counted(campaign(), "lahore", 9)
    Pledge.objects.update(placement=placement)
    before = wrong_partners()
    refresh_tallies(now=NOW)

    html = client.get("/en/network/").content.decode()

    assert [(one.stored, one.counted) for one in before] == [((0, 0), (10, 9))]
    assert "10 people registered for a walk" in html
    assert "pledges counted" not in html
    assert wrong_partners() == []


@pytest.mark.parametrize("language", ["ur", "en"])
def test_counter_writes_thousands_as_other_pages_do(client: Client, language: str) -> None:
    register(place(organisation=make_partner()))
    refresh_tallies(now=NOW)
    PartnerTally.objects.update(registered=2600, pledges=3400)

    html = client.get(f"/{language}/network/").content.decode()

    assert ("2,600" in html, "3,400" in html) == (True, True)
    assert ("2600" in html, "3400" in html, raw_runs(html)) == (False, False, [])


def test_planted_counter_makes_the_check_red(capsys: pytest.CaptureFixture[str]) -> None:
    placement = place(organisation=make_partner())
    register(placement)
    refresh_tallies(now=NOW)
    PartnerTally.objects.update(registered=12)

    with pytest.raises(SystemExit) as ended:
        call_command("recompute", "--check")

    line = "2027, links of partner, people and pledges: says 12 and 0, rows 2 and 0"
    assert ended.value.code == 1
    assert line in capsys.readouterr().out.splitlines()


def test_a_counter_that_came_to_nothing_is_forgotten() -> None:
    placement = place(organisation=make_partner())
    pledge = pledge_once(campaign())
    Pledge.objects.update(placement=placement, state=PledgeState.CONFIRMED, confirmed_at=NOW)
    refresh_tallies(now=NOW)
    Pledge.objects.filter(pk=pledge.pk).update(state=PledgeState.INVALID)

    refresh_tallies(now=NOW)

    assert not PartnerTally.objects.exists()


def test_consent_without_a_partner_is_not_kept() -> None:
    placement = place()
    registration = register(placement)

    record_partner_consent(
        contact=registration.contact, placement=placement, wording="Words.", now=NOW
    )

    assert not registration.contact.partner_consents.exists()


def test_visits_of_a_day_are_one_row() -> None:
    placement = place()

    for number in range(3):
        count_visit(placement=placement, address=f"203.0.113.{number}", now=NOW)

    assert list(PlacementVisits.objects.values_list("count", flat=True)) == [3]
