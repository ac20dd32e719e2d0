"""How the texts of a page stand against one another: a row beside each revision."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from wagtail.models import Page, Revision

from site_pages.enums import EditKind
from site_pages.rules.agreement import Version, next_version, words_differ


class TextVersion(models.Model):
    """The version of a page's text that a revision holds; goes when the revision goes."""

    revision = models.OneToOneField(
        Revision, on_delete=models.CASCADE, primary_key=True, related_name="text_version"
    )
    change_count = models.PositiveIntegerField(default=0)
    # {language: change_count} of the other texts this one was brought up to date with.
    follows = models.JSONField(default=dict)
    # Born as a copy of another language's text, and not called finished yet.
    is_copy = models.BooleanField(default=False)
    # Whoever saved only a date or a comma in the address is no author of the text.
    has_new_words = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"revision {self.revision_id}"

    @property
    def version(self) -> Version:
        """The row as the rules know it."""
        return Version(self.change_count, self.follows, self.is_copy)


def version_of(revision: Revision | None) -> Version:
    """Return a revision's version; the empty one for what was written before versions were."""
    row = getattr(revision, "text_version", None)
    return row.version if row is not None else Version()


def texts_of(page: Page) -> dict[str, Page]:
    """Return {language: page} of the texts of a page that are written, drafts included.

    The page's own row comes fresh from the database too; aliases are no texts.
    """
    rows = (
        Page.objects.translation_of(page, inclusive=True)
        .filter(alias_of__isnull=True)
        .select_related("locale", "live_revision__text_version", "latest_revision__text_version")
    )
    return {row.locale.language_code: row for row in rows}


def latest_versions(texts: Mapping[str, Page]) -> dict[str, Version]:
    """Return {language: version} of the newest drafts."""
    return {language: version_of(text.latest_revision) for language, text in texts.items()}


def live_versions(texts: Mapping[str, Page]) -> dict[str, Version]:
    """Return {language: version} of what readers see."""
    return {
        language: version_of(text.live_revision) for language, text in texts.items() if text.live
    }


def note_version(page: Page, revision: Revision) -> TextVersion:
    """Write the row beside a revision just saved, from what the editor said of the edit."""
    language = page.locale.language_code
    texts = texts_of(page)
    others = latest_versions({code: text for code, text in texts.items() if code != language})
    before = _edited_from(page, revision)
    base = version_of(before) if before is not None else _version_at_birth(page, others)
    has_new_words = _has_new_words(before, revision, base)
    if base is not None and _was_followed(base, others, language):
        # What saved itself meanwhile has been followed already: what comes now is news again.
        base = _newest_version(page)
    said: Any = getattr(page, "edit_kind", None) or EditKind.CHANGE
    seen: Mapping[str, int] = getattr(page, "seen_changes", None) or {}
    version = next_version(base, said, others, seen, has_new_words=has_new_words)
    row, _made = TextVersion.objects.update_or_create(
        revision=revision,
        defaults={
            "change_count": version.changes,
            "follows": dict(version.follows),
            "is_copy": version.is_copy,
            "has_new_words": has_new_words,
        },
    )
    return row


def _edited_from(page: Page, revision: Revision) -> Revision | None:
    """Return the state that an edit began from: what its answer speaks of.

    A form that stays open saves itself again and again; whoever answers at its end answers for
    all of it. A form that says nothing, or another person's words in between: the one before.
    """
    earlier = page.revisions.exclude(pk=revision.pk).select_related("text_version")
    started = earlier.filter(pk=getattr(page, "edited_from", None)).first()
    if started is not None and revision.user_id is not None:
        since = earlier.filter(created_at__gt=started.created_at)
        if not since.exclude(user_id=revision.user_id).exists():
            return started
    last: Revision | None = earlier.order_by("-created_at", "-pk").first()
    return last


def _was_followed(base: Version, others: Mapping[str, Version], language: str) -> bool:
    return any(other.follows.get(language, 0) > base.changes for other in others.values())


def _newest_version(page: Page) -> Version:
    rows = TextVersion.objects.filter(revision__in=page.revisions.all())
    return rows.latest("revision__created_at", "revision_id").version


def _version_at_birth(page: Page, others: Mapping[str, Version]) -> Version | None:
    """Return what stood before the first revision: nothing, a live row, or a copied text."""
    if not others:
        return None
    return Version(is_copy=not page.live)


def _has_new_words(before: Revision | None, revision: Revision, base: Version | None) -> bool:
    if before is None:
        # Nobody wrote what was copied.
        return base is None or not base.is_copy
    return words_differ(before.content, revision.content)
