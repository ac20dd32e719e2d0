"""A camera that shows a picture: what the browser films in place of a pass held up to it."""

import io
from pathlib import Path

from PIL import Image, ImageFilter

from documents.qr import qr_png

WIDTH, HEIGHT = 640, 480


def film_pass(text: str, target: Path) -> Path:
    """Write a film of one still: a code on a phone's screen, a little turned and out of focus."""
    code = Image.open(io.BytesIO(qr_png(text, scale=9))).convert("L")
    scene = Image.new("L", (WIDTH, HEIGHT), 90)
    held = code.rotate(8, expand=True, fillcolor=90).filter(ImageFilter.GaussianBlur(1.2))
    scene.paste(held, ((WIDTH - held.width) // 2, (HEIGHT - held.height) // 2))
    return _film(scene, target)


def film_nothing(target: Path) -> Path:
    """Write a film of a grey wall, on which no code can be read."""
    return _film(Image.new("L", (WIDTH, HEIGHT), 90), target)


def _film(scene: Image.Image, target: Path) -> Path:
    colour = scene.convert("YCbCr")
    luma, blue, red = colour.split()
    half = (WIDTH // 2, HEIGHT // 2)
    planes = luma.tobytes() + blue.resize(half).tobytes() + red.resize(half).tobytes()
    head = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode()
    target.write_bytes(head + (b"FRAME\n" + planes) * 3)
    return target


def film_of(film: Path) -> list[str]:
    """Return the switches that let Chromium film this file, over and over, and ask nobody."""
    return [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]
