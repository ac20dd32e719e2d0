"""The picture of what is sent on: its words, and the address that changes with them."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.selectors import main_helpline
from documents.cards import CardShape, CardWords, card_fingerprint
from site_pages.selectors.sharing import Shared


def card_words(shared: Shared) -> CardWords:
    """Return what its picture says; of a sensitive page nothing but the campaign's name."""
    language = shared.language

    def said(text: str) -> list[tuple[str, str]]:
        return [(language, text)] if text else []

    brand = said(_("Hamqadam"))
    if shared.is_sensitive:
        return CardWords(language=language, brand=brand)
    return CardWords(
        language=language,
        brand=brand,
        kicker=said(shared.kicker),
        title=said(shared.title),
        stops=tuple(said(stop) for stop in shared.stops),
        theme=said(shared.theme),
        address=settings.BASE_URL.partition("://")[2],
        helpline_label=said(_("Helpline")),
        helpline=main_helpline().display,
    )


def card_address(shared: Shared, shape: CardShape) -> str:
    """Return the path of its picture as it is at this moment; other words, another path."""
    return reverse(
        "site_pages:card", args=[shared.place, card_fingerprint(card_words(shared)), shape.value]
    )
