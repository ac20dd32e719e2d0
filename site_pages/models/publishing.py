"""What must hold before a text goes live; asked by the model itself, so on every way there."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Page, PagePermissionTester, Revision

from site_pages.enums import Refusal
from site_pages.errors import NotPublishable
from site_pages.models.completeness import unfinished_parts
from site_pages.models.showing import files_of, pictures_of
from site_pages.models.versions import (
    live_versions,
    texts_of,
    version_of,
)
from site_pages.rules.addresses import LANGUAGES
from site_pages.rules.agreement import Version, agree


def is_safety_page(page: Page) -> bool:
    """Tell whether people in danger rely on a page: one of its texts says so, draft or live.

    Taking the mark away is a change like any other, so it has to pass the same gate once more.
    """
    specific = page.specific_class
    if not hasattr(specific, "is_sensitive"):
        return False
    return bool(getattr(page, "is_sensitive", False)) or bool(
        specific.objects.filter(translation_key=page.translation_key, is_sensitive=True).exists()
    )


def authors_since_publishing(page: Page) -> set[int]:
    """Return the ids of those who wrote words of a page that readers do not see yet."""
    revisions = Revision.page_revisions.filter(
        object_id=str(page.pk), text_version__has_new_words=True, user__isnull=False
    )
    live = page.live_revision
    if page.live and live is not None:
        revisions = revisions.filter(created_at__gt=live.created_at)
    return set(revisions.values_list("user_id", flat=True))


def refuse_author(page: Page, user: AbstractBaseUser | None) -> None:
    """Raise NotPublishable when somebody would publish a safety page they wrote themselves."""
    if user is None or not is_safety_page(page):
        return
    stored = Page.objects.select_related("live_revision").get(pk=page.pk)
    if user.pk in authors_since_publishing(stored):
        raise NotPublishable(Refusal.OWN_PAGE)


def refuse_text(
    page: Any, version: Version, *, together: Mapping[str, Version] | None = None
) -> None:
    """Raise NotPublishable unless readers may see this version of a page's text.

    `together` are the versions of other languages that go live in the same transaction.
    """
    language = page.locale.language_code
    texts = texts_of(page)
    if version.is_copy:
        raise NotPublishable(Refusal.UNTRANSLATED)
    _refuse_what_it_holds(page)
    if not is_safety_page(page):
        return
    readable = {**live_versions(texts), **(together or {}), language: version}
    if not set(LANGUAGES) <= readable.keys():
        raise NotPublishable(Refusal.OTHER_MISSING)
    if not agree(readable):
        raise NotPublishable(Refusal.TEXTS_DIFFER)


def _refuse_what_it_holds(page: Any) -> None:
    """Raise NotPublishable for what stands on a page or is missing there, in any language."""
    if not all(picture.is_publishable for picture in pictures_of(page)):
        raise NotPublishable(Refusal.PICTURE)
    own_refusal = page.own_refusal()
    if own_refusal is not None:
        raise NotPublishable(own_refusal)
    if not all(file.is_publishable for file in files_of(page)):
        raise NotPublishable(Refusal.FILE)
    if unfinished_parts(page):
        raise NotPublishable(Refusal.UNFINISHED)


def is_going_live(page: Page) -> bool:
    """Tell whether saving this page would put another text before readers than before."""
    if not page.live or page.alias_of_id is not None:
        return False
    stored = Page.objects.filter(pk=page.pk).values("live", "live_revision_id").first()
    if stored is None:
        # A copy that would be live at once brings the revision of what it was copied from.
        return page.live_revision_id is not None
    is_other = page.live_revision_id not in (None, stored["live_revision_id"])
    return not stored["live"] or is_other


def live_version_of(page: Page) -> Version:
    """Return the version of the revision a page shows, or is about to."""
    return version_of(page.live_revision)


class ContentPagePermissions(PagePermissionTester):
    """Offers no publishing to whoever wrote a safety page; taking it down stays everybody's."""

    def can_unpublish(self) -> bool:
        """Tell whether this person may take the page down; danger waits for no lock or step."""
        if super().can_unpublish():
            return True
        may = self.user.is_superuser or "publish" in self.permissions
        return bool(self.user.is_active and self.page.live and not self.page_is_root and may)

    def can_publish(self) -> bool:
        """Tell whether this person may publish what stands in the draft."""
        if not super().can_publish():
            return False
        try:
            refuse_author(self.page, self.user)
        except NotPublishable:
            return False
        return True
