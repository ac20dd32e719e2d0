"""Ready messages to send on: the editors' own words, or words made of what a page says."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.models import SoundFile
from directory.selectors import main_helpline
from documents.cards import SIZES, CardShape
from events.models import EventForwardWords
from events.talking.rules import sms_address
from messaging.rules.plain_text import as_plain_text, as_sms
from participants.rules.phones import whatsapp_address
from site_pages.enums import ForwardWay
from site_pages.models import ForwardWords
from site_pages.selectors.cards import card_address
from site_pages.selectors.sharing import Shared
from urdu.sms import SmsLength, plain_spelling, sms_length

LONGEST_INTRO = 280


@dataclass(frozen=True, slots=True)
class ForwardText:
    """One message: its words, where they open, and how long they are as a text message."""

    way: ForwardWay
    title: str
    words: str
    url: str
    # What the address begins with when a reader's own words follow.
    url_start: str
    length: SmsLength | None


@dataclass(frozen=True, slots=True)
class ForwardPicture:
    """A picture to save; sizes in pixels."""

    url: str
    shape: CardShape
    width: int
    height: int
    alt: str


def forward_texts(shared: Shared) -> list[ForwardText]:
    """Return the messages, discreet ones first where a page is sensitive."""
    ways = (_whatsapp, _sms)
    texts = [make(shared, is_discreet=False) for make in ways]
    if shared.is_sensitive:
        return [*(make(shared, is_discreet=True) for make in ways), *texts]
    return texts


def forward_pictures(shared: Shared) -> list[ForwardPicture]:
    """Return the square picture and the wide one."""
    alt = _("Hamqadam") if shared.is_sensitive else shared.title
    return [
        ForwardPicture(card_address(shared, shape), shape, *SIZES[shape][2:], alt)
        for shape in (CardShape.SQUARE, CardShape.WIDE)
    ]


def _whatsapp(shared: Shared, *, is_discreet: bool) -> ForwardText:
    said = _discreet_lines(shared) if is_discreet else _whatsapp_lines(shared)
    words = as_plain_text("\n".join(said), shared.language).rstrip("\n")
    return ForwardText(
        ForwardWay.WHATSAPP,
        _("WhatsApp, saying nothing of what it is about") if is_discreet else _("WhatsApp"),
        words,
        whatsapp_address(words),
        whatsapp_address(""),
        None,
    )


def _sms(shared: Shared, *, is_discreet: bool) -> ForwardText:
    said = _discreet_lines(shared) if is_discreet else _sms_lines(shared)
    words = as_sms("\n".join(said), shared.language)
    if shared.language == "en":
        words = plain_spelling(words)
    return ForwardText(
        ForwardWay.SMS,
        _("SMS, saying nothing of what it is about") if is_discreet else _("Text message (SMS)"),
        words,
        sms_address("", words),
        sms_address("", ""),
        sms_length(words),
    )


def _discreet_lines(shared: Shared) -> list[str]:
    """Say nothing of what the page is about, nor in its address."""
    return [_("Please look at this when you have a quiet moment:"), shared.short_url]


def _whatsapp_lines(shared: Shared) -> Iterable[str]:
    own = _editors_words(shared, "whatsapp")
    if own:
        return _with_address(own, shared.url)
    intro = shared.intro
    if len(intro) > LONGEST_INTRO:
        intro = f"{intro[:LONGEST_INTRO].rsplit(' ', 1)[0]}…"
    said = [f"*{shared.title}*", *shared.stops, shared.theme, intro]
    helpline = ": ".join([_("Helpline"), main_helpline().display])
    return [line for line in (*said, shared.url, helpline) if line]


def _sms_lines(shared: Shared) -> Iterable[str]:
    own = _editors_words(shared, "sms")
    if own:
        return _with_address(own, shared.short_url)
    return [line for line in (shared.title, *shared.short_stops, shared.short_url) if line]


def _with_address(own: str, url: str) -> list[str]:
    return [own] if url in own else [own, url]


def voice_note_of(shared: Shared) -> SoundFile | None:
    """Return the recording to send on, once its words are written down and the speaker agreed."""
    words = _words_of(shared)
    name = "voice_note" if shared.page_id else f"voice_note_{shared.language}"
    sound: SoundFile | None = getattr(words, name, None)
    return sound if sound is not None and sound.is_publishable else None


def _editors_words(shared: Shared, way: str) -> str:
    name = f"{way}_text" if shared.page_id else f"{way}_{shared.language}"
    return str(getattr(_words_of(shared), name, "")).strip()


def _words_of(shared: Shared) -> ForwardWords | EventForwardWords | None:
    if shared.page_id:
        pages = ForwardWords.objects.select_related("voice_note")
        return pages.filter(page=shared.page_id).first()
    if shared.event_id:
        events = EventForwardWords.objects.select_related("voice_note_en", "voice_note_ur")
        return events.filter(event=shared.event_id).first()
    return None
