"""The network at the desk: logged, answered once, public at once, out and back in."""

from typing import Any

import pytest
from django.test import Client

from campaigns.enums import JoinState
from campaigns.models import JoinApplication, Organisation
from participants.models import AuditEntry
from tests import factories
from tests.campaigns.builders import make_campaign
from tests.campaigns.joining.builders import approved, link_in_message, make_application
from tests.events.hosting.builders import staff
from tests.events.pages import Page
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


@LANGUAGES
def test_list_is_logged_before_it_is_shown(
    director: Client, application: JoinApplication, language: str
) -> None:
    page = Page(director.get(desk(language=language)))

    logged = AuditEntry.objects.get()
    assert (logged.action, logged.kind, logged.subject, logged.row_count) == (
        "view",
        "join-applications",
        "joining",
        1,
    )
    assert application.organisation_name in page.text()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []


@pytest.mark.parametrize("action", ["", "approve/", "decline/", "membership/"])
@LANGUAGES
def test_pages_keep_to_their_language_and_change_nothing(
    director: Client, application: JoinApplication, language: str, action: str
) -> None:
    before = JoinApplication.objects.values().get()

    page = Page(director.get(desk(application, action, language)))

    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []
    assert JoinApplication.objects.values().get() == before


@pytest.mark.parametrize("group", ["Editors", "Data officers"])
def test_whoever_may_not_verify_sees_nothing(application: JoinApplication, group: str) -> None:
    browser = staff(group)

    for address in (desk(), desk(application)):
        response = browser.get(address)
        assert response.status_code == 404
        assert "راشدہ" not in response.content.decode()
    assert browser.post(desk(application, "approve/"), ENTRY).status_code == 404
    assert Organisation.objects.count() == 0


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
    assert JoinApplication.objects.get().state == JoinState.DECLINED

    director.post(desk(application, "reopen/"))

    assert JoinApplication.objects.get().state == JoinState.RECEIVED


def test_taken_out_and_back_in_at_the_desk(director: Client, client: Client) -> None:
    made, organisation = approved(factories.make_user("other"), key="2" * 32)

    director.post(desk(made, "membership/"), {"in_network": "0"})
    assert organisation.name_en not in Page(client.get("/en/network/")).text()
    assert "اب نیٹ ورک میں شامل نہیں" in Page(director.get(desk(made))).text()
    director.post(desk(made, "membership/"), {"in_network": "1"})

    assert organisation.name_en in Page(client.get("/en/network/")).text()


def test_desk_home_tells_the_director_of_what_is_unanswered(director: Client) -> None:
    page = Page(director.get("/en/desk/"))

    link = page.soup.select_one('a[href="/en/desk/network/"]')
    assert link is not None
    assert "1 is not answered yet" in page.text()


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
