"""What can go wrong with the people of the desk."""


class StaffError(Exception):
    """Something could not be done with somebody's account or role."""


class NotToOneself(StaffError):
    """Nobody suspends themselves or resets their own second step."""


class NotTheirs(StaffError):
    """The role is not at this event, or ended meanwhile."""
