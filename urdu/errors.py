"""What can go wrong when language functions are asked for something impossible."""


class EndsBeforeItStarts(ValueError):
    """A range whose last day lies before its first."""
