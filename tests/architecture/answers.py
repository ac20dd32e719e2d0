"""How the rows of the access table are written."""

from tests.architecture.roles import ROLES

Answers = dict[str, int]


def everybody(status: int, **others: int) -> Answers:
    """Return one answer for all roles, with the roles that get another."""
    return dict.fromkeys(ROLES, status) | others
