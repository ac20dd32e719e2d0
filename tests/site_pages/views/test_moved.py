"""Whoever kept the address of a page that moved still finds it; one taken down is gone at once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.site_pages.builders import make_listing, make_topic
from tests.site_pages.drafts import edit, fresh, make_staff
from tests.site_pages.wagtail_hooks.test_languages import form_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ur", "en"])
def test_moved_page_redirects_from_its_old_address(client: Client, language: str) -> None:
    page = make_topic(language, "signs")
    folder = make_listing(language, "learn")

    page.move(folder, pos="last-child")
    answer = client.get(f"/{language}/signs/")

    assert (answer.status_code, answer["Location"]) == (301, f"/{language}/learn/signs/")


def test_page_with_another_slug_redirects_from_its_old_address(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = make_topic("ur", "signs")

    with django_capture_on_commit_callbacks(execute=True):
        edit(page, slug="know-the-signs").latest_revision.publish()
    answer = client.get("/ur/signs/")

    assert (answer.status_code, answer["Location"]) == (301, "/ur/know-the-signs/")


def test_page_taken_down_is_gone_at_once_and_comes_back_with_its_history(client: Client) -> None:
    page = make_topic("ur", "signs")
    edit(page).latest_revision.publish()
    fresh(page).unpublish()
    gone = client.get("/ur/signs/").status_code

    fresh(page).latest_revision.publish()

    assert (gone, client.get("/ur/signs/").status_code) == (404, 200)


def test_an_editor_brings_an_earlier_version_back_and_publishes_it(client: Client) -> None:
    page = make_topic("en", "signs", intro="First.")
    page.save_revision().publish()
    first = fresh(page).latest_revision
    edit(page, intro="Second, and wrong.").latest_revision.publish()
    wrong = client.get("/en/signs/").content.decode()
    cms = Client()
    cms.force_login(make_staff("editor", "Editors"))

    shown = cms.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk]))
    answers = form_of(cms, page, intro=shown.context["form"]["intro"].value())
    cms.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        {**answers, "revision": first.pk, "action-publish": "yes"},
    )

    assert "Second, and wrong." in wrong
    restored = client.get("/en/signs/").content.decode()
    assert ("First." in restored, "Second, and wrong." in restored) == (True, False)
    assert fresh(page).revisions.count() == 3
