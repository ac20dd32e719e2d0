"""What changed in a text, field by field and block by block, as Wagtail compares revisions."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision


@dataclass(frozen=True, slots=True)
class Change:
    """One field with its words before and after, marked up by Wagtail."""

    label: str
    html: str


def changes_between(before: Revision, after: Revision, request: Any) -> list[Change]:
    """Return what differs between two revisions of one page, in the order of the form."""
    page: Any = after.as_object()
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    old: Any = before.as_object()
    compared = [comparison(old, page) for comparison in panel.get_comparison()]
    return [Change(each.field_label(), each.htmldiff()) for each in compared if each.has_changed()]
