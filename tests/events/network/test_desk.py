"""The network at the desk: logged, answered once, public at once, out and back in."""

from typing import Any

import pytest
from django.test import Client

from campaigns.models import JoinApplication, Organisation
from participants.enums import ApplicationState
from tests import factories
from tests.campaigns.builders import make_campaign
from tests.campaigns.joining.builders import approved, make_application
from tests.events.hosting.builders import staff
from tests.events.pages import Page
from tests.participants.applications.kinds import link_in_message
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])
ENTRY = {
    "name_ur": "انجمنِ تعلیم ملتان",
    "name_en": "Education Society Multan",
    "work_ur": "شام کے اسکول چلاتی ہے۔",
    "work_en": "Runs evening schools.",
    "kind": "ngo",
}


@pytest.fixture
def application(db: None) -> JoinApplication:
    """Return an application nobody has answered."""
    factories.make_helpline()
    return make_application(email="somebody@example.com")


@pytest.fixture
def director(application: JoinApplication) -> Client:
    """Return a director's browser."""
    return staff()


def desk(application: JoinApplication | None = None, action: str = "", language: str = "ur") -> str:
    """Return an address of the list, of an application, or of what is done with it."""
    end = f"{application.reference}/{action}" if application else ""
    return f"/{language}/desk/network/{end}"


def test_approval_prefills_what_was_written_and_asks_for_the_other_language(
    director: Client, application: JoinApplication
) -> None:
    page = Page(director.get(desk(application, "approve/", "en")))

    form = page.fields()
    assert (form["name_ur"], form["name_en"]) == (application.organisation_name, "")
    assert "Write it in English here." in page.text()
    assert "known" not in form
    errors = Page(director.post(desk(application, "approve/"), ENTRY | {"name_en": ""})).errors()
    assert len(errors) == 1
    assert Organisation.objects.count() == 0


def test_approved_organisation_stands_on_the_public_page_without_its_contact(
    director: Client, application: JoinApplication, client: Client
) -> None:
    response = director.post(desk(application, "approve/"), ENTRY)

    assert response.status_code == 303
    assert "شامل ہو گیا" in Page(director.get(desk(application))).text()
    public = Page(client.get("/en/network/")).text()
    assert "Education Society Multan" in public
    assert "Multan" in public
    assert "راشدہ" not in public
    assert "3001234567" not in public
    assert link_in_message("join-approved").startswith("/ur/my/network/")


def test_approving_a_second_time_says_so_and_makes_no_second_row(
    director: Client, application: JoinApplication
) -> None:
    director.post(desk(application, "approve/"), ENTRY)
    director.get(desk(application))

    response = director.post(desk(application, "approve/"), ENTRY)

    assert response["Location"] == desk(application)
    assert Organisation.objects.count() == 1


def test_organisation_of_a_like_name_is_offered_and_taken_in_instead_of_a_second(
    director: Client, application: JoinApplication
) -> None:
    known = Organisation.objects.create(
        slug="anjuman", name_en="Anjuman", name_ur="انجمنِ تعليم ملتان"
    )
    Organisation.objects.create(slug="other", name_en="Other", name_ur="دوسرا ادارہ")

    offered = [
        str(tag["value"])
        for tag in Page(director.get(desk(application, "approve/"))).soup.select("[name=known]")
    ]
    assert offered == [str(known.pk), "new"]
    assert len(Page(director.post(desk(application, "approve/"), ENTRY)).errors()) == 1
    director.post(desk(application, "approve/"), ENTRY | {"known": str(known.pk)})

    known.refresh_from_db()
    assert (known.is_in_network, Organisation.objects.count()) == (True, 2)


def test_declining_needs_a_reason_and_can_be_taken_back(
    director: Client, application: JoinApplication
) -> None:
    wrong: list[dict[str, Any]] = [{}, {"reason": "no"}, {"reason": "aims", "answer_en": "Sorry."}]
    for fields in wrong:
        assert Page(director.post(desk(application, "decline/"), fields)).errors()
    director.post(desk(application, "decline/"), {"reason": "aims"})
    assert JoinApplication.objects.get().state == ApplicationState.DECLINED

    director.post(desk(application, "reopen/"))

    assert JoinApplication.objects.get().state == ApplicationState.RECEIVED


def test_taken_out_and_back_in_at_the_desk(director: Client, client: Client) -> None:
    made, organisation = approved(factories.make_user("other"), key="2" * 32)

    director.post(desk(made, "membership/"), {"in_network": "0"})
    assert organisation.name_en not in Page(client.get("/en/network/")).text()
    assert "اب نیٹ ورک میں شامل نہیں" in Page(director.get(desk(made))).text()
    director.post(desk(made, "membership/"), {"in_network": "1"})

    assert organisation.name_en in Page(client.get("/en/network/")).text()


@LANGUAGES
def test_certificates_of_the_network_are_handed_out_to_directors(
    director: Client, language: str
) -> None:
    make_campaign()
    _made, organisation = approved(factories.make_user("other"), key="2" * 32)
    Organisation.objects.create(slug="stranger", name_en="Stranger", name_ur="اجنبی")

    page = Page(director.get(f"/{language}/desk/network/organisations/"))

    path = f"/{language}/desk/network/organisations/{organisation.slug}/certificate.pdf"
    assert page.soup.select_one(f'a[href="{path}"]') is not None
    assert page.soup.select_one('a[href*="stranger"]') is None
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert director.get(path).content.startswith(b"%PDF")
    assert director.get(path.replace(organisation.slug, "stranger")).status_code == 404
    assert staff("Editors").get(path).status_code == 404
