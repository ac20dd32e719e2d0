"""The way of a page from its author over the translator to the reviewer, and its end."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from site_pages.models.publishing import is_safety_page
from site_pages.models.versions import latest_versions, texts_of
from site_pages.models.workflow import ReviewTask, TranslationTask
from site_pages.rules.agreement import agree
from site_pages.services.publishing import publish_together

NAME = "Both languages"
# A language's home page.
HOME_DEPTH = 2
STEPS: tuple[tuple[type[Task], str, tuple[str, ...]], ...] = (
    (TranslationTask, "Other language", ("Translators",)),
    (ReviewTask, "Review", ("Reviewers", "Directors")),
)


@transaction.atomic
def ensure_workflow() -> Workflow:
    """Make the workflow of every page, or leave it as it is; groups must be there already.

    Wagtail's own first workflow gives way: two of them for one page confuse.
    """
    workflow, _made = Workflow.objects.get_or_create(name=NAME, defaults={"active": True})
    for order, (kind, name, groups) in enumerate(STEPS):
        task = kind.objects.filter(name=name).first() or kind.objects.create(name=name)
        task.groups.set(Group.objects.filter(name__in=groups))
        WorkflowTask.objects.update_or_create(
            workflow=workflow, task=task, defaults={"sort_order": order}
        )
    for home in Page.objects.filter(depth=HOME_DEPTH):
        WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
    WorkflowPage.objects.filter(page__depth__lt=HOME_DEPTH).delete()
    return workflow


def publish_reviewed(*, reviewed: Any, user: Any) -> None:
    """Publish a page, in both languages at once where they say the same.

    Raises NotPublishable.
    """
    if not isinstance(reviewed, Page):
        reviewed.get_latest_revision().publish(user=user)
        return
    versions = latest_versions(texts_of(reviewed))
    if is_safety_page(reviewed.specific) or (len(versions) > 1 and agree(versions)):
        publish_together(page=reviewed, user=user)
    else:
        reviewed.get_latest_revision().publish(user=user)
