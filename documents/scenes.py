"""Calm pictures drawn by the program: without a person, so that nobody has to be asked."""

from enum import StrEnum

from documents.printing import first_picture, pixels_per_inch

TEMPLATE = "scene"
WIDTH_MM = 160.0
WIDTH_PIXELS = 1200


class Scene(StrEnum):
    """What a picture shows."""

    STEPS = "steps"
    STOPS = "stops"
    BRICKS = "bricks"
    DOOR = "door"


def scene_png(scene: Scene) -> bytes:
    """Return a scene as a PNG of few colours, 1200 by 675 pixels."""
    resolution = pixels_per_inch(WIDTH_MM, WIDTH_PIXELS)
    return first_picture(TEMPLATE, {"scene": scene.value}, resolution)
