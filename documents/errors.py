"""What can go wrong while something is drawn."""


class DrawingFailed(Exception):
    """A template could not be drawn; the engine's own error is the cause."""

    def __init__(self, template: str, reason: str) -> None:
        super().__init__(f"{template}: {reason}")
        self.template = template
