"""What is known of a sound once it has been read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound file: its bytes, how they are called, and how long it plays."""

    data: bytes
    extension: str
    content_type: str
    seconds: float
