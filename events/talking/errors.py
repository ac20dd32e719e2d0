"""What can go wrong when organisers write to the people of an event."""


class NoMessageAboutThePast(Exception):
    """The event is over, and the days on which thanks are welcome are over too."""


class NobodyToTell(Exception):
    """Nobody is in the group that was chosen; nothing was written."""
