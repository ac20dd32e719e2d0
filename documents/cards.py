"""Pictures to pass on: what messengers show of a link, and the card somebody saves and sends."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from documents.keeping import fingerprint
from documents.printing import Said, first_picture, pixels_per_inch, said_data

TEMPLATE = "card"
# What a card is drawn with: another byte in one of them, and every card has another address.
DRAWN_WITH = ("card", "print", "paper", "ornament")
LONGEST_TITLE = 140


class CardShape(StrEnum):
    """Wide as previews of links are, square as pictures in a talk or a status."""

    WIDE = "wide"
    SQUARE = "square"


class CardLook(StrEnum):
    """Paper for what the site says, night for what a person says of themselves."""

    PAPER = "paper"
    NIGHT = "night"


# Width and height in millimetres, and the same in pixels.
SIZES = {
    CardShape.WIDE: (120.0, 63.0, 1200, 630),
    CardShape.SQUARE: (108.0, 108.0, 1080, 1080),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """Everything a card says, in one language; what is empty is left out.

    `stops` are day, hours and place of an event, joined by the walk's line. A card without a
    title is the brand and its ornament alone: it says nothing of what the page is about.
    """

    language: str
    brand: Said
    kicker: Said = ()
    title: Said = ()
    name: Said = ()
    stops: tuple[Said, ...] = ()
    theme: Said = ()
    address: str = ""
    helpline_label: Said = ()
    helpline: str = ""
    look: CardLook = CardLook.PAPER


def card_png(words: CardWords, shape: CardShape, width_pixels: int | None = None) -> bytes:
    """Return a card as a PNG of SIZES' pixels, far below 300 KB.

    Raises DrawingFailed when the engine refuses it.
    """
    width_mm, _height_mm, pixels, _height = SIZES[shape]
    resolution = pixels_per_inch(width_mm, width_pixels or pixels)
    return first_picture(TEMPLATE, card_data(words, shape), resolution)


def card_fingerprint(words: CardWords) -> str:
    """Return what changes as soon as a word of the card or the drawing itself does."""
    return fingerprint(repr(words), DRAWN_WITH)


def card_data(words: CardWords, shape: CardShape) -> dict[str, object]:
    """Return what documents/templates/card.typ reads."""
    width, height, _width_pixels, _height_pixels = SIZES[shape]
    texts = ("brand", "kicker", "name", "theme", "helpline_label")
    return {
        "shape": shape.value,
        "width_mm": width,
        "height_mm": height,
        "look": words.look.value,
        "languages": [words.language],
        **{name: said_data(getattr(words, name)) for name in texts},
        "title": said_data(words.title, LONGEST_TITLE),
        "stops": [said_data(stop) for stop in _stops(words, shape) if stop],
        "address": words.address,
        "helpline": words.helpline,
    }


def _stops(words: CardWords, shape: CardShape) -> tuple[Said, ...]:
    """Put day and hours on one line where a card is low."""
    stops = tuple(stop for stop in words.stops if stop)
    if shape == CardShape.SQUARE or len(stops) < len(CardShape) + 1:
        return stops
    first, second, *others = stops
    joined = [
        (language, " · ".join(each for each in (one, other) if each))
        for (language, one), (_language, other) in zip(first, second, strict=True)
    ]
    return tuple(chain([joined], others))
