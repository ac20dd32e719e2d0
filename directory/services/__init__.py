"""Staff accounts: their groups, their passwords, their second factor, their end."""

from directory.services.accounts import create_staff
from directory.services.groups import ensure_groups

__all__ = ["create_staff", "ensure_groups"]
