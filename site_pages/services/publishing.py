"""Both languages of a page go live in one transaction, now or at a time, or neither does."""

import datetime
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from site_pages.enums import Refusal
from site_pages.errors import NotPublishable
from site_pages.models.publishing import refuse_author, refuse_text
from site_pages.models.versions import texts_of, version_of
from site_pages.rules.agreement import Version

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of many pages: those that are live now, and the others with the reason."""

    published: list[Page] = field(default_factory=list)
    refused: list[tuple[Page, Refusal]] = field(default_factory=list)


@transaction.atomic
def publish_together(*, page: Page, user: Any, at: datetime.datetime | None = None) -> list[Page]:
    """Publish the newest draft of every language of a page; return the pages.

    `at` lies in the future and leaves it to the worker. Raises NotPublishable, and then nothing
    has changed.
    """
    drafts = {code: _draft(text, at, user) for code, text in _locked_texts(page).items()}
    versions = {code: version_of(revision) for code, (_object, revision) in drafts.items()}
    for code, (draft, _revision) in drafts.items():
        refuse_author(draft, user)
        refuse_text(draft, versions[code], together=_without(versions, code))
    for code, (_object, revision) in drafts.items():
        _publish(revision, user, _without(versions, code), is_scheduled=False)
    return [draft for draft, _revision in drafts.values()]


@transaction.atomic
def publish_each(*, pages: Iterable[Page], user: Any) -> Outcome:
    """Publish the newest draft of each page; both languages of a page chosen together at once.

    One that may not be published stays as it is and keeps no other from it.
    """
    chosen: dict[Any, dict[int, Page]] = {}
    for page in pages:
        chosen.setdefault(page.translation_key, {})[page.pk] = page
    outcome = Outcome()
    for texts in chosen.values():
        found = list(texts.values())
        try:
            with transaction.atomic():
                _publish_chosen(found, user)
        except NotPublishable as error:
            outcome.refused.extend((text, error.refusal) for text in found)
        else:
            outcome.published.extend(found)
    return outcome


def _publish_chosen(texts: list[Page], user: Any) -> None:
    if len(texts) > 1:
        publish_together(page=texts[0], user=user)
        return
    (page,) = texts
    revision = page.get_latest_revision() or page.specific.save_revision(user=user)
    revision.publish(user=user)


def publish_due(*, now: datetime.datetime) -> int:
    """Publish the drafts whose time has come, both languages of a page at once; return how many.

    What may not be published any more loses its time and stays a draft: the dashboard shows it.
    """
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by(
        "approved_go_live_at", "pk"
    )
    pairs: dict[Any, dict[str, int]] = {}
    for revision in due:
        page = revision.content_object
        texts = pairs.setdefault(page.translation_key, {})
        texts[page.locale.language_code] = revision.pk
    return sum(_publish_pair(list(texts.values())) for texts in pairs.values())


def _publish_pair(keys: list[int]) -> int:
    try:
        with transaction.atomic():
            revisions = list(
                Revision.objects.select_for_update(no_key=True)
                .filter(pk__in=keys, approved_go_live_at__isnull=False)
                .order_by("pk")
            )
            versions = {_language(revision): version_of(revision) for revision in revisions}
            for revision in revisions:
                others = _without(versions, _language(revision))
                _publish(revision, None, others, is_scheduled=True)
    except NotPublishable as error:
        Revision.objects.filter(pk__in=keys).update(approved_go_live_at=None)
        logger.warning("revisions %s were not published: %s", keys, error.refusal.value)
        return 0
    return len(revisions)


def _publish(
    revision: Revision, user: Any, others: Mapping[str, Version], *, is_scheduled: bool
) -> None:
    log_action = "wagtail.publish.scheduled" if is_scheduled else True
    action = PublishPageRevisionAction(revision, user=user, log_action=log_action)
    action.object.published_with = others
    action.execute(skip_permission_checks=True)


def _locked_texts(page: Page) -> dict[str, Page]:
    """Return the texts of a page, none of which changes until the transaction ends."""
    keys = [text.pk for text in texts_of(page).values()]
    list(Page.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))
    return texts_of(page)


def _draft(text: Page, at: datetime.datetime | None, user: Any) -> tuple[Any, Revision]:
    """Return a text's newest draft as an object and its revision, with the time to go live."""
    draft: Any = text.specific.get_latest_revision_as_object()
    revision = text.latest_revision
    if revision is None or draft.go_live_at != at:
        draft.go_live_at = at
        revision = draft.save_revision(user=user, clean=False)
    return draft, revision


def _language(revision: Revision) -> str:
    return str(revision.content_object.locale.language_code)


def _without(versions: Mapping[str, Version], language: str) -> dict[str, Version]:
    return {code: version for code, version in versions.items() if code != language}
