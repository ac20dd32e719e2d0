"""Every page with both its languages: fresh, stale or missing, and what readers see of it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.fields.json import KT
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from site_pages.enums import Plan, TextState
from site_pages.models import READING_KINDS
from site_pages.models.publishing import is_safety_page
from site_pages.models.versions import latest_versions, live_versions, texts_of, version_of
from site_pages.rules.addresses import LANGUAGES
from site_pages.rules.agreement import Version, agree, is_older

Times = dict[int, tuple[datetime.datetime | None, datetime.datetime | None]]
# 1 is the root nobody sees, 2 a language's home.
HOME_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Timing:
    """When a text goes live by itself, or should have."""

    at: datetime.datetime
    plan: Plan


@dataclass(frozen=True, slots=True)
class Text:
    """One language of a page; without a number nobody has begun it."""

    language: str
    state: TextState
    pk: int | None = None
    title: str = ""
    is_live: bool = False
    has_draft: bool = False
    is_untranslated: bool = False
    changed_at: datetime.datetime | None = None
    timing: Timing | None = None


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page: its texts in the order of LANGUAGES."""

    texts: tuple[Text, ...]
    is_safety: bool
    do_readers_see_the_same: bool

    @property
    def source(self) -> Text:
        """The text to start from: the fresh one, the first of them when both are."""
        written = [text for text in self.texts if text.pk is not None]
        return next((text for text in written if text.state == TextState.FRESH), written[0])


def page_pairs(user: Any, *, now: datetime.datetime) -> list[PagePair]:
    """Return the pages somebody may see in the CMS, in the order of the tree; four queries."""
    rows = (
        page_permission_policy.explorable_instances(user)
        .filter(depth__gte=HOME_DEPTH, alias_of__isnull=True)
        .select_related("locale", "latest_revision__text_version", "live_revision__text_version")
        .defer("latest_revision__content", "live_revision__content")
        .order_by("path")
    )
    sensitive = _sensitive_keys()
    pages: dict[UUID, dict[str, Page]] = {}
    for row in rows:
        pages.setdefault(row.translation_key, {})[row.locale.language_code] = row
    times = _times([row for texts in pages.values() for row in texts.values()])
    return [
        _pair(texts, times, is_safety=key in sensitive, now=now) for key, texts in pages.items()
    ]


def pair_of(page: Page, *, now: datetime.datetime) -> PagePair:
    """Return one page with both its languages."""
    texts = texts_of(page)
    times = _times(texts.values())
    return _pair(texts, times, is_safety=is_safety_page(page.specific), now=now)


def _times(pages: Iterable[Page]) -> Times:
    """Return {key of a page: (the time the clock will publish it, the time its draft names)}.

    One query. The clock's time is on the revision that was approved, which need not be the newest.
    """
    drafts = {page.latest_revision_id: page.pk for page in pages}
    rows = (
        Revision.page_revisions.filter(Q(pk__in=drafts) | Q(approved_go_live_at__isnull=False))
        .annotate(named=KT("content__go_live_at"))
        .values_list("pk", "object_id", "approved_go_live_at", "named")
    )
    times: Times = {}
    for pk, page_pk, approved, named in rows:
        clock, draft = times.get(int(page_pk), (None, None))
        said = parse_datetime(named) if named and pk in drafts else None
        times[int(page_pk)] = (approved or clock, said or draft)
    return times


def _sensitive_keys() -> set[UUID]:
    """Return the translation keys of pages of any kind that people in danger rely on; one query."""
    first, *others = (
        kind.objects.filter(is_sensitive=True).order_by().values_list("translation_key", flat=True)
        for kind in READING_KINDS
    )
    return set(first.union(*others))


def _pair(
    texts: dict[str, Page], times: Times, *, is_safety: bool, now: datetime.datetime
) -> PagePair:
    drafts, live = latest_versions(texts), live_versions(texts)
    missed = Plan.MISSED_BY_AGE if is_safety and not agree(drafts) else Plan.MISSED
    timings = {code: _timing(page, times, missed, now) for code, page in texts.items()}
    return PagePair(
        texts=tuple(_text(code, texts.get(code), drafts, timings) for code in LANGUAGES),
        is_safety=is_safety,
        do_readers_see_the_same=set(LANGUAGES) <= live.keys() and agree(live),
    )


def _timing(page: Page, times: Times, missed: Plan, now: datetime.datetime) -> Timing | None:
    """Return when a text goes live; None once it went live at its time or later."""
    clock, named = times.get(page.pk, (None, None))
    if clock is not None:
        return Timing(clock, Plan.SCHEDULED)
    published = page.last_published_at
    if named is None or (published is not None and published >= named):
        return None
    return Timing(named, Plan.NAMED if named > now else missed)


def _text(
    language: str,
    page: Page | None,
    versions: dict[str, Version],
    timings: dict[str, Timing | None],
) -> Text:
    if page is None:
        return Text(language, TextState.MISSING)
    others = {code: version for code, version in versions.items() if code != language}
    version = versions[language]
    return Text(
        language,
        TextState.STALE if is_older(version, others) else TextState.FRESH,
        pk=page.pk,
        title=page.draft_title or page.title,
        is_live=page.live,
        has_draft=page.has_unpublished_changes or not page.live,
        is_untranslated=version.is_copy,
        changed_at=page.latest_revision_created_at,
        timing=timings[language],
    )


def followed_revision(source: Page, follower: Page) -> Revision | None:
    """Return the state of a source that its follower was last brought up to date with.

    The last one of it: small corrections that followed are in it. None when there is none, as
    with a translation nobody has finished yet.
    """
    followed = version_of(follower.latest_revision).follows.get(source.locale.language_code, 0)
    found: Revision | None = (
        Revision.page_revisions.filter(object_id=str(source.pk))
        .filter(Q(text_version__isnull=True) | Q(text_version__change_count__lte=followed))
        .order_by("-created_at", "-pk")
        .first()
    )
    return found


def choose(pairs: Iterable[PagePair], wanted: str, words: str = "") -> list[PagePair]:
    """Narrow to pages with a text in a state, or "drafts" or "safety", and a word of a title."""
    sought = words.casefold().strip()
    return [
        pair
        for pair in pairs
        if _is_wanted(pair, wanted)
        and (not sought or any(sought in text.title.casefold() for text in pair.texts))
    ]


def _is_wanted(pair: PagePair, wanted: str) -> bool:
    if wanted == "safety":
        return pair.is_safety
    if wanted == "drafts":
        return any(text.has_draft for text in pair.texts if text.pk)
    if wanted == TextState.FRESH:
        return all(text.state == TextState.FRESH for text in pair.texts)
    return wanted not in TextState or any(text.state == wanted for text in pair.texts)
