"""The starter kit of a host: what to do, posters and placards, a sheet to sign, numbers to call."""

import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.models import Helpline
from documents.guides import Guide, GuideEntry, guide_pdf
from documents.joining import Sheet, join_sheets
from documents.list_drawing import draw_list
from documents.lists import Column, ColumnKind, ListDocument
from documents.placards import PlacardPaper, placards_pdf
from documents.posters import PosterShape, poster_pdf
from documents.printing import Palette, Said
from events.models import Event
from events.prints.lists import words
from events.prints.lists.walls import placards, poster_words, slogans
from events.prints.lists.words import Languages, in_languages
from urdu.dates import format_day

PLACARDS = 3
SIGN_UP_ROWS = 40
# As many as stand on one page in both languages and can be read from two metres.
MOST_NUMBERS = 6


def starter_kit(event: Event, languages: Languages, now: datetime.datetime) -> bytes:
    """Return one PDF: welcome and steps, poster, placards, sign-up sheet, numbers to call.

    Nobody's details stand in it. The sign-up sheet is in the language that leads.
    """
    chosen = list(slogans(event, languages).values())[:PLACARDS]
    carried = placards(event, languages, chosen)
    sheets = [
        guide_pdf(welcome(event, languages, now), Palette.COLOUR),
        poster_pdf(poster_words(event, languages, now), PosterShape.A4, Palette.COLOUR),
        placards_pdf(carried, PlacardPaper.A4, Palette.COLOUR),
        draw_list(sign_up_sheet(event, languages[0], now)),
        guide_pdf(numbers_to_call(event, languages, now), Palette.COLOUR),
    ]
    title = words.title(event, languages)[0][1]
    return join_sheets([Sheet(pdf) for pdf in sheets], title=title)


def welcome(event: Event, languages: Languages, now: datetime.datetime) -> Guide:
    """Return the page with what a host does before, on the day and after."""
    return Guide(
        languages=languages,
        kicker=words.title(event, languages),
        title=in_languages(languages, lambda _language: _("Welcome, host")),
        intro=in_languages(
            languages, lambda _language: _("What there is to do, in the order it is wanted.")
        ),
        entries=[GuideEntry(words=_step(at, languages)) for at in range(len(_steps()))],
        helpline_label=words.helpline_label(languages),
        helpline=words.helpline(),
        note=words.as_of(now, languages),
    )


def numbers_to_call(event: Event, languages: Languages, now: datetime.datetime) -> Guide:
    """Return the page with the verified numbers, and strips with the helpline to tear off."""
    found = Helpline.objects.verified()[:MOST_NUMBERS]
    return Guide(
        languages=languages,
        kicker=words.title(event, languages),
        title=in_languages(languages, lambda _language: _("Numbers for help")),
        intro=in_languages(
            languages,
            lambda _language: _("Call, or take a strip with you. Nobody has to give a name."),
        ),
        entries=[
            GuideEntry(
                words=words.pair(languages, number, "name"),
                more=words.pair(languages, number, "what_for"),
                number=number.number_display,
            )
            for number in found
        ],
        helpline_label=words.helpline_label(languages),
        helpline=words.helpline(),
        note=words.as_of(now, languages),
        has_strips=True,
    )


def sign_up_sheet(event: Event, language: str, now: datetime.datetime) -> ListDocument:
    """Return the sheet people write themselves down on where there is no network."""
    with translation.override(language):
        today = format_day(timezone.localtime(now).date(), language)
        title = str(getattr(event, f"title_{language}"))
        day = words.day(event, (language,))[0][1]
        return ListDocument(
            language=language,
            direction="rtl" if language == "ur" else "ltr",
            title=title,
            running_line=f"{title} · {day}",
            eyebrow=_("Sign-up sheet"),
            lines=[day, words.place_in(event, language)],
            columns=[
                Column("name", _("Name"), kind=ColumnKind.NAME, share=3),
                Column("count", _("People"), 18, "center"),
                Column("phone", _("Mobile number"), share=2),
                Column("signature", _("Signature"), 34, kind=ColumnKind.SIGNATURE),
            ],
            rows=[],
            notes=[_("Name and number are used for this event only, and deleted after it.")],
            page_pattern=_("Page %(page)d of %(total)d"),
            printed_line=_("As of %(day)s") % {"day": today},
            confidential_line=_("For organisers only. Destroy after the event."),
            blank_rows=SIGN_UP_ROWS,
        )


def _step(at: int, languages: Languages) -> Said:
    return in_languages(languages, lambda _language: _steps()[at])


def _steps() -> list[str]:
    return [
        _("Get the permission letter of the district administration, and keep a copy with you."),
        _("Hang up the poster where people pass: schools, bar rooms, shops, clinics."),
        _("Find helpers for the registration table, water, the women’s area and lost children."),
        _("The day before, print the attendee list at your desk and charge the phones."),
        _("Come an hour early, put up the table signs, and show everybody where water is."),
        _("Whoever says “no photographs” is not photographed; no child without a guardian’s word."),
        _("If somebody tells you of danger, ask nothing further. Give the helpline’s number."),
        _("Afterwards write down how many came, and destroy every list on paper."),
    ]
