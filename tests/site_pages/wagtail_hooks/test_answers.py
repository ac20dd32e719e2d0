"""What an editor says of an edit, while the open form saves itself again and again."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_pages.enums import EditKind
from tests.site_pages.drafts import edit, fresh, make_agreeing, make_staff
from tests.site_pages.wagtail_hooks.test_languages import form_of, signed_in, states

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> Client:
    """A reviewer's browser."""
    return signed_in("Reviewers")


def save_itself(client: Client, page: Page, answers: dict[str, Any]) -> None:
    """Send the form as its script does while somebody writes on."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    said = client.post(address, answers, headers={"accept": "application/json"}).json()
    assert said["success"]


def test_answer_at_the_end_speaks_of_all_that_saved_itself_before(reviewer: Client) -> None:
    _urdu, english = make_agreeing()
    answers = form_of(reviewer, english, intro="Firs", edit_kind="change")
    save_itself(reviewer, english, answers)

    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    reviewer.post(address, {**answers, "intro": "First!", "edit_kind": "minor"})

    assert states(reviewer) == [["fresh", "fresh"]]


def test_answer_speaks_of_nothing_that_somebody_else_wrote_meanwhile(reviewer: Client) -> None:
    _urdu, english = make_agreeing()
    answers = form_of(reviewer, english, intro="First!", edit_kind="minor")
    edit(english, user=make_staff("another", "Editors"), intro="Something else.")

    reviewer.post(reverse("wagtailadmin_pages:edit", args=[english.pk]), answers)

    assert states(reviewer) == [["stale", "fresh"]]


def test_words_written_after_the_other_language_followed_are_news_again(reviewer: Client) -> None:
    urdu, english = make_agreeing()
    answers = form_of(reviewer, english, intro="Second.", edit_kind="change")
    save_itself(reviewer, english, answers)
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")

    save_itself(reviewer, english, {**answers, "intro": "Third."})

    assert states(reviewer) == [["stale", "fresh"]]


def test_answer_given_before_the_draft_saved_itself_still_counts(reviewer: Client) -> None:
    urdu, english = make_agreeing()
    edit(english, intro="Second.")
    address = reverse("wagtailadmin_pages:edit", args=[urdu.pk])
    answers = form_of(reviewer, urdu, intro="دوسرا", edit_kind="caught_up")
    saved = reviewer.post(address, answers, headers={"accept": "application/json"}).json()

    again = {**answers, "intro": "دوسرا۔", "overwrite_revision_id": saved["revision_id"]}
    reviewer.post(address, again)

    draft: Any = fresh(urdu).get_latest_revision_as_object()
    assert draft.intro == "دوسرا۔"
    assert states(reviewer) == [["fresh", "fresh"]]
