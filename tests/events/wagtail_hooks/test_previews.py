"""A year that readers do not see yet, as its editors see it."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests.site_pages.builders import make_campaign
from tests.site_pages.drafts import make_staff
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
YEAR = 2031


def signed_in(group: str) -> Client:
    """Return the browser of somebody of a group."""
    client = Client()
    client.force_login(make_staff("somebody", group))
    return client


@pytest.mark.parametrize(("language", "title"), [("ur", "اگلے سال کی مہم"), ("en", "Next year")])
def test_draft_year_is_seen_by_editors_in_both_languages(language: str, title: str) -> None:
    draft = make_campaign(
        year=YEAR, is_draft=True, is_current=False, title_ur="اگلے سال کی مہم", title_en="Next year"
    )

    answer = signed_in("Editors").get(f"/admin/campaigns/{draft.pk}/{language}/")

    html = answer.content.decode()
    assert f'<html lang="{language}"' in html
    assert title in html.split("<main")[1].split("</h1>")[0]
    assert raw_runs(html) == []
    assert "no-store" in answer["Cache-Control"]
    assert Client().get(f"/{language}/campaigns/{YEAR}/").status_code == 404


def test_form_of_a_year_leads_there() -> None:
    draft = make_campaign(year=YEAR, is_draft=True, is_current=False)

    html = (
        signed_in("Editors")
        .get(f"/admin/snippets/campaigns/campaign/edit/{draft.pk}/")
        .content.decode()
    )

    for language in ("ur", "en"):
        assert f"/admin/campaigns/{draft.pk}/{language}/" in html


@pytest.mark.parametrize("group", ["Data officers", "Organisers"])
def test_draft_year_is_shown_to_nobody_who_may_not_change_it(group: str) -> None:
    draft = make_campaign(year=YEAR, is_draft=True, is_current=False, title_en="Next year")

    answer = signed_in(group).get(f"/admin/campaigns/{draft.pk}/en/")

    assert answer.status_code == 302
    assert b"Next year" not in answer.content
    assert Client().get(f"/admin/campaigns/{draft.pk}/en/").status_code == 302


def test_draft_year_is_not_shown_to_staff_of_the_cms_without_that_right() -> None:
    draft = make_campaign(year=YEAR, is_draft=True, is_current=False, title_en="Next year")
    guest = make_staff("guest", "Organisers")
    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(guest)

    answer = client.get(f"/admin/campaigns/{draft.pk}/en/")

    assert client.get("/admin/").status_code == 200
    assert answer.status_code == 302
    assert b"Next year" not in answer.content


def test_language_that_is_none_of_ours_is_not_found() -> None:
    draft = make_campaign(year=YEAR, is_draft=True, is_current=False)

    assert signed_in("Editors").get(f"/admin/campaigns/{draft.pk}/fr/").status_code == 404
