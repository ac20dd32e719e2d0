"""From what was chosen on a page of the shop to a drawing: as PDF, as picture, for how many."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from documents.badges import BadgeSheet, badges_pdf, badges_png
from documents.certificates import CertificateSheet, certificate_png, certificates_pdf
from documents.guides import guide_png
from documents.placards import PlacardPaper, placard_png, placards_pdf
from documents.posters import PosterShape, poster_pdf, poster_png
from documents.printing import Palette, Said
from documents.signs import sign_png, signs_pdf
from documents.slips import Slip, slips_png
from events.models import Event
from events.prints.enums import TableSign
from events.prints.lists import walls
from events.prints.lists.starter_kits import welcome
from events.prints.lists.words import Languages
from events.registration.lists import slip_sheet

PREVIEW_PIXELS = 560
EVERY = "all"
SLIPS = "slips"
KIT = "starter-kit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A sheet that can be drawn; `picture` takes the width in pixels, or None for its own."""

    languages: Languages
    pdf: Callable[[], bytes]
    picture: Callable[[int | None], bytes]
    people_count: int = 0


def poster(
    event: Event,
    languages: Languages,
    palette: Palette,
    shape: PosterShape,
    now: datetime.datetime,
) -> Drawing:
    """Return a poster of one shape."""
    said = walls.poster_words(event, languages, now)
    return Drawing(
        languages=languages,
        pdf=lambda: poster_pdf(said, shape, palette),
        picture=lambda width: poster_png(said, shape, palette, width),
    )


def placard(
    event: Event, languages: Languages, palette: Palette, paper: PlacardPaper, slogan: str
) -> Drawing:
    """Return one placard, or all of them, a page each."""
    known = walls.slogans(event, languages)
    chosen = [known[slogan]] if slogan in known else list(known.values())
    return own_placard(event, languages, palette, paper, chosen)


def own_placard(
    event: Event, languages: Languages, palette: Palette, paper: PlacardPaper, chosen: list[Said]
) -> Drawing:
    """Return placards of given sentences."""
    sheets = walls.placards(event, languages, chosen)
    return Drawing(
        languages=languages,
        pdf=lambda: placards_pdf(sheets, paper, palette),
        picture=lambda width: placard_png(sheets, paper, palette, width or PREVIEW_PIXELS),
    )


def sign(
    event: Event, languages: Languages, palette: Palette, name: str, *, is_folded: bool
) -> Drawing:
    """Return one sign, or all of them, a page each."""
    chosen = [TableSign(name)] if name in TableSign.values else list(TableSign)
    said = [walls.table_sign(one, languages) for one in chosen]
    return own_sign(event, languages, palette, said, is_folded=is_folded)


def own_sign(
    event: Event, languages: Languages, palette: Palette, chosen: list[Said], *, is_folded: bool
) -> Drawing:
    """Return signs of given words."""
    sheets = walls.signs(event, languages, chosen, is_folded=is_folded)
    return Drawing(
        languages=languages,
        pdf=lambda: signs_pdf(sheets, palette),
        picture=lambda width: sign_png(sheets, palette, width or PREVIEW_PIXELS),
    )


def shop_window(name: str, event: Event, languages: Languages, now: datetime.datetime) -> bytes:
    """Return the picture of what is printed elsewhere: a sheet of slips, the kit's first page."""
    if name == SLIPS:
        slips = [Slip("", f"22222-{number:03d}", f"{number} / 3") for number in (1, 2, 3)]
        return slips_png(replace(slip_sheet(event, ()), slips=slips), PREVIEW_PIXELS)
    return guide_png(welcome(event, languages, now), Palette.COLOUR, PREVIEW_PIXELS)


def badges(sheet: BadgeSheet, palette: Palette) -> Drawing:
    """Return badges; as many people as have a name on them."""
    return Drawing(
        languages=sheet.languages,
        pdf=lambda: badges_pdf(sheet, palette),
        picture=lambda width: badges_png(sheet, palette, width or PREVIEW_PIXELS),
        people_count=sum(bool(badge.name) for badge in sheet.badges),
    )


def certificates(sheet: CertificateSheet, palette: Palette) -> Drawing:
    """Return certificates, one a page."""
    return Drawing(
        languages=sheet.languages,
        pdf=lambda: certificates_pdf(sheet, palette),
        picture=lambda width: certificate_png(sheet, palette, width or PREVIEW_PIXELS),
        people_count=len(sheet.certificates),
    )
