"""Texts of a page written, finished and published as editors do it, without their screens."""

from typing import Any

from wagtail.models import Page

from directory.models import User
from directory.services import create_staff, ensure_groups
from site_pages.enums import EditKind
from site_pages.models import TopicPage
from site_pages.services.publishing import publish_together
from tests.site_pages.builders import home, locale


def make_staff(username: str, group: str) -> User:
    """Return somebody of a group, named for the test."""
    ensure_groups()
    return create_staff(
        username=username, password="a long password", groups=[group], language="en"
    )


def draft_text(language: str, *, key: Any = None, user: Any = None, **values: Any) -> TopicPage:
    """Return a text that no reader has seen, with its first revision."""
    words: dict[str, Any] = {"title": f"Signs {language}", "intro": "First.", "slug": "signs"}
    page = TopicPage(live=False, locale=locale(language), **(words | values))
    if key is not None:
        page.translation_key = key
    home(language).add_child(instance=page)
    page.save_revision(user=user)
    return fresh(page)


def fresh(page: Page) -> TopicPage:
    """Return a page as the database has it."""
    found: TopicPage = TopicPage.objects.get(pk=page.pk)
    return found


def edit(
    page: Page, kind: EditKind = EditKind.CHANGE, *, user: Any = None, **values: Any
) -> TopicPage:
    """Save a draft with other words, and say what kind of edit it was."""
    draft = page.specific.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.edit_kind = kind
    draft.save_revision(user=user)
    return fresh(page)


def make_agreeing(*, is_live: bool = True, **values: Any) -> tuple[TopicPage, TopicPage]:
    """Return one topic in Urdu and English, both finished; both live unless told otherwise."""
    english = draft_text("en", title="Know the signs", **values)
    urdu = draft_text("ur", key=english.translation_key, title="علامات پہچانیں", **values)
    edit(urdu, EditKind.CAUGHT_UP, intro="پہلا۔")
    if is_live:
        publish_together(page=english, user=None)
    return fresh(urdu), fresh(english)
