"""On the first page of the CMS: which numbers somebody should call again."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from directory.selectors import helplines_to_check


class HelplinesToCheck(Component):
    """The numbers readers see whose last check is over a year old."""

    name = "helplines_to_check"
    template_name = "cms/helplines_to_check.html"
    # Below the pages that wait for somebody.
    order = 400

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return the numbers, oldest check first."""
        return {"lines": helplines_to_check(timezone.localdate())}


def ask_for_checks(request: HttpRequest, panels: list[Any]) -> None:
    """Add the panel for whoever may change helplines, while there is something to do."""
    is_theirs = request.user.has_perm("directory.change_helpline")
    if is_theirs and helplines_to_check(timezone.localdate()):
        panels.append(HelplinesToCheck())
