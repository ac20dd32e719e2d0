"""What Wagtail calls when the last step of a workflow is approved."""

from typing import Any


def publish_approved(workflow_state: Any, user: Any = None) -> None:
    """Publish what a reviewer approved; raises NotPublishable, which undoes the approval."""
    # Wagtail reads the setting that names this function while its own models are still loading.
    from site_pages.services.workflow import publish_reviewed  # noqa: PLC0415

    publish_reviewed(reviewed=workflow_state.content_object, user=user)
