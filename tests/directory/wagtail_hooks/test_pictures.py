"""The list of pictures and the window to choose one: what readers may see, in words."""

import datetime
import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.forms.models import formfield_for_dbfield

from directory.models import CampaignImage
from directory.services import ensure_groups
from events.models import ReportPhotograph
from tests.journeys.foreign_words import foreign_words
from tests.site_pages.builders import make_campaign
from tests.site_pages.drafts import make_staff
from tests.uploads import make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
PAST = datetime.date(2020, 7, 30)
KINDS: dict[str, dict[str, Any]] = {
    "May be shown": {},
    "Consent missing": {"has_consent": False},
    "Consent has ended": {"consent_ends_on": PAST},
    "Shows children": {"shows_children": True},
    "No description": {"alt_ur": ""},
}
LIST = "/admin/images/"
CHOOSER = "/admin/images/chooser/"
STATE = re.compile(r'<span class="picture-state picture-state--([\w-]+)">([\w ]+)</span>')


@pytest.fixture
def pictures(own_media: None) -> dict[str, CampaignImage]:
    """One picture of each kind, by what is said of it."""
    return {words: make_picture(title=words, **lacking) for words, lacking in KINDS.items()}


@pytest.fixture
def cms() -> Client:
    """The browser of an editor."""
    ensure_groups()
    client = Client()
    client.force_login(make_staff("editor", "Editors"))
    return client


def said(client: Client, address: str) -> set[str]:
    """Return the words said of the pictures on a screen."""
    answer = client.get(address)
    html = answer.json()["html"] if "json" in answer.headers["Content-Type"] else None
    return {words for _state, words in STATE.findall(html or answer.content.decode())}


@pytest.mark.parametrize(
    "address", [LIST, f"{LIST}?layout=list", f"{LIST}results/", CHOOSER, f"{CHOOSER}results/"]
)
@pytest.mark.usefixtures("pictures")
def test_every_picture_says_whether_readers_may_see_it(cms: Client, address: str) -> None:
    assert said(cms, address) == set(KINDS)


@pytest.mark.parametrize("address", [LIST, f"{LIST}results/", f"{CHOOSER}results/"])
def test_pictures_are_narrowed_by_what_they_lack(
    cms: Client, pictures: dict[str, CampaignImage], address: str
) -> None:
    found = {words: said(cms, f"{address}?state={pictures[words].state}") for words in KINDS}

    assert found == {words: {words} for words in KINDS}


@pytest.mark.usefixtures("pictures")
def test_a_state_nobody_knows_narrows_nothing(cms: Client) -> None:
    assert said(cms, f"{CHOOSER}results/?state=%00") == set(KINDS)


@pytest.mark.usefixtures("pictures")
def test_the_window_asks_which_state(cms: Client) -> None:
    html = cms.get(CHOOSER).json()["html"]

    assert re.findall(r'<option value="[\w-]*">([\w ]+)</option>', html)[-6:] == [
        "All pictures",
        *KINDS,
    ]
    assert foreign_words(html, "en") == []


def test_list_costs_the_same_for_one_picture_and_for_many(
    cms: Client, django_assert_num_queries: Any
) -> None:
    make_picture()
    cms.get(LIST)
    with CaptureQueriesContext(connection) as before:
        cms.get(LIST)
    count = len(before)
    for number in range(4):
        make_picture(title=f"More {number}")
    cms.get(LIST)

    with django_assert_num_queries(count):
        cms.get(LIST)


@pytest.fixture
def field() -> Any:
    """The field of a form of the CMS for any foreign key to a picture."""
    reverse("wagtailimages:index")
    return formfield_for_dbfield(ReportPhotograph._meta.get_field("image"))


@pytest.mark.parametrize("words", [words for words in KINDS if words != "May be shown"])
def test_whoever_points_to_a_picture_is_refused_one_readers_may_not_see(
    words: str, field: Any
) -> None:
    picture = make_picture(**KINDS[words])

    with pytest.raises(ValidationError, match=words):
        field.clean(picture.pk)


def test_a_campaign_is_asked_the_same_in_its_form(cms: Client) -> None:
    campaign = make_campaign()
    address = reverse("wagtailsnippets_campaigns_campaign:edit", args=[campaign.pk])

    field = cms.get(address).context["form"].fields["picture"]

    with pytest.raises(ValidationError, match="Record that everybody who can be recognised"):
        field.clean(make_picture(has_consent=False).pk)


def test_whoever_points_to_a_picture_may_choose_one_readers_may_see(field: Any) -> None:
    picture = make_picture()

    assert field.clean(picture.pk) == picture


def test_the_day_a_consent_ends_is_written_with_the_picture(cms: Client) -> None:
    picture = make_picture()
    answers = {
        "title": "walk",
        "alt_en": "Women walking",
        "alt_ur": "خواتین واک میں",
        "credit": "",
        "has_consent": "on",
        "consent_ends_on": "2020-07-30",
        "tags": "",
        "collection": picture.collection_id,
    }

    cms.post(reverse("wagtailimages:edit", args=[picture.pk]), answers)

    assert CampaignImage.objects.get().consent_ends_on == PAST
    assert CampaignImage.objects.get().shown is None
