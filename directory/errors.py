"""What can go wrong in the directory."""


class UnknownPermission(Exception):
    """The rules of a group name a permission that does not exist."""


class AccountError(Exception):
    """Something could not be done with a staff account."""


class UsernameTaken(AccountError):
    """Somebody else has this username already."""


class LinkNotUsable(AccountError):
    """The link was used, replaced, ran out, or never was."""


class WrongCode(AccountError):
    """Neither the app's code of this half minute nor an unused recovery code."""
