"""What changed in a text, field by field and block by block, as Wagtail compares revisions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import mark_safe
from wagtail.admin.panels import FieldPanel
from wagtail.models import Revision

from urdu.isolation import isolate_runs_html

MARKED = re.compile(r'class="[^"]*\b(?:addition|deletion)\b')


@dataclass(frozen=True, slots=True)
class Change:
    """One field with its words before and after, marked up by Wagtail, numbers in their order."""

    label: str
    html: str


def changes_between(before: Revision, after: Revision, request: Any) -> list[Change]:
    """Return what differs between two revisions of one page, in the order of the form.

    Left out is what only the program writes otherwise, such as the keys of paragraphs.
    """
    page: Any = after.as_object()
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    headings = dict(_headings(panel.panel))
    old: Any = before.as_object()
    compared = [comparison(old, page) for comparison in panel.get_comparison()]
    found = [
        Change(headings.get(getattr(each.field, "name", ""), each.field_label()), each.htmldiff())
        for each in compared
        if each.has_changed()
    ]
    return [_in_order(change) for change in found if MARKED.search(change.html)]


def _in_order(change: Change) -> Change:
    # Wagtail escaped the words; only marks of order are added.
    return Change(change.label, mark_safe(isolate_runs_html(change.html)))


def _headings(panel: Any) -> Iterator[tuple[str, str]]:
    """Yield the words over each field in the form, by the field's name."""
    if isinstance(panel, FieldPanel) and panel.heading:
        yield panel.field_name, str(panel.heading)
    for child in getattr(panel, "children", ()):
        yield from _headings(child)
