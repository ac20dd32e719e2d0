"""The form of a page: its address follows English words, and only before anybody relies on it."""

import re

import pytest
from django.test import Client
from wagtail.models import Page

from tests.site_pages.builders import home
from tests.site_pages.drafts import draft_text, make_agreeing, make_staff

pytestmark = pytest.mark.django_db
TITLE = re.compile(r'<input[^>]*name="title"[^>]*>')


@pytest.fixture
def editor() -> Client:
    """An editor's browser."""
    client = Client()
    client.force_login(make_staff("editor", "Editors"))
    return client


def follows_title(client: Client, address: str) -> bool:
    """Tell whether the address changes with what is typed into the title."""
    (field,) = TITLE.findall(client.get(address).content.decode())
    return "w-sync#apply" in field


def edit_address(page: Page) -> str:
    """Return where a page is edited."""
    return f"/admin/pages/{page.pk}/edit/"


@pytest.mark.parametrize(("language", "follows"), [("ur", False), ("en", True)])
def test_address_of_a_new_page_is_made_from_english_words_only(
    editor: Client, language: str, follows: bool
) -> None:
    address = f"/admin/pages/add/site_pages/topicpage/{home(language).pk}/"

    assert follows_title(editor, address) is follows


def test_address_stays_when_there_is_another_language(editor: Client) -> None:
    alone = draft_text("en", slug="alone", title="Alone")
    urdu, english = make_agreeing(is_live=False)

    assert follows_title(editor, edit_address(alone))
    assert not follows_title(editor, edit_address(urdu))
    assert not follows_title(editor, edit_address(english))


def test_address_left_empty_is_asked_for_in_words(editor: Client) -> None:
    address = f"/admin/pages/add/site_pages/topicpage/{home('ur').pk}/"

    form = editor.post(address, {"title": "علامات", "slug": "", "body-count": "0"}).context["form"]

    assert form.errors["slug"] == ["Write it in small English letters. Example: your-rights"]
