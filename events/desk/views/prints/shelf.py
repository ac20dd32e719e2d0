"""What the shop offers for an event: from a sheet's name and what was chosen to a drawing."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import Http404

from documents.certificates import CertificateSheet
from documents.placards import PlacardPaper
from documents.posters import PosterShape
from documents.printing import Palette
from events.desk.forms.prints import BadgeForm, PlacardForm, PosterForm, SheetForm, SignForm
from events.models import Event
from events.prints.enums import BadgeRole, BadgeSource, PrintLanguage, PrintSheet
from events.prints.lists import badges as badge_words
from events.prints.lists import drawing, walls, words
from events.prints.lists.certificates import certificate_sheet, sample_sheet
from events.prints.lists.drawing import Drawing
from events.prints.lists.words import Languages
from events.prints.selectors import (
    confirmed_registrations,
    parties_on_paper,
    standing_certificates,
)

# What a web worker draws in a few seconds; the rest is printed in parts.
REGISTRATIONS_A_PART = 150
CERTIFICATES_A_PART = 80
# Which ink a sheet has unless somebody chooses: what is looked at has colours, badges are black.
USUAL_INK = {PrintSheet.BADGES: Palette.BLACK}


@dataclass(frozen=True, slots=True)
class Choice:
    """One sheet with what was chosen for it."""

    event: Event
    sheet: PrintSheet
    form: SheetForm
    now: datetime.datetime
    part: int = 1
    code: str = ""

    @property
    def languages(self) -> Languages:
        """Return the languages of the sheet, the one that leads first."""
        return words.LANGUAGES[self.form.chosen["language"]]

    @property
    def palette(self) -> Palette:
        """Return the ink."""
        return Palette(self.form.chosen["ink"])


def choice_of(
    event: Event, sheet: str, query: Mapping[str, str], language: str, now: datetime.datetime
) -> Choice:
    """Return what was chosen; 404 for a sheet the shop does not have."""
    if sheet not in PrintSheet.values:
        raise Http404
    wanted = PrintSheet(sheet)
    usual = {"language": language, "ink": USUAL_INK.get(wanted, Palette.COLOUR).value}
    part = query.get("part", "1")
    number = int(part) if part.isdecimal() and part.isascii() and len(part) < 4 else 1
    form = _form(event, wanted, query, usual)
    return Choice(event, wanted, form, now, max(1, number), query.get("code", "")[:20])


def _form(
    event: Event, sheet: PrintSheet, query: Mapping[str, str], usual: Mapping[str, str]
) -> SheetForm:
    if sheet == PrintSheet.PLACARDS:
        known = walls.slogans(event, words.LANGUAGES[PrintLanguage(usual["language"])])
        return PlacardForm(query, usual, [(key, said[0][1]) for key, said in known.items()])
    forms: dict[PrintSheet, type[SheetForm]] = {
        PrintSheet.POSTERS: PosterForm,
        PrintSheet.SIGNS: SignForm,
        PrintSheet.BADGES: BadgeForm,
        PrintSheet.CERTIFICATES: SheetForm,
    }
    return forms[sheet](query, usual)


def drawing_of(choice: Choice) -> Drawing:
    """Return what goes to the printer, with people's names where there are any."""
    peopled: dict[PrintSheet, Callable[[Choice], Drawing]] = {
        PrintSheet.BADGES: _badges,
        PrintSheet.CERTIFICATES: _certificates,
    }
    draw = peopled.get(choice.sheet)
    return draw(choice) if draw else _of_the_event(choice)


def sample_of(choice: Choice) -> Drawing:
    """Return what is shown before printing; made-up names stand for people's."""
    event, languages = choice.event, choice.languages
    if choice.sheet == PrintSheet.CERTIFICATES:
        return drawing.certificates(sample_sheet(event, languages), choice.palette)
    if choice.sheet != PrintSheet.BADGES:
        return _of_the_event(choice)
    shown = badge_words.sample_badges(languages)
    if choice.form.chosen["source"] == BadgeSource.BLANK:
        shown = badge_words.blank_badges(BadgeRole(choice.form.chosen["role"]), 1, languages)
    return drawing.badges(badge_words.badge_sheet(event, languages, shown), choice.palette)


def _of_the_event(choice: Choice) -> Drawing:
    event, languages, chosen = choice.event, choice.languages, choice.form.chosen
    if choice.sheet == PrintSheet.POSTERS:
        shape = PosterShape(chosen["shape"])
        return drawing.poster(event, languages, choice.palette, shape, choice.now)
    if choice.sheet == PrintSheet.PLACARDS:
        paper = PlacardPaper(chosen["paper"])
        return drawing.placard(event, languages, choice.palette, paper, chosen["slogan"])
    is_folded = chosen["fold"] == "tent"
    return drawing.sign(event, languages, choice.palette, chosen["sign"], is_folded=is_folded)


def _badges(choice: Choice) -> Drawing:
    event, languages, chosen = choice.event, choice.languages, choice.form.chosen
    if chosen["source"] == BadgeSource.BLANK:
        role, sheets = BadgeRole(chosen["role"]), int(chosen["sheets"])
        made = badge_words.blank_badges(role, sheets, languages)
    elif chosen["source"] == BadgeSource.SPEAKERS:
        made = badge_words.badges_of_speakers(list(event.speakers.all()), languages)
    else:
        begin = (choice.part - 1) * REGISTRATIONS_A_PART
        found = confirmed_registrations(event).select_related("contact", "invitation")
        parties = parties_on_paper(list(found[begin : begin + REGISTRATIONS_A_PART]))
        made = badge_words.badges_of_parties(
            event, parties, languages, with_unnamed=bool(chosen["with_unnamed"])
        )
    if not made:
        raise Http404
    return drawing.badges(badge_words.badge_sheet(event, languages, made), choice.palette)


def _certificates(choice: Choice) -> Drawing:
    begin = (choice.part - 1) * CERTIFICATES_A_PART
    found = standing_certificates(choice.event)
    if choice.code:
        found, begin = found.filter(code=choice.code), 0
    chosen = list(found[begin : begin + CERTIFICATES_A_PART])
    if not chosen:
        raise Http404
    sheet: CertificateSheet = certificate_sheet(choice.event, choice.languages, chosen)
    return drawing.certificates(sheet, choice.palette)


def parts_of(choice: Choice) -> int:
    """Return in how many parts everybody's badges or certificates are printed."""
    if choice.sheet == PrintSheet.CERTIFICATES:
        return -(-standing_certificates(choice.event).count() // CERTIFICATES_A_PART)
    if choice.sheet == PrintSheet.BADGES and choice.form.chosen["source"] == BadgeSource.PEOPLE:
        return -(-confirmed_registrations(choice.event).count() // REGISTRATIONS_A_PART)
    if is_without_speakers(choice):
        return 0
    return 1


def is_without_speakers(choice: Choice) -> bool:
    """Tell whether speakers' badges were chosen for an event that names no speaker."""
    is_theirs = choice.form.chosen.get("source") == BadgeSource.SPEAKERS
    return is_theirs and not choice.event.speakers.exists()
