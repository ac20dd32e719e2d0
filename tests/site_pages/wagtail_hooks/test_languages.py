"""Both languages in the CMS: the dashboard, side by side, begun and published from there."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_pages.enums import EditKind
from site_pages.models import TopicPage
from site_pages.services.workflow import ensure_workflow
from tests.site_pages.builders import locale
from tests.site_pages.drafts import (
    draft_text,
    edit,
    fresh,
    make_agreeing,
    make_staff,
)
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
DASHBOARD = "/admin/languages/"
ITEM = re.compile(r'<li class="page-pairs__item">.*?</li>', re.DOTALL)


def signed_in(group: str) -> Client:
    """Return the browser of somebody of a group."""
    client = Client()
    client.force_login(make_staff(group.lower(), group))
    return client


@pytest.fixture
def reviewer() -> Client:
    """A reviewer's browser."""
    return signed_in("Reviewers")


def states(client: Client, address: str = DASHBOARD) -> list[list[str]]:
    """Return the states of each page shown that is no home, in the order ur, en."""
    html = client.get(address).content.decode()
    found = [re.findall(r"page-pairs__state--(\w+)", item) for item in ITEM.findall(html)]
    return found[1:] if "state" not in address and "q=" not in address else found


def form_of(client: Client, page: Page, **answers: Any) -> dict[str, Any]:
    """Return what the editor's form would send, with other answers."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    fields = {
        name: form[name].value()
        for name in ("title", "slug", "intro", "edit_kind", "seen_changes", "edited_from")
    }
    fields["seen_changes"] = str(fields["seen_changes"]).replace("'", '"')
    return {
        **fields,
        "kicker": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "forward_words-TOTAL_FORMS": "0",
        "forward_words-INITIAL_FORMS": "0",
        **answers,
    }


def save(client: Client, page: Page, **answers: Any) -> Any:
    """Send the editor's form."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, form_of(client, page, **answers))


def test_dashboard_shows_fresh_stale_and_missing(reviewer: Client) -> None:
    urdu, english = make_agreeing()
    first = states(reviewer)
    edit(english, intro="Second.")
    second = states(reviewer)
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")
    third = states(reviewer)
    fresh(english).delete()
    fourth = states(reviewer)

    assert [first, second, third, fourth] == [
        [["fresh", "fresh"]],
        [["stale", "fresh"]],
        [["fresh", "fresh"]],
        [["fresh", "missing"]],
    ]


def test_state_survives_taking_down_moving_and_a_small_correction(reviewer: Client) -> None:
    urdu, english = make_agreeing()
    edit(english, intro="Second.")

    fresh(english).unpublish()
    edit(fresh(english), EditKind.MINOR, intro="Second!")
    fresh(urdu).move(fresh(urdu).get_parent(), pos="first-child")

    assert states(reviewer) == [["stale", "fresh"]]


def test_copy_of_a_page_begins_by_itself(reviewer: Client) -> None:
    urdu, _english = make_agreeing()

    urdu.copy(update_attrs={"slug": "copied"}, keep_live=False)

    assert states(reviewer) == [["fresh", "fresh"], ["fresh", "missing"]]


@pytest.mark.parametrize(
    ("query", "count"),
    [("state=stale", 1), ("state=missing", 1), ("state=safety", 0), ("q=SIGNS", 1), ("q=%00", 0)],
)
def test_dashboard_is_narrowed(reviewer: Client, query: str, count: int) -> None:
    _urdu, english = make_agreeing()
    edit(english, intro="Second.")
    draft_text("ur", slug="alone", title="اکیلا")

    assert len(states(reviewer, f"{DASHBOARD}?{query}")) == count


def test_changes_since_are_shown_in_words(reviewer: Client) -> None:
    urdu, english = make_agreeing()
    edit(english, EditKind.MINOR, intro="First of all.")
    edit(english, intro="First of all, call the helpline.")

    html = reviewer.get(f"{DASHBOARD}{urdu.pk}/").content.decode()

    assert "<dt>Opening words</dt>" in html
    assert "First of all<span" in html
    assert '<span class="addition">, call the helpline.</span>' in html
    assert "<dt>Title</dt>" not in html
    assert html.count("<iframe") == 2


def test_changes_keep_numbers_in_their_order(reviewer: Client) -> None:
    urdu, english = make_agreeing()
    edit(urdu, intro="پہلا۔ فون 0333-1110566 پر کال کریں، <b> 24/7۔")

    html = reviewer.get(f"{DASHBOARD}{english.pk}/").content.decode()

    changes = html.split('<dd class="comparison"')[1].split("</dd>")[0]
    assert ">0333-1110566</bdi>" in changes
    assert "&lt;b&gt;" in changes
    assert raw_runs(changes) == []


def test_editor_answers_what_kind_of_edit_it_was(reviewer: Client) -> None:
    _urdu, english = make_agreeing()

    save(reviewer, english, intro="First!", edit_kind="minor")
    after_minor = states(reviewer)
    save(reviewer, english, intro="Something else.", edit_kind="change")

    assert [after_minor, states(reviewer)] == [[["fresh", "fresh"]], [["stale", "fresh"]]]


def test_answer_left_out_counts_as_a_change(reviewer: Client) -> None:
    _urdu, english = make_agreeing()

    save(reviewer, english, intro="Something else.", edit_kind="")

    assert states(reviewer) == [["stale", "fresh"]]


def test_finished_follows_what_stood_before_the_translator(reviewer: Client) -> None:
    urdu, english = make_agreeing()
    edit(english, intro="Second.")
    answers = form_of(reviewer, urdu, intro="دوسرا۔", edit_kind="caught_up")
    edit(english, intro="Third.")

    reviewer.post(reverse("wagtailadmin_pages:edit", args=[urdu.pk]), answers)

    assert states(reviewer) == [["stale", "fresh"]]


def test_publishing_a_safety_page_from_the_editor_keeps_the_draft_and_says_what_to_do(
    reviewer: Client,
) -> None:
    _urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.")
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    answers = form_of(reviewer, english, is_sensitive="on")

    response = reviewer.post(address, {**answers, "action-publish": "yes"}, follow=True)

    assert response.redirect_chain[0][0] == f"{DASHBOARD}{english.pk}/"
    assert "Bring the older text up to date" in response.content.decode()
    assert fresh(english).intro == "First."


def test_both_are_published_from_the_screen(reviewer: Client) -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.")
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")

    response = reviewer.post(f"{DASHBOARD}{urdu.pk}/publish/", follow=True)

    assert "Both are live." in response.content.decode()
    assert [fresh(page).intro for page in (urdu, english)] == ["دوسرا۔", "Second."]


def test_page_on_its_way_is_taken_down_in_both_languages_from_the_screen() -> None:
    urdu, english = make_agreeing()
    ensure_workflow().start(fresh(english), None)
    editor = signed_in("Editors")

    html = editor.get(f"{DASHBOARD}{urdu.pk}/").content.decode()
    (way,) = re.findall(r'<a href="([^"]*/unpublish/)">Take this page down</a>', html)
    editor.post(way)

    assert not fresh(urdu).live
    assert not fresh(english).live


def test_way_to_take_a_page_down_is_shown_to_whoever_may() -> None:
    urdu, _english = make_agreeing()

    html = signed_in("Translators").get(f"{DASHBOARD}{urdu.pk}/").content.decode()

    assert "/unpublish/" not in html


def test_time_that_has_passed_is_refused(reviewer: Client) -> None:
    urdu, _english = make_agreeing()

    response = reviewer.post(f"{DASHBOARD}{urdu.pk}/publish/", {"at": "2020-07-30 09:00"})

    assert "This time has passed" in response.content.decode()


def test_translator_does_not_publish_both() -> None:
    urdu, english = make_agreeing()
    edit(english, EditKind.MINOR, intro="First!")

    signed_in("Translators").post(f"{DASHBOARD}{urdu.pk}/publish/")

    assert fresh(english).intro == "First."


def test_other_language_is_begun_as_a_draft_that_cannot_be_published() -> None:
    translator = signed_in("Translators")
    urdu = draft_text("ur", slug="begun", title="شروع", intro="متن")

    response = translator.post(f"{DASHBOARD}{urdu.pk}/begin/en/")

    english = TopicPage.objects.get(slug="begun", locale__language_code="en")
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert (english.live, english.intro) == (False, "متن")
    assert states(translator) == [["fresh", "stale"]]


def test_placeholder_becomes_a_draft_with_the_newest_words() -> None:
    translator = signed_in("Translators")
    urdu = draft_text("ur", slug="begun", title="شروع", intro="متن")
    urdu.latest_revision.publish()
    urdu = fresh(urdu)
    alias = urdu.copy_for_translation(locale("en"), alias=True)
    edit(urdu, intro="نیا متن")

    translator.post(f"{DASHBOARD}{urdu.pk}/begin/en/")

    english = fresh(alias)
    draft: Any = english.get_latest_revision_as_object()
    assert (english.live, english.alias_of_id, draft.intro) == (False, None, "نیا متن")


def test_beginning_twice_changes_nothing() -> None:
    translator = signed_in("Translators")
    urdu, _english = make_agreeing()

    response = translator.post(f"{DASHBOARD}{urdu.pk}/begin/en/", follow=True)

    assert "It is begun already" in response.content.decode()


@pytest.mark.parametrize("group", ["Data officers"])
def test_who_has_no_pages_sees_none(group: str) -> None:
    urdu, _english = make_agreeing()
    client = signed_in(group)

    statuses = [
        client.get(address).status_code for address in (DASHBOARD, f"{DASHBOARD}{urdu.pk}/")
    ]

    assert statuses == [302, 302]


@pytest.mark.parametrize("address", ["publish/", "begin/en/"])
def test_looking_changes_nothing(reviewer: Client, address: str) -> None:
    urdu, _english = make_agreeing()

    assert reviewer.get(f"{DASHBOARD}{urdu.pk}/{address}").status_code == 405
