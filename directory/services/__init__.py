"""Staff accounts with groups, passwords and second factor; pictures whose consent ends."""

from directory.services.accounts import create_staff
from directory.services.groups import ensure_groups

__all__ = ["create_staff", "ensure_groups"]
