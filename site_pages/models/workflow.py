"""The steps between an author and the readers: the other language, a second pair of eyes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import AbstractGroupApprovalTask, Page

from site_pages.errors import NotPublishable
from site_pages.models.publishing import is_safety_page, refuse_author, refuse_text
from site_pages.models.versions import latest_versions, texts_of, version_of
from site_pages.rules.agreement import agree

Action = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Step:
    """Where a page is on its way: the text that was submitted, the step, and whose turn it is."""

    text: Page
    name: str
    groups: str


class TranslationTask(AbstractGroupApprovalTask):
    """Approved only when the other language says the same."""

    class Meta:
        verbose_name = "Bring the other language up to date"

    def get_actions(self, obj: Any, user: Any) -> list[Action]:
        """Offer approval to translators once no text is older."""
        return _offered(super().get_actions(obj, user), may_approve=has_both_languages(obj))

    @classmethod
    def get_description(cls) -> str:
        """Say in the list of tasks what this one is."""
        return "Translators approve once both languages say the same"


class ReviewTask(AbstractGroupApprovalTask):
    """Approved only by somebody who wrote neither text; approving publishes both."""

    class Meta:
        verbose_name = "Review and publish"

    def get_actions(self, obj: Any, user: Any) -> list[Action]:
        """Offer approval to reviewers who may publish both texts as they stand."""
        return _offered(super().get_actions(obj, user), may_approve=may_be_approved(obj, user))

    @classmethod
    def get_description(cls) -> str:
        """Say in the list of tasks what this one is."""
        return "Reviewers approve what others wrote; both languages go live together"


def step_of(texts: Mapping[str, Page]) -> Step | None:
    """Return the step that a page waits at, by any of its texts; None when none is on its way."""
    for text in texts.values():
        task = text.current_workflow_task
        if task is not None:
            groups = task.groups.order_by("name").values_list("name", flat=True)
            return Step(text, task.name, ", ".join(groups))
    return None


def has_both_languages(page: Any) -> bool:
    """Tell whether the newest drafts of a page agree; a page of no danger may be alone."""
    versions = latest_versions(texts_of(page))
    if len(versions) < 2 and not is_safety_page(page):
        return True
    return len(versions) > 1 and agree(versions)


def may_be_approved(page: Any, user: Any) -> bool:
    """Tell whether somebody may let the drafts of a page go live."""
    texts = texts_of(page)
    together = latest_versions(texts)
    try:
        for language, text in texts.items():
            others = {code: version for code, version in together.items() if code != language}
            draft = text.specific.get_latest_revision_as_object()
            refuse_author(draft, user)
            refuse_text(draft, version_of(text.latest_revision), together=others)
    except NotPublishable:
        return False
    return True


def _offered(actions: list[Action], *, may_approve: bool) -> list[Action]:
    return [action for action in actions if may_approve or action[0] != "approve"]
