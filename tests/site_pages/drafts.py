"""Texts of a page written, finished and published as editors do it, without their screens."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Revision

from directory.models import User
from directory.services import create_staff, ensure_groups
from site_pages.enums import EditKind
from site_pages.models import TopicPage
from site_pages.models.versions import TextVersion
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


def make_many(count: int) -> None:
    """Make so many drafts in both languages, a few statements in all; the Urdu is the older."""
    keys = [uuid.uuid4() for _number in range(count)]
    for language in ("en", "ur"):
        above = home(language)
        pages = Page.objects.bulk_create(
            _many_pages(above, language, keys, first=above.numchild + 1)
        )
        Page.objects.filter(pk=above.pk).update(numchild=above.numchild + count)
        _add_revisions(pages, {"en": 0} if language == "ur" else {"ur": 1})


def _many_pages(above: Page, language: str, keys: list[Any], *, first: int) -> Iterator[Page]:
    kind = ContentType.objects.get_for_model(TopicPage)
    for number, key in enumerate(keys, start=first):
        yield Page(
            title=f"{language} {number}",
            draft_title=f"{language} {number}",
            slug=f"many-{number}",
            path=above._get_path(above.path, above.depth + 1, number),
            depth=above.depth + 1,
            url_path=f"{above.url_path}many-{number}/",
            locale=locale(language),
            translation_key=key,
            content_type=kind,
            live=False,
        )


def _add_revisions(pages: list[Page], follows: dict[str, int]) -> None:
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=str(page.pk),
            content={"pk": page.pk},
            created_at=timezone.now(),
        )
        for page in pages
    )
    TextVersion.objects.bulk_create(
        TextVersion(revision=revision, change_count=1, follows=follows) for revision in revisions
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
    Page.objects.bulk_update(pages, ["latest_revision"], batch_size=200)
