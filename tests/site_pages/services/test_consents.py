"""A story goes with its consent: refused before, taken down after, in both languages."""

import datetime
import logging
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from site_pages.enums import EditKind, Refusal
from site_pages.errors import NotPublishable
from site_pages.models import PressReleasePage, StoryPage
from site_pages.services.consents import take_down_stories
from site_pages.services.publishing import publish_due, publish_together
from tests.site_pages.builders import make_listing
from tests.site_pages.drafts import make_staff
from tests.site_pages.kinds import make_consent, make_kind

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2097, 7, 30, 7, 0, tzinfo=datetime.UTC)
TODAY = NOW.date()
A_DAY = datetime.timedelta(days=1)


def make_drafts(kind: Any, **values: Any) -> tuple[Any, Any]:
    """Return both texts of a page that nobody reads yet, finished."""
    english = make_kind(kind, "en", slug="page", live=False, **values)
    english.save_revision(clean=False)
    urdu = make_kind(
        kind, "ur", slug="page", live=False, translation_key=english.translation_key, **values
    )
    urdu.edit_kind = EditKind.CAUGHT_UP
    urdu.save_revision(clean=False)
    return urdu, english


def live_count(kind: Any) -> int:
    """Return how many texts readers see."""
    return int(kind.objects.live().count())


@pytest.mark.parametrize(
    "ended",
    [{"expires_on": TODAY - A_DAY}, {"withdrawn_on": TODAY}],
    ids=["over", "withdrawn"],
)
def test_story_without_a_consent_that_holds_is_refused(ended: dict[str, Any]) -> None:
    _urdu, english = make_drafts(StoryPage, consent=make_consent(**ended))

    with time_machine.travel(NOW), pytest.raises(NotPublishable) as refused:
        publish_together(page=english, user=None)

    assert refused.value.refusal == Refusal.CONSENT
    assert live_count(StoryPage) == 0


def test_story_without_any_consent_is_refused() -> None:
    _urdu, english = make_drafts(StoryPage, consent=None)

    with pytest.raises(NotPublishable) as refused:
        publish_together(page=english, user=None)

    assert refused.value.refusal == Refusal.CONSENT


def test_story_planned_for_a_day_after_its_consent_is_refused() -> None:
    _urdu, english = make_drafts(StoryPage, consent=make_consent(expires_on=TODAY))

    with time_machine.travel(NOW), pytest.raises(NotPublishable) as refused:
        publish_together(page=english, user=None, at=NOW + 2 * A_DAY)

    assert refused.value.refusal == Refusal.CONSENT


def test_worker_takes_both_texts_down_on_the_day_after_and_only_those() -> None:
    over = make_consent("over", expires_on=TODAY)
    make_kind(StoryPage, "en", slug="over", consent=over)
    make_kind(StoryPage, "ur", slug="over", consent=over)
    make_kind(StoryPage, "en", slug="holds", consent=make_consent("holds"))

    with time_machine.travel(NOW):
        call_command("publish_scheduled", stdout=StringIO())
        assert live_count(StoryPage) == 3
    with time_machine.travel(NOW + A_DAY):
        call_command("publish_scheduled", stdout=StringIO())

    assert [page.slug for page in StoryPage.objects.live()] == ["holds"]
    assert take_down_stories(now=NOW + A_DAY) == 0


def test_withdrawal_written_in_the_cms_takes_the_story_down_at_once(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    consent = make_consent()
    make_kind(StoryPage, "en", consent=consent)
    client.force_login(make_staff("editor", "Editors"))
    address = reverse("wagtailsnippets_site_pages_storyconsent:edit", args=[consent.pk])
    answers = {
        "reference": consent.reference,
        "kind": consent.kind,
        "given_on": "2026-03-01",
        "expires_on": "2098-03-01",
        "keeper": consent.keeper,
        "withdrawn_on": "2026-04-01",
    }

    with caplog.at_level(logging.INFO):
        response = client.post(address, answers)

    assert response.status_code == 302
    assert live_count(StoryPage) == 0


def test_consent_of_a_person_says_until_when_and_who_keeps_it() -> None:
    for lacking in ({"expires_on": None}, {"given_on": None}, {"keeper": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_consent("lacking", **lacking)


def test_press_release_is_refused_before_its_hour_and_goes_live_in_it() -> None:
    _urdu, english = make_drafts(PressReleasePage, released_at=NOW + A_DAY)

    with time_machine.travel(NOW):
        for at in (None, NOW + A_DAY / 2):
            with pytest.raises(NotPublishable) as refused:
                publish_together(page=english, user=None, at=at)
            assert refused.value.refusal == Refusal.EMBARGO
        publish_together(page=english, user=None, at=NOW + A_DAY)
        assert publish_due(now=NOW) == 0
    with time_machine.travel(NOW + A_DAY):
        assert publish_due(now=NOW + A_DAY) == 2

    assert live_count(PressReleasePage) == 2


def test_publishing_a_press_release_in_the_editor_waits_for_its_hour(client: Client) -> None:
    listing = make_listing("en")
    page = make_kind(PressReleasePage, "en", parent=listing, released_at=NOW, live=False)
    page.save_revision()
    client.force_login(make_staff("editor", "Editors"))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    fields = {
        "title": "A page", "slug": "page", "intro": "One", "kicker": "", "contact": "",
        "released_at": "2097-07-30 12:00", "body-count": "0", "edit_kind": "change",
        "seen_changes": "{}", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "forward_words-TOTAL_FORMS": "0", "forward_words-INITIAL_FORMS": "0",
    }  # fmt: skip

    client.post(address, {**fields, "action-publish": "action-publish"})

    stored = PressReleasePage.objects.get(pk=page.pk)
    assert not stored.live
    assert stored.scheduled_revision.approved_go_live_at == NOW
