"""What can go wrong with a pledge, a year, and joining the network."""


class PledgeError(Exception):
    """A pledge could not be taken."""


class PledgesNotOpen(PledgeError):
    """The campaign takes no pledges: it is not the current one, or its words are missing."""


class CountHasChanged(PledgeError):
    """A measure would mark another number of pledges than its preview showed; `count` is it."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} now")
        self.count = count


class YearExists(Exception):
    """There is a campaign of this year already; `year` is it."""

    def __init__(self, year: int) -> None:
        super().__init__(f"there is a campaign of {year}")
        self.year = year
