"""What both test files of the desk read off a page and the log."""

import re

from participants.models import AuditEntry

DESK = "/en/desk/pledges/"


def field(html: str, name: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found is not None, name
    return found[1]


def audited() -> list[tuple[str, int]]:
    """Return what stands in the log: kind and number."""
    return list(AuditEntry.objects.order_by("pk").values_list("kind", "row_count"))
