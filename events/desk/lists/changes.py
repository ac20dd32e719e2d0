"""What changed since a list was printed: who is new, who is told otherwise, who is gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from events.desk.lists.rows import STATE_LABELS, ListRow, rows_of
from events.desk.selectors.attendees import Party
from events.desk.selectors.prints import PrintedPlace
from events.enums import RegistrationState
from urdu.isolation import isolate_text

FINGERPRINT_LENGTH = 16
_BETWEEN = "\x1f"


def fingerprint_of(party: Party) -> str:
    """Return a keyed hash of all that paper says of a party, whichever columns it has."""
    registration = party.registration
    facts = (
        registration.contact.full_name,
        registration.contact.phone,
        registration.contact.language,
        registration.party_size,
        registration.minors_count,
        registration.kind,
        registration.group_name,
        registration.wants_no_photographs,
        party.consent_missing,
        *party.names,
    )
    text = _BETWEEN.join(str(fact) for fact in facts)
    hashed = salted_hmac("events.list-print", text, algorithm="sha256").hexdigest()
    return hashed[:FINGERPRINT_LENGTH]


def changed_rows(
    listed: Sequence[Party],
    gone: Sequence[Party],
    places: Mapping[int, PrintedPlace],
    language: str,
) -> list[ListRow]:
    """Return rows for those on the list now who are new or changed, then for those gone.

    Each says what happened, and where the paper says otherwise.
    """
    changed = [
        (party, _news(places.get(party.registration.pk)))
        for party in listed
        if _is_news(party, places.get(party.registration.pk))
    ]
    changed += [(party, _goodbye(party, places[party.registration.pk])) for party in gone]
    rows = rows_of([party for party, _notes in changed], language=language)
    return [replace(row, notes=notes) for row, (_party, notes) in zip(rows, changed, strict=True)]


def _is_news(party: Party, place: PrintedPlace | None) -> bool:
    return place is None or place.fingerprint != fingerprint_of(party)


def _news(place: PrintedPlace | None) -> tuple[str, ...]:
    return (_("New"),) if place is None else (_("Changed"), _place_in_words(place))


def _goodbye(party: Party, place: PrintedPlace) -> tuple[str, ...]:
    state = STATE_LABELS[RegistrationState(party.registration.state)]
    return (_("No longer on the list"), str(state), _place_in_words(place))


def _place_in_words(place: PrintedPlace) -> str:
    facts = {"code": isolate_text(place.sheet_code), "number": place.number}
    return _("sheet %(code)s, row %(number)d") % facts
