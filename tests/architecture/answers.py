"""How rows of the access table are written down."""

from tests.architecture.roles import ROLES

Answers = dict[str, int]


def everybody(status: int, **others: int) -> Answers:
    """Return one answer for all roles, with the roles that get another.

    A host runs their event as its organiser does: a row says so only where they differ.
    """
    same = {"host": others["organiser"]} if "organiser" in others else {}
    return dict.fromkeys(ROLES, status) | same | others


def directors(status: int) -> Answers:
    """Return the answers of what a director alone may do."""
    return everybody(404, anonymous=302, director=status)
