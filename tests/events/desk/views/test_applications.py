"""Applications of every kind at the desk: logged, answered once, seen by nobody else."""

from typing import Any

import pytest
from django.test import Client

from events.enums import EventRoleKind
from events.models import Event
from participants.applications.lists import LOGGED_COLUMNS
from participants.enums import ApplicationState
from participants.models import AuditEntry
from tests import factories
from tests.events.hosting.builders import staff
from tests.events.pages import Page
from tests.participants.applications.kinds import EVERY_KIND, LANGUAGES, Kind, link_in_message
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock"), EVERY_KIND]


@pytest.fixture
def made(db: None, kind: Kind) -> Any:
    """Return an application nobody has answered."""
    factories.make_helpline()
    return kind.make(email="somebody@example.com")


@pytest.fixture
def director(made: Any) -> Client:
    """Return a director's browser."""
    return staff()


@LANGUAGES
def test_list_is_logged_before_it_is_shown(
    kind: Kind, director: Client, made: Any, language: str
) -> None:
    page = Page(director.get(kind.desk_path(language=language)))

    logged = AuditEntry.objects.values_list("action", "kind", "subject", "row_count").get()
    assert logged == ("view", f"{kind.word}-applications", kind.model.ABOUT, 1)
    assert AuditEntry.objects.get().columns == list(LOGGED_COLUMNS)
    assert made.organisation_name in page.text()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []


def test_list_shows_unanswered_ones_first(kind: Kind, director: Client) -> None:
    answered = kind.make(key="2" * 32, organisation_name="دوسرا ادارہ")
    director.post(kind.desk_path(answered, "decline/"), {"reason": "aims"})

    rows = Page(director.get(kind.desk_path())).soup.select(".desk-changes__item")

    assert ["دوسرا" in row.get_text() for row in rows] == [False, True]


@pytest.mark.parametrize("action", ["", "approve/", "decline/"])
@LANGUAGES
def test_pages_keep_to_their_language_and_change_nothing(
    kind: Kind, director: Client, made: Any, language: str, action: str
) -> None:
    before = kind.model._default_manager.values().get()

    page = Page(director.get(kind.desk_path(made, action, language)))

    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []
    assert kind.model._default_manager.values().get() == before


def test_whoever_may_not_answer_sees_nothing(kind: Kind, made: Any) -> None:
    helper = Client()
    helper.force_login(factories.make_helper(factories.make_walk(), EventRoleKind.ORGANISER))
    events = Event.objects.count()

    for browser in (helper, staff("Editors"), staff("Data officers")):
        for address in (kind.desk_path(), *_pages_of(kind, made)):
            response = browser.get(address)
            assert response.status_code == 404
            assert kind.typed["full_name"] not in response.content.decode()
        assert browser.post(kind.desk_path(made, "decline/"), {"reason": "aims"}).status_code == 404
        assert browser.post(kind.desk_path(made, "approve/"), {}).status_code == 404
    assert kind.the_one().state == ApplicationState.RECEIVED
    assert Event.objects.count() == events


def _pages_of(kind: Kind, made: Any) -> list[str]:
    return [kind.desk_path(made, action) for action in ("", "approve/", "decline/")]


def test_declining_asks_for_a_reason_first_and_both_languages_or_neither(
    kind: Kind, director: Client, made: Any
) -> None:
    form = Page(director.get(kind.desk_path(made, "decline/")))
    assert list(form.fields())[-2:] == ["answer_ur", "answer_en"]

    wrong: list[dict[str, Any]] = [{}, {"reason": "no"}, {"reason": "aims", "answer_en": "Sorry."}]
    for fields in wrong:
        response = director.post(kind.desk_path(made, "decline/"), fields)
        assert response.status_code == 200
        assert Page(response).errors()
    assert kind.the_one().state == ApplicationState.RECEIVED


def test_answering_a_second_time_says_so_and_leads_back(
    kind: Kind, director: Client, made: Any
) -> None:
    director.post(kind.desk_path(made, "decline/"), {"reason": "aims"})

    for action in ("decline/", "approve/"):
        response = director.post(kind.desk_path(made, action), {"reason": "other"})
        assert (response.status_code, response["Location"]) == (303, kind.desk_path(made))
    assert kind.the_one().decline_reason == "aims"


def test_applicant_reads_reason_and_words_on_the_own_page(
    kind: Kind, director: Client, made: Any, client: Client
) -> None:
    reason, _words = kind.reason
    answers = {"answer_ur": "سڑک تنگ ہے۔", "answer_en": "The road is narrow."}
    director.post(kind.desk_path(made, "decline/"), {"reason": reason, **answers})

    client.get(link_in_message(f"{kind.word}-received"))
    page = Page(client.get(kind.own_path()))

    assert "سڑک تنگ ہے۔" in page.text()
    assert "The road is narrow." not in page.text()


def test_desk_home_tells_the_director_of_what_is_unanswered(kind: Kind, director: Client) -> None:
    page = Page(director.get("/en/desk/"))

    assert page.soup.select_one(f'a[href="{kind.desk_path(language="en")}"]') is not None
    assert "1 is not answered yet" in page.text()
