"""Publishing many pages at once: what may be goes live, and of the rest it is said why not."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.models import Page, PagePermissionTester

from site_pages.enums import Refusal
from site_pages.models.panels import LANGUAGE_NAMES
from site_pages.services.publishing import publish_each

Refused = list[tuple[Page, Refusal]]


class PublishWhatMayBe(PublishBulkAction):
    """Wagtail's action, by the same rules as one page alone."""

    def check_perm(self, page: Page) -> bool:
        """Let authors choose their own safety pages too: the answer says why they wait."""
        return bool(PagePermissionTester(self.request.user, page).can_publish())

    def get_execution_context(self) -> dict[str, Any]:
        """Add the list in which what stays a draft is noted."""
        self.refused: Refused = []
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        include_descendants: bool = False,
        user: Any = None,
        refused: Refused | None = None,
        **_context: Any,
    ) -> tuple[int, int]:
        """Publish what may be; return how many of the chosen pages and of those below them."""
        chosen = list(objects)
        below = _drafts_below(chosen, user) if include_descendants else []
        outcome = publish_each(pages=[*chosen, *below], user=user)
        if refused is not None:
            refused += outcome.refused
        keys = {page.pk for page in chosen}
        of_the_chosen = sum(page.pk in keys for page in outcome.published)
        return of_the_chosen, len(outcome.published) - of_the_chosen

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        """Say of each page that stayed a draft why, and of how many are live."""
        for page, refusal in self.refused:
            title = page.get_admin_display_title()
            language = LANGUAGE_NAMES[page.locale.language_code]
            address = reverse("page_side_by_side", args=[page.pk])
            messages.error(
                self.request,
                f"Not published: “\u2068{title}\u2069” ({language}). {refusal.label}",
                buttons=[messages.button(address, "Both side by side")],
            )
        if not num_parent_objects + num_child_objects:
            return None
        done: str = super().get_success_message(num_parent_objects, num_child_objects)
        return done


def _drafts_below(chosen: Iterable[Page], user: Any) -> list[Page]:
    """Return the pages below the chosen ones that nobody reads yet and somebody may publish.

    What they wrote themselves is among them: the answer says why it is not published.
    """
    drafts = (page for parent in chosen for page in parent.get_descendants().not_live())
    return [page for page in drafts if PagePermissionTester(user, page).can_publish()]
