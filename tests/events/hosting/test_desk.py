"""Applications at the desk: logged, decided once, and the host comes in by one link."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from directory.models import User
from directory.services.accounts import suspend
from events.models import Event, HostApplication
from events.planning.services import drafts
from participants.models import AuditEntry
from tests import factories
from tests.events.hosting.builders import make_application, staff
from tests.events.pages import Page
from tests.participants.applications.kinds import link_in_message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])
APPROVED = {
    "title_ur": "آگاہی واک، ملتان",
    "title_en": "Awareness walk, Multan",
    "organiser_ur": "ڈسٹرکٹ بار",
    "organiser_en": "District bar",
    "assembly_point_ur": "کچہری کا دروازہ",
    "assembly_point_en": "Gate of the courts",
    "happens_on": "2027-08-01",
    "starts": "07:00",
    "ends": "09:00",
    "capacity": "150",
}
PASSWORD = {"password": "three words in a row", "again": "three words in a row"}
PASSWORD_PAGE = "/ur/desk/password/"


@pytest.fixture
def application(db: None) -> HostApplication:
    """Return an application nobody has answered."""
    factories.make_helpline()
    return make_application(email="somebody@example.com")


@pytest.fixture
def director(application: HostApplication) -> Client:
    """Return a director's browser."""
    return staff()


def desk(application: HostApplication | None = None, action: str = "", language: str = "ur") -> str:
    """Return an address of the list, of an application, or of what is done with it."""
    end = f"{application.reference}/{action}" if application else ""
    return f"/{language}/desk/hosts/{end}"


def test_approval_prefills_from_the_application(
    director: Client, application: HostApplication
) -> None:
    page = Page(director.get(desk(application, "approve/", "en")))

    form = page.fields()
    assert form["title_en"] == "Awareness walk, Multan"
    assert form["assembly_point_ur"] == application.gathering_place
    assert (form["assembly_point_en"], form["organiser_en"]) == ("", "")
    assert "کچہری کا مرکزی دروازہ . Write it in English here." in page.text()
    assert (form["happens_on"], form["starts"], form["capacity"]) == ("2027-08-01", "07:00", "120")


def test_approval_prefills_english_words_as_english(director: Client) -> None:
    english = make_application(
        key="2" * 32, organisation_name="District Bar", gathering_place="Gate <b>1</b>"
    )

    page = Page(director.get(desk(english, "approve/")))

    form = page.fields()
    assert (form["organiser_en"], form["organiser_ur"]) == ("District Bar", "")
    assert (form["assembly_point_en"], form["assembly_point_ur"]) == ("Gate <b>1</b>", "")
    assert "<b>" not in page.html


def test_approval_asks_for_the_missing_language_and_makes_nothing(
    director: Client, application: HostApplication
) -> None:
    page = Page(director.post(desk(application, "approve/"), APPROVED | {"organiser_en": ""}))

    assert len(page.errors()) == 1
    assert Event.objects.count() == 0


def test_approval_while_others_take_every_name_says_so_and_makes_nothing(
    director: Client, application: HostApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "NAME_TRIES", 0)

    page = Page(director.post(desk(application, "approve/", "en"), APPROVED))

    assert "Somebody approved another walk here just now. Press again." in page.text()
    assert page.fields()["organiser_en"] == APPROVED["organiser_en"]
    assert Event.objects.count() == 0


def test_approved_host_comes_in_by_the_link_once_and_sees_that_event_alone(
    director: Client, application: HostApplication
) -> None:
    factories.make_walk()
    assert director.post(desk(application, "approve/"), APPROVED).status_code == 303
    link, browser = link_in_message("host-approved"), Client()

    assert browser.get(link)["Location"] == PASSWORD_PAGE
    assert "host-multan" in Page(browser.get(PASSWORD_PAGE)).text()
    assert browser.post(PASSWORD_PAGE, PASSWORD)["Location"] == "/ur/desk/"
    assert browser.get("/ur/desk/events/walk-multan-2027/").status_code == 200
    assert browser.get("/ur/desk/events/walk-multan-2027/attendees/").status_code == 200
    assert browser.get("/ur/desk/events/walk-lahore-2099/").status_code == 404
    assert browser.get("/ur/desk/hosts/").status_code == 404
    assert Client().get(link).status_code == 404
    assert Client().get("/ur/events/walk-multan-2027/").status_code == 404


def test_approved_host_sets_up_the_second_step_as_the_role_asks(
    director: Client, application: HostApplication, settings: Settings
) -> None:
    director.post(desk(application, "approve/"), APPROVED)
    settings.SECOND_FACTOR_EXCUSES = "nobody"
    browser = Client()
    browser.get(link_in_message("host-approved"))

    chosen = browser.post(PASSWORD_PAGE, PASSWORD)

    assert chosen["Location"] == "/ur/desk/second-step/set-up/"
    assert browser.get("/ur/desk/events/walk-multan-2027/").status_code == 302


def test_suspended_host_comes_in_by_no_link(director: Client, application: HostApplication) -> None:
    director.post(desk(application, "approve/"), APPROVED)

    suspend(user=User.objects.get(username="host-multan"))

    assert Client().get(link_in_message("host-approved")).status_code == 404


def test_new_link_ends_with_use_and_is_logged(
    director: Client, application: HostApplication
) -> None:
    director.post(desk(application, "approve/"), APPROVED)

    page = Page(director.post(desk(application)))

    text = page.soup.select_one("[data-account-link]")
    assert text is not None
    path = "/ur/desk/link/" + text.get_text(strip=True).split("/desk/link/")[1]
    browser = Client()
    assert browser.get(path).status_code == 302
    assert browser.post(PASSWORD_PAGE, PASSWORD).status_code == 302
    assert Client().get(path).status_code == 404
    # The link of the message ended when this one was made.
    assert Client().get(link_in_message("host-approved")).status_code == 404
    made = AuditEntry.objects.filter(kind="account-link-made").values_list("whom__username")
    assert list(made) == [("host-multan",), ("host-multan",)]


def test_hosted_walk_leads_to_its_starter_kit_once_there_is_a_print_shop(
    director: Client, application: HostApplication
) -> None:
    director.post(desk(application, "approve/"), APPROVED)
    ours = director.get("/ur/desk/events/walk-multan-2027/").content.decode()
    factories.make_walk()
    other = director.get("/ur/desk/events/walk-lahore-2099/").content.decode()

    try:
        kit = reverse("events:desk:prints_kit", args=["walk-multan-2027"])
    except NoReverseMatch:
        kit = ""
    # Without a print shop neither has a kit.
    assert ("ابتدائی سامان" in ours) is bool(kit)
    assert kit in ours
    assert "ابتدائی سامان" not in other
