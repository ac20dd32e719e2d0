"""The code somebody came by, from the form to the row; and a partner's own box."""

import re
from typing import Any

import pytest
from django.test import Client

from campaigns.enums import PledgeState
from campaigns.models import Organisation, PartnerConsent, Placement, Pledge
from campaigns.selectors.placements import agreed_to
from campaigns.services import confirm_pledge, withdraw_pledge
from campaigns.services.placements import switch_placement
from events.models import Registration
from events.registration.services.changes import cancel_registration
from tests import factories
from tests.campaigns.builders import NOW, make_city
from tests.events.placements.builders import LINE, campaign, make_partner, place

pytestmark = pytest.mark.django_db
BOX = 'name="partner_consent"'
WALKER = {
    "full_name": "کوثر عباس",
    "phone": "0333 1110566",
    "email": "",
    "party_size": "2",
    "consent": "on",
}
PLEDGER = {"full_name": "", "phone": "", "email": "a@mail.test", "city": "lahore", "consent": "on"}
WORDING = f"Legal Aid Society may write to me. {LINE}"


def field(html: str, name: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found is not None, name
    return found[1]


def send(client: Client, path: str, typed: dict[str, str]) -> Any:
    """Fill in a form and its check page as a browser does."""
    first = client.get(path).content.decode()
    seal = {"partner_seal": field(first, "partner_seal")} if BOX in first else {}
    sent = typed | seal | {"key": field(first, "key")}
    check = client.post(path, sent).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', check))
    hidden.pop("csrfmiddlewaretoken", None)
    again = typed | {name: value for name, value in hidden.items() if name != "email"}
    return client.post(path, again | {"confirmed": "1"})


@pytest.fixture
def walk_path() -> str:
    """Return the form of a walk."""
    return f"/en/events/{factories.make_walk().slug}/register/"


def test_code_goes_from_the_form_to_the_registration(client: Client, walk_path: str) -> None:
    placement = place()

    answer = send(client, f"{walk_path}?from={placement.code}", WALKER)

    assert answer.status_code == 303
    assert Registration.objects.get().placement == placement


def test_code_goes_from_the_groups_form_too(client: Client) -> None:
    walk, placement = factories.make_walk(), place()
    walk.places.largest_group = 60
    walk.places.save()
    path = f"/en/events/{walk.slug}/register/"
    assert f"{path}group/?from={placement.code}" in (
        client.get(f"{path}?from={placement.code}").content.decode()
    )

    send(client, f"{path}group/?from={placement.code}", WALKER | {"group_name": "School"})

    assert Registration.objects.get().placement == placement


@pytest.mark.parametrize("code", ["", "?from=ZZZZZ", "?from=%00", "?from=stopped"])
def test_wrong_or_stopped_code_is_ignored(client: Client, walk_path: str, code: str) -> None:
    stopped = place()
    switch_placement(placement=stopped, is_active=False, actor=stopped.made_by, now=NOW)

    answer = send(client, walk_path + code.replace("stopped", stopped.code), WALKER)

    assert answer.status_code == 303
    assert Registration.objects.get().placement is None


def test_code_goes_from_the_form_to_the_pledge(client: Client) -> None:
    placement = place()
    make_city()

    answer = send(client, f"/en/pledge/?from={placement.code}", PLEDGER)

    assert answer.status_code == 303
    assert Pledge.objects.get().placement == placement


# --- The partner's box --------------------------------------------------------------------------


@pytest.fixture
def partners() -> Placement:
    """Return a partner's link to the pledge."""
    make_city()
    return place(organisation=make_partner())


def test_box_stands_on_the_partners_link_alone_and_is_not_ticked(
    client: Client, walk_path: str, partners: Placement
) -> None:
    without = place()

    for path in (walk_path, "/en/pledge/"):
        html = client.get(f"{path}?from={partners.code}").content.decode()
        box = html[html.index(BOX) - 200 : html.index(BOX) + 200]
        assert "checked" not in box
        assert "Legal Aid Society may write to me." in html
        assert LINE in html
        assert BOX not in client.get(path).content.decode()
        assert BOX not in client.get(f"{path}?from={without.code}").content.decode()


def test_partner_without_a_line_in_both_languages_has_no_box(
    client: Client, partners: Placement
) -> None:
    Organisation.objects.update(consent_line_ur="")

    assert BOX not in client.get(f"/en/pledge/?from={partners.code}").content.decode()


def test_tick_is_kept_word_for_word_for_this_partner(
    client: Client, walk_path: str, partners: Placement
) -> None:
    other = make_partner("other", name_en="Other")

    send(client, f"{walk_path}?from={partners.code}", WALKER | {"partner_consent": "on"})

    consent = PartnerConsent.objects.get()
    assert (consent.wording, consent.language) == (WORDING, "en")
    assert [one.contact.phone for one in agreed_to(consent.organisation)] == ["+923331110566"]
    assert list(agreed_to(other)) == []


def test_without_a_tick_nothing_is_kept(
    client: Client, walk_path: str, partners: Placement
) -> None:
    send(client, f"{walk_path}?from={partners.code}", WALKER)

    assert Registration.objects.get().placement == partners
    assert not PartnerConsent.objects.exists()


def test_tick_for_other_words_than_stand_there_now_is_asked_again(
    client: Client, partners: Placement
) -> None:
    path = f"/en/pledge/?from={partners.code}"
    first = client.get(path).content.decode()
    seal, key = field(first, "partner_seal"), field(first, "key")
    Organisation.objects.update(consent_line_en="About anything at all.")
    sent = PLEDGER | {"partner_consent": "on", "partner_seal": seal, "key": key}

    check = client.post(path, sent).content.decode()
    client.post(path, sent | {"confirmed": "1"})

    assert "The words beside this box have changed." in check
    assert not Pledge.objects.exists()


def test_pledger_is_on_the_list_once_confirmed_and_not_after_withdrawing(
    client: Client, partners: Placement
) -> None:
    assert partners.organisation is not None
    send(client, f"/en/pledge/?from={partners.code}", PLEDGER | {"partner_consent": "on"})
    pledge = Pledge.objects.get()
    lists = [agreed_to(partners.organisation).count()]

    confirm_pledge(pledge=pledge, now=NOW)
    lists.append(agreed_to(partners.organisation).count())
    withdraw_pledge(pledge=pledge)
    lists.append(agreed_to(partners.organisation).count())

    assert PledgeState(Pledge.objects.get().state) == PledgeState.WITHDRAWN
    assert lists == [0, 1, 0]


def test_cancelling_takes_it_back(client: Client, walk_path: str, partners: Placement) -> None:
    assert partners.organisation is not None
    send(client, f"{walk_path}?from={partners.code}", WALKER | {"partner_consent": "on"})

    cancel_registration(registration=Registration.objects.get(), now=NOW)

    assert PartnerConsent.objects.get().withdrawn_at == NOW
    assert agreed_to(partners.organisation).count() == 0


@pytest.mark.parametrize("is_pledge", [True, False])
def test_own_data_shows_it_exports_it_and_takes_it_back(
    client: Client, walk_path: str, partners: Placement, is_pledge: bool
) -> None:
    path, typed = ("/en/pledge/", PLEDGER) if is_pledge else (walk_path, WALKER)
    answer = send(client, f"{path}?from={partners.code}", typed | {"partner_consent": "on"})
    own = answer["Location"]

    before = client.get(f"{own}data/").content.decode()
    held = client.get(f"{own}export.json").json()
    taken = client.post(f"{own}partners/")
    after = client.get(f"{own}data/").content.decode()

    assert "Legal Aid Society" in before
    assert LINE in before
    assert "Take this back" in before
    assert [one["wording"] for one in held["consents_to_organisations"]] == [WORDING]
    assert (taken.status_code, taken["Location"]) == (303, f"{own}data/")
    assert "Take this back" not in after
    assert "Taken back:" in after
    assert PartnerConsent.objects.get().withdrawn_at is not None


def test_campaign_is_current() -> None:
    assert place().campaign == campaign()
