"""A campaign in the CMS: it keeps nothing that readers may not be shown; current stays current."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign, CampaignLink, CampaignMaterial
from tests.campaigns.builders import make_campaign
from tests.campaigns.test_goals import EDIT, form_data
from tests.uploads import make_download, make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
LINK = {
    "title_en": "World Day", "title_ur": "عالمی دن", "url": "https://example.com/",
    "source_en": "United Nations", "source_ur": "اقوامِ متحدہ",
}  # fmt: skip


def rows(name: str, *values: dict[str, Any]) -> dict[str, Any]:
    """Return what the form posts of links or materials."""
    fields = {f"{name}-TOTAL_FORMS": str(len(values)), f"{name}-INITIAL_FORMS": "0"}
    for position, row in enumerate(values):
        written = {"ORDER": str(position + 1), "DELETE": "", **row}
        fields |= {f"{name}-{position}-{key}": value for key, value in written.items()}
    return fields


def save(client: Client, campaign: Campaign, **fields: Any) -> Any:
    """Post the form of a campaign with these fields besides."""
    return client.post(reverse(EDIT, args=[campaign.pk]), form_data([]) | fields)


def test_cms_keeps_picture_hashtag_links_and_files(admin_client: Client) -> None:
    campaign, picture = make_campaign(), make_picture()
    files = [make_download(title=str(number)) for number in range(2)]
    fields = {
        "picture": str(picture.pk),
        "hashtag": "#InStep",
        **rows("links", LINK),
        **rows("materials", *({"file": str(file.pk)} for file in files)),
    }

    answer = save(admin_client, campaign, **fields)

    assert answer.status_code == 302
    campaign.refresh_from_db()
    assert (campaign.picture, campaign.hashtag) == (picture, "#InStep")
    assert CampaignLink.objects.get(campaign=campaign).title_ur == "عالمی دن"
    kept = CampaignMaterial.objects.filter(campaign=campaign)
    assert [row.file for row in kept] == files


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"has_consent": False}, "Consent missing"),
        ({"consent_ends_on": datetime.date(2020, 1, 1)}, "Consent has ended"),
        ({"shows_children": True}, "Shows children"),
        ({"alt_ur": ""}, "No description"),
    ],
    ids=str,
)
def test_cms_refuses_a_picture_that_may_not_be_shown(
    admin_client: Client, missing: dict[str, Any], words: str
) -> None:
    campaign = make_campaign()

    answer = save(admin_client, campaign, picture=str(make_picture(**missing).pk))

    assert answer.status_code == 200
    assert words in answer.content.decode()
    campaign.refresh_from_db()
    assert campaign.picture is None


def test_cms_refuses_a_file_that_does_not_say_what_it_is(admin_client: Client) -> None:
    file = make_download(language="")

    answer = save(admin_client, make_campaign(), **rows("materials", {"file": str(file.pk)}))

    assert answer.status_code == 200
    assert "title in both languages" in answer.content.decode()
    assert not CampaignMaterial.objects.exists()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "somewhere"])
def test_cms_refuses_a_link_that_leads_nowhere(admin_client: Client, url: str) -> None:
    answer = save(admin_client, make_campaign(), **rows("links", LINK | {"url": url}))

    assert answer.status_code == 200
    assert not CampaignLink.objects.exists()


def test_cms_makes_no_draft_of_the_current_year(admin_client: Client) -> None:
    campaign = make_campaign()

    answer = save(admin_client, campaign, is_draft="on")

    assert answer.status_code == 200
    assert "cannot be a draft" in answer.content.decode()
    campaign.refresh_from_db()
    assert not campaign.is_draft


def test_cms_does_not_change_which_year_is_current(admin_client: Client) -> None:
    current, other = make_campaign(), make_campaign(year=2026, is_current=False)

    answers = [
        save(admin_client, other, year="2026", is_current="on").status_code,
        save(admin_client, current).status_code,
    ]

    assert answers == [302, 302]
    assert Campaign.objects.get(is_current=True) == current
