"""When each language of a page goes live by itself, or should have."""

import datetime

import pytest
import time_machine
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.models import Page

from site_pages.enums import EditKind
from site_pages.models import TopicPage
from site_pages.selectors.pairs import page_pairs, pair_of
from site_pages.services.publishing import publish_due, publish_together
from tests.site_pages.drafts import draft_text, edit, fresh, make_agreeing, make_staff

pytestmark = pytest.mark.django_db
# Later than any machine's clock: Wagtail asks it whether a time has come.
LATER = datetime.datetime(2099, 7, 30, 4, 0, tzinfo=datetime.UTC)
BEFORE = LATER - datetime.timedelta(days=1)


@pytest.fixture
def planned() -> tuple[TopicPage, TopicPage]:
    """A safety page, live, whose newer drafts go live together later."""
    urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.")
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")
    publish_together(page=english, user=None, at=LATER)
    return fresh(urdu), fresh(english)


def said(page: Page, now: datetime.datetime) -> list[str]:
    """Return what the dashboard says of going live, Urdu first; "" where it says nothing."""
    pair = pair_of(page, now=now)
    context = {"source": pair.source, "csrf_token": ""}
    with override("en"):
        rows = [render_to_string("cms/page_text.html", {**context, "text": t}) for t in pair.texts]
    marks = ("Goes live on", "Meant for", "Was due on")
    return [
        next((line.strip() for line in row.splitlines() if any(mark in line for mark in marks)), "")
        for row in rows
    ]


def test_newer_draft_of_a_live_page_says_when_it_goes_live(
    planned: tuple[TopicPage, TopicPage],
) -> None:
    _urdu, english = planned
    edit(english, EditKind.MINOR, intro="Second!")

    assert said(english, BEFORE) == ["Goes live on 30 July 2099, 09:00."] * 2


def test_refused_time_is_not_promised_any_more(planned: tuple[TopicPage, TopicPage]) -> None:
    urdu, english = planned
    urdu.revisions.update(approved_go_live_at=None)
    edit(english, intro="Third.")

    with time_machine.travel(LATER, tick=False):
        assert publish_due(now=LATER) == 0

    words = "<strong>Was due on 30 July 2099, 09:00, not published: a language is older.</strong>"
    assert said(english, LATER) == [words] * 2


def test_time_missed_by_texts_that_agree_leads_to_the_reason(
    planned: tuple[TopicPage, TopicPage],
) -> None:
    urdu, english = planned
    urdu.revisions.update(approved_go_live_at=None)

    with time_machine.travel(LATER, tick=False):
        assert publish_due(now=LATER) == 0

    assert [line[:59] for line in said(english, LATER)] == [
        "<strong>Was due on 30 July 2099, 09:00, and did not go live"
    ] * 2


def test_time_that_was_kept_is_not_mentioned_beside_a_newer_draft(
    planned: tuple[TopicPage, TopicPage],
) -> None:
    _urdu, english = planned
    with time_machine.travel(LATER, tick=False):
        assert publish_due(now=LATER) == 2
        edit(fresh(english), intro="Third.")

    assert said(english, LATER) == ["", ""]


def test_time_nobody_has_published_is_no_promise() -> None:
    english = draft_text("en", go_live_at=LATER)

    assert said(english, BEFORE) == [
        "",
        "Meant for 30 July 2099, 09:00; somebody has still to publish it.",
    ]


def test_list_says_the_same_as_the_page(planned: tuple[TopicPage, TopicPage]) -> None:
    _urdu, english = planned
    pairs = page_pairs(make_staff("reviewer", "Reviewers"), now=BEFORE)

    found = [pair.texts for pair in pairs if english.pk in [text.pk for text in pair.texts]]

    assert found == [pair_of(english, now=BEFORE).texts]
