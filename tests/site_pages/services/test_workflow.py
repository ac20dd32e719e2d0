"""From the author over the translator to the reviewer, and who may approve what."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Workflow, WorkflowPage

from directory.models import User
from site_pages.enums import EditKind, Refusal
from site_pages.errors import NotPublishable
from site_pages.models import TopicPage
from site_pages.services.workflow import ensure_workflow
from tests.site_pages.builders import home
from tests.site_pages.drafts import edit, fresh, make_agreeing, make_staff
from tests.uploads import make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, User]:
    """An author, a translator and a reviewer."""
    found = {group: make_staff(group.lower(), group) for group in ("Editors", "Translators")}
    return {**found, "Reviewers": make_staff("reviewers", "Reviewers")}


@pytest.fixture
def submitted(people: dict[str, User]) -> TopicPage:
    """A safety page changed in English by an editor, who sent it on its way."""
    _urdu, english = make_agreeing(is_sensitive=True)
    english = edit(english, intro="Second.", user=people["Editors"])
    ensure_workflow().start(english, people["Editors"])
    return fresh(english)


def actions(page: TopicPage, user: User) -> set[str]:
    """Return what somebody is offered at the page's present step."""
    page = fresh(page)
    task = page.current_workflow_task
    return {name for name, _label, _asks in task.get_actions(page, user)} if task else set()


def approve(page: TopicPage, user: User) -> None:
    """Approve the present step as Wagtail does."""
    page = fresh(page)
    page.current_workflow_task.on_action(page.current_workflow_task_state, user, "approve")


def finish_urdu(page: TopicPage, user: User) -> TopicPage:
    """Bring the Urdu text up to date."""
    urdu = page.get_translation(home("ur").locale)
    return edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔", user=user)


def test_command_makes_workflow_and_groups_and_changes_nothing_the_second_time() -> None:
    call_command("make_workflow")
    before = (Workflow.objects.count(), GroupPagePermission.objects.count())
    call_command("make_workflow")

    assert before == (Workflow.objects.count(), GroupPagePermission.objects.count())
    assert [task.name for task in home("en").get_workflow().tasks] == ["Other language", "Review"]
    assert WorkflowPage.objects.count() == 2


@pytest.mark.parametrize(
    ("group", "may"), [("Editors", True), ("Reviewers", True), ("Translators", False)]
)
def test_page_on_its_way_is_taken_down_by_whoever_may_publish(
    people: dict[str, User], submitted: TopicPage, group: str, may: bool
) -> None:
    user = people[group]
    page = fresh(submitted)

    assert page.permissions_for_user(user).can_unpublish() is may
    assert page.permissions_for_user(user).page_locked() is (group != "Translators")


def test_translator_approves_only_when_the_other_language_is_finished(
    people: dict[str, User], submitted: TopicPage
) -> None:
    before = actions(submitted, people["Translators"])
    finish_urdu(submitted, people["Translators"])

    assert before == {"reject"}
    assert actions(submitted, people["Translators"]) == {"reject", "approve"}


def test_author_is_offered_nothing_at_the_steps_of_others(
    people: dict[str, User], submitted: TopicPage
) -> None:
    assert actions(submitted, people["Editors"]) == set()


def test_approved_by_a_reviewer_both_languages_go_live(
    people: dict[str, User], submitted: TopicPage
) -> None:
    urdu = finish_urdu(submitted, people["Translators"])
    approve(submitted, people["Translators"])
    approve(submitted, people["Reviewers"])

    assert [fresh(page).intro for page in (urdu, submitted)] == ["دوسرا۔", "Second."]
    assert fresh(submitted).current_workflow_state is None


def test_reviewer_who_wrote_one_of_the_texts_does_not_approve(
    people: dict[str, User], submitted: TopicPage
) -> None:
    finish_urdu(submitted, people["Reviewers"])
    approve(submitted, people["Translators"])

    with pytest.raises(NotPublishable):
        approve(submitted, people["Reviewers"])

    assert actions(submitted, people["Reviewers"]) == {"reject"}
    assert fresh(submitted).intro == "First."
    assert fresh(submitted).workflow_in_progress


def test_urdu_that_grew_old_meanwhile_stops_the_reviewer(
    people: dict[str, User], submitted: TopicPage
) -> None:
    finish_urdu(submitted, people["Translators"])
    approve(submitted, people["Translators"])
    edit(submitted, intro="Third.", user=people["Editors"])

    assert actions(submitted, people["Reviewers"]) == {"reject"}
    with pytest.raises(NotPublishable):
        approve(submitted, people["Reviewers"])


@pytest.mark.usefixtures("own_media")
def test_picture_whose_consent_was_taken_back_stops_the_reviewer(people: dict[str, User]) -> None:
    picture = make_picture()
    body = [("image", {"image": picture, "alt_text": "", "caption": ""})]
    urdu, english = make_agreeing()
    fresh(urdu).delete()
    english = edit(english, body=body, user=people["Editors"])
    ensure_workflow().start(english, people["Editors"])
    approve(english, people["Translators"])
    before = actions(english, people["Reviewers"])

    picture.has_consent = False
    picture.save()

    assert "approve" in before
    assert actions(english, people["Reviewers"]) == {"reject"}
    with pytest.raises(NotPublishable) as refused:
        approve(english, people["Reviewers"])
    assert refused.value.refusal == Refusal.PICTURE
    assert not fresh(english).body


def test_page_of_no_danger_is_approved_alone(people: dict[str, User]) -> None:
    urdu, english = make_agreeing()
    fresh(urdu).delete()
    english = edit(english, intro="Second.", user=people["Editors"])
    ensure_workflow().start(english, people["Editors"])

    approve(english, people["Translators"])
    approve(english, people["Reviewers"])

    assert fresh(english).intro == "Second."


def test_author_sends_the_page_on_its_way_from_the_editor(people: dict[str, User]) -> None:
    ensure_workflow()
    _urdu, english = make_agreeing(is_sensitive=True)
    client = Client()
    client.force_login(people["Editors"])
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    answers: dict[str, Any] = {
        "title": english.title,
        "slug": english.slug,
        "intro": "Second.",
        "is_sensitive": "on",
        "edit_kind": "change",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "forward_words-TOTAL_FORMS": "0",
        "forward_words-INITIAL_FORMS": "0",
    }

    client.post(address, {**answers, "action-submit": "yes"})

    assert fresh(english).current_workflow_task.name == "Other language"
