"""What can go wrong with pages."""

from wagtail.actions.publish_page_revision import PublishPagePermissionError

from site_pages.enums import Refusal


class NotPublishable(PublishPagePermissionError):
    """A text may not go live; Wagtail answers it as a missing permission wherever it arises."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.label)
        self.refusal = refusal


class NothingToTranslate(Exception):
    """The page is written in that language already, or its parent is not."""
