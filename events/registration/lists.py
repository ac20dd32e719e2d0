"""The papers of a group: a consent slip for each child, in both languages."""

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from directory.selectors import main_helpline
from documents.slips import Slip, SlipSheet, SlipWords
from events.models import ConsentSlip, Event
from events.selectors import clock_words, day_words
from participants.enums import ConsentPurpose
from participants.rules.consents import CONSENT_WORDINGS


def slip_sheet(event: Event, slips: Sequence[ConsentSlip]) -> SlipSheet:
    """Return what is drawn for these slips, loaded with their registrations."""
    wording, _words = CONSENT_WORDINGS[ConsentPurpose.GUARDIAN]
    return SlipSheet(
        urdu=_words_in(event, "ur"),
        english=_words_in(event, "en"),
        slips=[_slip(slip) for slip in slips],
        foot_ur=_foot(event, "ur"),
        foot_en=_foot(event, "en"),
        wording=wording,
    )


def _slip(slip: ConsentSlip) -> Slip:
    registration = slip.registration
    return Slip(
        heading=registration.group_name or registration.contact.full_name,
        code=slip.code,
        number_line=_number_line(slip.position, registration.minors_count),
    )


def _number_line(position: int, children: int) -> str:
    """Return "12 / 57"; the number alone where others left the group before it."""
    return f"{position} / {children}" if position <= children else str(position)


def _words_in(event: Event, language: str) -> SlipWords:
    schedule = event.schedule
    _version, consent = CONSENT_WORDINGS[ConsentPurpose.GUARDIAN]
    with translation.override(language):
        day, clock = day_words(schedule, language), clock_words(schedule, language, isolate=str)
        return SlipWords(
            title=getattr(event, f"title_{language}"),
            lines=[
                " · ".join(part for part in (day, str(clock)) if part),
                getattr(schedule, f"assembly_point_{language}"),
            ],
            consent=_(consent),
            photographs=_("No photographs of my child"),
            child=_("Child’s name"),
            guardian=_("Guardian’s name"),
            phone=_("Mobile number"),
            signature=_("Signature and date"),
        )


def _foot(event: Event, language: str) -> str:
    """Return the helpline, which stands on everything we print, and who answers questions."""
    helpline = main_helpline().display
    with translation.override(language):
        ask = _("Questions: %(name)s, %(phone)s") % {
            "name": getattr(event, f"contact_name_{language}"),
            "phone": event.contact_phone,
        }
        help_line = _("Helpline: %(number)s") % {"number": helpline}
    return f"{help_line} · {ask}" if event.contact_phone else help_line
