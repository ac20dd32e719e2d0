"""What can go wrong while something is drawn, or a sheet is read."""

from enum import StrEnum


class DrawingFailed(Exception):
    """A template could not be drawn; the engine's own error is the cause."""

    def __init__(self, template: str, reason: str) -> None:
        super().__init__(f"{template}: {reason}")
        self.template = template


class SheetFault(StrEnum):
    """Why a sheet cannot be read."""

    OLD_OR_LOCKED = "old-or-locked"
    NOT_A_SHEET = "not-a-sheet"
    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"


class SheetUnreadable(Exception):
    """An uploaded sheet cannot be read; `fault` says why."""

    def __init__(self, fault: SheetFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class NotAPhotograph(Exception):
    """The file is no picture we take: another format, cut off, or far too large."""


class NotAPresentation(Exception):
    """The file is no PDF we take: another format, locked, or far too large."""


class NotASound(Exception):
    """The file is no sound we take: another format, cut off, a film, too long or too large."""
