"""What hangs on walls and is carried: posters, placards, table signs."""

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _

from documents.placards import Placards
from documents.posters import PosterWords
from documents.printing import Said
from documents.signs import Signs
from events.models import Event
from events.prints.enums import Slogan, TableSign
from events.prints.lists import words
from events.prints.lists.words import Languages, in_languages
from events.selectors import OPEN_STATUSES, event_status


def poster_words(event: Event, languages: Languages, now: datetime.datetime) -> PosterWords:
    """Return everything a poster of this event says at this moment."""
    link = words.page_link(event, languages[0])
    is_open = event_status(event, now) in OPEN_STATUSES
    return PosterWords(
        languages=languages,
        brand=words.brand(languages),
        kicker=words.campaign(event, languages),
        title=words.title(event, languages),
        theme=words.theme(event, languages),
        day=words.day(event, languages),
        hours=words.hours(event, languages),
        place_label=in_languages(languages, lambda _language: _("Assembly point")),
        place=words.place(event, languages),
        call=in_languages(
            languages, lambda _language: _("Register here") if is_open else _("More about it here")
        ),
        address=words.typed_address(link),
        code=link,
        helpline_label=words.helpline_label(languages),
        helpline=words.helpline(),
        note=words.as_of(now, languages),
    )


def slogans(event: Event, languages: Languages) -> dict[str, Said]:
    """Return every sentence a placard can carry, the event's and the year's themes first."""
    themes = {"theme": words.pair(languages, event, "theme")}
    if event.campaign:
        themes["campaign"] = words.pair(languages, event.campaign, "theme")
    ours = {slogan.value: _label(slogan, languages) for slogan in Slogan}
    return {key: said for key, said in (themes | ours).items() if said}


def placards(event: Event, languages: Languages, chosen: Sequence[Said]) -> Placards:
    """Return one placard a sentence."""
    return Placards(
        languages=languages,
        slogans=chosen,
        brand=words.brand(languages),
        campaign=words.campaign(event, languages),
        helpline_label=words.helpline_label(languages),
        helpline=words.helpline(),
    )


def table_sign(sign: TableSign, languages: Languages) -> Said:
    """Return what a sign says."""
    return _label(sign, languages)


def _label(choice: Slogan | TableSign, languages: Languages) -> Said:
    return in_languages(languages, lambda _language: str(choice.label))


def signs(event: Event, languages: Languages, chosen: Sequence[Said], *, is_folded: bool) -> Signs:
    """Return the signs of one event."""
    return Signs(
        languages=languages,
        signs=chosen,
        title=words.title(event, languages),
        helpline_label=words.helpline_label(languages),
        helpline=words.helpline(),
        is_folded=is_folded,
    )
