"""The first page of the CMS, its help, and the question asked with every edit."""

import pytest
from django.test import Client
from django.urls import reverse

from site_pages.services.workflow import ensure_workflow
from tests.site_pages.builders import home
from tests.site_pages.drafts import draft_text, edit, fresh, make_agreeing, make_staff

pytestmark = [pytest.mark.look, pytest.mark.django_db]


@pytest.fixture
def editor() -> Client:
    """An editor's browser."""
    client = Client()
    client.force_login(make_staff("editor", "Editors"))
    return client


def test_first_page_counts_what_is_not_in_order(editor: Client) -> None:
    _urdu, english = make_agreeing()
    edit(english, intro="Other words.")
    draft_text("en", slug="alone", title="Alone")

    html = editor.get("/admin/").content.decode()

    assert "1 page is stale in one language" in html
    assert "1 page is missing in one language" in html


def test_help_leads_to_our_guide_and_not_to_the_programs_makers(editor: Client) -> None:
    html = editor.get("/admin/").content.decode()

    assert reverse("editors_guide") in html
    assert "guide.wagtail.org" not in html
    assert "What's new in Wagtail" not in html
    assert "From the first word to the readers" in editor.get("/admin/guide/").content.decode()


def test_editor_is_asked_once_what_changed(editor: Client) -> None:
    _urdu, english = make_agreeing()

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()

    assert html.count('name="edit_kind"') == 2
    assert html.count('value="change"') == 1
    assert html.count('name="seen_changes"') == 1


def test_page_sent_back_shows_the_reviewers_words_until_it_is_submitted_again() -> None:
    people = {group: make_staff(group.lower(), group) for group in ("Editors", "Translators")}
    workflow = ensure_workflow()
    _urdu, english = make_agreeing()
    browser = Client()
    browser.force_login(people["Editors"])
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    workflow.start(english, people["Editors"])
    step = fresh(english)
    step.current_workflow_task.on_action(
        step.current_workflow_task_state, people["Translators"], "reject", comment="Too <b>long."
    )

    sent_back = browser.get(address).content.decode()
    fresh(english).current_workflow_state.resume(people["Editors"])
    again = browser.get(address).content.decode()

    assert '<blockquote dir="auto">Too &lt;b&gt;long.</blockquote>' in sent_back
    assert "in the step “Other language” by translators on " in sent_back
    assert "<strong>Sent back</strong>" not in again


def test_page_not_saved_yet_is_not_asked_what_changed(editor: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["site_pages", "topicpage", home("en").pk])

    assert 'name="edit_kind"' not in editor.get(address).content.decode()


def test_only_what_a_reader_would_notice_is_shown_as_changed(editor: Client) -> None:
    paragraph = {"type": "rich_text", "value": "<p>Same words.</p>", "id": "one"}
    with_key = {"type": "rich_text", "value": '<p data-block-key="k1">Same words.</p>', "id": "one"}
    urdu, english = make_agreeing(body=[paragraph])

    edit(english, intro="Second.", body=[with_key])
    html = editor.get(reverse("page_side_by_side", args=[urdu.pk])).content.decode()

    assert "<dt>Opening words</dt>" in html
    assert "<dt>Text of the page</dt>" not in html
