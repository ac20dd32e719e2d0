"""What can go wrong with a pledge."""


class PledgeError(Exception):
    """A pledge could not be taken."""
