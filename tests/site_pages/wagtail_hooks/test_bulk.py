"""Many pages published at once: by the same gate, and with a reason for each that stays."""

import html
import re

import pytest
from django.test import Client
from wagtail.models import Page

from site_pages.enums import EditKind
from site_pages.models import TopicPage
from tests.site_pages.drafts import draft_text, edit, fresh, make_agreeing, make_staff
from tests.uploads import make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
BULK = "/admin/bulk/wagtailcore/page/publish/"


@pytest.fixture
def reviewer() -> Client:
    """A reviewer's browser."""
    client = Client()
    client.force_login(make_staff("reviewer", "Reviewers"))
    return client


def publish(client: Client, *pages: Page, below: bool = False) -> list[str]:
    """Publish the chosen pages, and return what the next screen says of it."""
    chosen = "&".join(f"id={page.pk}" for page in pages)
    answers = {"include_descendants": "on"} if below else {}
    answer = client.post(f"{BULK}?{chosen}&next=/admin/languages/", answers, follow=True)
    found = re.findall(r'<li class="(?:error|success)">.*?</li>', answer.content.decode(), re.S)
    bare = [html.unescape(re.sub(r"<[^>]+>|[\u2068\u2069]", "", each)) for each in found]
    return [" ".join(each.split()) for each in bare if each.strip()]


def with_picture(slug: str, **lacking: object) -> TopicPage:
    """Return a draft with a picture that lacks something."""
    picture = make_picture(**lacking)
    body = [("image", {"image": picture, "alt_text": "", "caption": ""})]
    return draft_text("en", slug=slug, title=slug.capitalize(), body=body)


def test_what_may_be_goes_live_and_the_rest_is_told_why_not(reviewer: Client) -> None:
    good = draft_text("en", slug="good", title="Good")
    pictured = with_picture("pictured", has_consent=False)
    safety = draft_text("en", slug="danger", title="Safety", is_sensitive=True)

    said = publish(reviewer, good, pictured, safety)

    assert [each[:80] for each in said] == [
        "Not published: “Pictured” (English). A picture on this page may not be shown: it",
        "Not published: “Safety” (English). Readers of the other language would not find ",
        "1 page has been published",
    ]
    assert [fresh(page).live for page in (good, pictured, safety)] == [True, False, False]


def test_both_languages_of_a_safety_page_go_live_together(reviewer: Client) -> None:
    urdu, english = make_agreeing(is_sensitive=True, is_live=False)

    said = publish(reviewer, english, urdu)

    assert said == ["2 pages have been published"]
    assert [fresh(page).live for page in (urdu, english)] == [True, True]


def test_own_safety_page_is_not_published_among_others() -> None:
    author = make_staff("author", "Editors")
    urdu, english = make_agreeing(is_sensitive=True, is_live=False)
    edit(english, EditKind.MINOR, intro="First!", user=author)
    client = Client()
    client.force_login(author)

    said = publish(client, english, urdu)

    assert ["You wrote part of this safety page" in each for each in said] == [True, True]
    assert [fresh(page).live for page in (urdu, english)] == [False, False]


def test_drafts_below_a_chosen_page_are_told_of_too(reviewer: Client) -> None:
    parent = draft_text("en", slug="parent", title="Parent")
    picture = make_picture(shows_children=True)
    below = TopicPage(
        title="Below",
        slug="below",
        live=False,
        locale=parent.locale,
        body=[("image", {"image": picture, "alt_text": "", "caption": ""})],
    )
    parent.add_child(instance=below)
    below.save_revision()

    said = publish(reviewer, parent, below=True)

    assert [each.split(".")[0] for each in said] == [
        "Not published: “Below” (English)",
        "1 page has been published",
    ]
    assert [fresh(page).live for page in (parent, below)] == [True, False]
