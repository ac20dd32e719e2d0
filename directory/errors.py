"""What can go wrong in the directory."""


class UnknownPermission(Exception):
    """The rules of a group name a permission that does not exist."""
