"""Scenes: of the size pictures are kept in, small, and each another picture."""

import io

from PIL import Image

from documents.photographs import kept_anew
from documents.scenes import Scene, scene_png

SMALL_BYTES = 60_000


def test_every_scene_is_a_small_picture_of_its_own() -> None:
    drawn = {scene: scene_png(scene) for scene in Scene}

    assert {Image.open(io.BytesIO(data)).size for data in drawn.values()} == {(1200, 675)}
    assert len(set(drawn.values())) == len(Scene)
    assert max(map(len, drawn.values())) < SMALL_BYTES


def test_a_scene_is_kept_as_the_drawing_it_is() -> None:
    kept = kept_anew(scene_png(Scene.STOPS), 2400)

    assert kept.extension == "png"
    assert len(kept.data) < SMALL_BYTES
