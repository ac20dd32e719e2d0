"""Which text of a page is older: counted in changes that the other language must follow.

Every revision carries its text's count of such changes, and up to which count of each other
language it was brought up to date. Clocks say nothing here: a comma put right last is no news.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from site_pages.enums import EditKind

# What a revision holds besides words: moving, scheduling or hiding a page changes no sentence.
BOOKKEEPING = frozenset(
    (
        "pk",
        "path",
        "depth",
        "numchild",
        "url_path",
        "slug",
        "translation_key",
        "locale",
        "live",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "live_revision",
        "latest_revision",
        "latest_revision_created_at",
        "go_live_at",
        "expire_at",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
        "owner",
        "draft_title",
        "content_type",
        "alias_of",
        "show_in_menus",
        "wagtail_admin_comments",
    )
)


@dataclass(frozen=True, slots=True)
class Version:
    """One text at one moment: its own changes, and {language: changes} it has followed.

    A translation is born as a copy of its source, and stays one until it is called finished.
    """

    changes: int = 0
    follows: Mapping[str, int] = field(default_factory=dict)
    is_copy: bool = False


def is_older(text: Version, others: Mapping[str, Version]) -> bool:
    """Tell whether another language stands elsewhere than where this text followed it.

    Ahead of it as a rule; behind it when a draft has followed what readers do not see yet.
    """
    return any(text.follows.get(language, 0) != other.changes for language, other in others.items())


def agree(texts: Mapping[str, Version]) -> bool:
    """Tell whether no text of a page is older than another."""
    return not any(
        is_older(text, {other: texts[other] for other in texts if other != language})
        for language, text in texts.items()
    )


def next_version(
    base: Version | None,
    kind: EditKind,
    others: Mapping[str, Version],
    seen: Mapping[str, int],
    *,
    has_new_words: bool,
) -> Version:
    """Return the version of a text just saved.

    `base` is the version before, None for the first text of a page. `seen` is what the editor
    had before them of each other language: what was written there meanwhile is not followed. A
    text that is older than another is catching up: its changes are no news to the other.
    """
    if base is None:
        return Version(changes=1)
    if kind == EditKind.CAUGHT_UP:
        reached = {
            language: min(other.changes, seen.get(language, other.changes))
            for language, other in others.items()
        }
        return Version(base.changes, {**base.follows, **reached})
    if kind == EditKind.MINOR or not has_new_words or is_older(base, others):
        return base
    return replace(base, changes=base.changes + 1)


def words_differ(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Tell whether two revisions' contents differ in anything a reader may see."""
    names = (before.keys() | after.keys()) - BOOKKEEPING
    return any(before.get(name) != after.get(name) for name in names)


def kinds_for(*, is_stale: bool) -> Iterable[EditKind]:
    """Return what an editor may say of an edit, the safe answer first."""
    if is_stale:
        return (EditKind.WORKING, EditKind.CAUGHT_UP)
    return (EditKind.CHANGE, EditKind.MINOR)
