"""Pictures to pass on: like the ones somebody looked at, small, and named by what they say."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from documents.cards import (
    SIZES,
    CardLook,
    CardShape,
    CardWords,
    card_data,
    card_fingerprint,
    card_png,
)
from tests.documents.golden import SHARE_ALLOWED, share_apart
from tests.documents.sample_prints import PHONE, poster
from tests.documents.test_print_shop import HOSTILE

SHARE_BYTES = 300_000
WIDE, SQUARE = CardShape.WIDE, CardShape.SQUARE
MIXED = "NADRA کے 7 مراکز، F-9 پارک: 9:30 سے 11:00، 2022–2026"


def event_card(language: str, *, is_longest: bool = False) -> CardWords:
    """Return a walk's card with the usual words, or the longest there are."""
    words = poster((language,), is_longest=is_longest)
    return CardWords(
        language=language,
        brand=words.brand,
        kicker=words.kicker,
        title=words.title,
        stops=(words.day, words.hours, words.place),
        theme=words.theme,
        address="hamqadam.example",
        helpline_label=words.helpline_label,
        helpline=PHONE,
    )


def page_card(language: str, title: str) -> CardWords:
    """Return a page's card."""
    return replace(event_card(language), title=[(language, title)], stops=(), kicker=())


def pledge_card(name: str) -> CardWords:
    """Return somebody's card after the pledge."""
    card = page_card("ur", "میں نے عہد کیا ہے")
    return replace(card, look=CardLook.NIGHT, name=[("ur", name)], theme=[("ur", "#ہم_قدم 2027")])


GOLDEN: dict[str, Callable[[], bytes]] = {
    "card-walk-ur": lambda: card_png(event_card("ur"), WIDE, 600),
    "card-walk-en": lambda: card_png(event_card("en"), WIDE, 600),
    "card-longest-ur": lambda: card_png(event_card("ur", is_longest=True), SQUARE, 540),
    "card-longest-en": lambda: card_png(event_card("en", is_longest=True), WIDE, 600),
    "card-mixed-ur": lambda: card_png(page_card("ur", MIXED), WIDE, 600),
    "card-page-en": lambda: card_png(page_card("en", "Before a job abroad"), SQUARE, 540),
    "card-discreet": lambda: card_png(
        CardWords(language="ur", brand=[("ur", "ہم قدم")]), WIDE, 600
    ),
    "card-pledge": lambda: card_png(pledge_card("عائشہ، لاہور"), SQUARE, 540),
}


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_card_looks_as_the_picture_somebody_looked_at(name: str) -> None:
    apart = share_apart(name, GOLDEN[name]())

    assert apart <= SHARE_ALLOWED


@pytest.mark.parametrize("shape", CardShape)
@pytest.mark.parametrize("title", ["", "ا" * 400, "W" * 400, HOSTILE])
def test_card_has_its_size_and_stays_small_whatever_it_says(shape: CardShape, title: str) -> None:
    words = replace(event_card("ur", is_longest=True), title=[("ur", title)])

    png = card_png(words, shape)

    assert Image.open(BytesIO(png)).size == SIZES[shape][2:]
    assert len(png) <= SHARE_BYTES


def test_fingerprint_changes_with_every_word_and_with_nothing_else() -> None:
    card = event_card("ur")
    others = [
        replace(card, language="en"),
        replace(card, title=[("ur", "جلسہ")]),
        replace(card, kicker=()),
        replace(card, stops=card.stops[:2]),
        replace(card, theme=[("ur", "#")]),
        replace(card, name=[("ur", "عائشہ")]),
        replace(card, helpline="1099"),
        replace(card, address="elsewhere.example"),
        replace(card, look=CardLook.NIGHT),
    ]

    fingerprints = {card_fingerprint(one) for one in (card, *others)}

    assert len(fingerprints) == 1 + len(others)
    assert card_fingerprint(event_card("ur")) == card_fingerprint(card)


def test_low_card_says_day_and_hours_on_one_line() -> None:
    card = event_card("en")

    wide, square = card_data(card, WIDE)["stops"], card_data(card, SQUARE)["stops"]

    place = [["en", "Inside Nasir Bagh, near the main gate, Lahore"]]
    hours = "\u20667:00\u2069 to \u20669:00\u2069 am"
    assert wide == [[["en", f"Sunday, 1 August 2027 · {hours}"]], place]
    assert square == [[["en", "Sunday, 1 August 2027"]], [["en", hours]], place]
