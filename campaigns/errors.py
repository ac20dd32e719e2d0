"""What can go wrong with a pledge."""


class PledgeError(Exception):
    """A pledge could not be taken."""


class PledgesNotOpen(PledgeError):
    """The campaign takes no pledges: it is not the current one, or its words are missing."""
