"""Certificates of an event as they are drawn, and what the check page says of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from documents.certificates import CertificateSheet, PrintedCertificate
from documents.printing import Said
from events.models import Certificate, Event
from events.prints.lists import words
from events.prints.lists.words import Languages, in_languages
from events.selectors import day_words

SAMPLE_CODE = "2222-2222-2222"
SAMPLE_NAMES = {"ur": "عائشہ نمونہ", "en": "Ayesha Sample"}


@dataclass(frozen=True, slots=True)
class CheckedCertificate:
    """What whoever holds a code may read: the event, never a phone or a reference."""

    code: str
    name: str
    event_title: str
    day: str
    place: str
    is_withdrawn: bool
    hides_name: bool


def certificate_sheet(
    event: Event, languages: Languages, certificates: Sequence[Certificate]
) -> CertificateSheet:
    """Return what is drawn for these certificates."""
    printed = [_printed(one.full_name, one.code, languages[0]) for one in certificates]
    return _sheet(event, languages, printed)


def sample_sheet(event: Event, languages: Languages) -> CertificateSheet:
    """Return one with a made-up name and a code that is none, for looking before printing."""
    name = SAMPLE_NAMES[languages[0]]
    return _sheet(event, languages, [_printed(name, SAMPLE_CODE, languages[0])])


def checked(certificate: Certificate, language: str) -> CheckedCertificate:
    """Return what the check page says, in the page's language."""
    event = certificate.event
    return CheckedCertificate(
        code=certificate.code,
        name=certificate.full_name if certificate.shows_name else "",
        event_title=getattr(event, f"title_{language}"),
        day=day_words(event.schedule, language) if event.schedule.happens_on else "",
        place=_venue(event, language),
        is_withdrawn=certificate.withdrawn_at is not None,
        hides_name=not certificate.shows_name,
    )


def _sheet(
    event: Event, languages: Languages, printed: Sequence[PrintedCertificate]
) -> CertificateSheet:
    return CertificateSheet(
        languages=languages,
        brand=words.brand(languages),
        heading=in_languages(languages, lambda _language: _("Certificate of participation")),
        before=in_languages(languages, lambda _language: _("This is to certify that")),
        after=in_languages(languages, lambda language: _took_part(event, language)),
        organiser=_organiser(event, languages),
        signature_label=in_languages(languages, lambda _language: _("Signature")),
        check=in_languages(languages, lambda _language: _("This certificate can be checked at:")),
        certificates=printed,
    )


def _printed(name: str, code: str, language: str) -> PrintedCertificate:
    with translation.override(language):
        link = settings.BASE_URL + reverse("events:certificate", args=[code])
        page = settings.BASE_URL + reverse("events:certificates")
    return PrintedCertificate(name=name, code=code, link=link, address=words.typed_address(page))


def _took_part(event: Event, language: str) -> str:
    said = {
        "event": getattr(event, f"title_{language}"),
        "day": day_words(event.schedule, language) if event.schedule.happens_on else "",
        "place": _venue(event, language),
    }
    if said["day"]:
        return _("took part in %(event)s on %(day)s, %(place)s.") % said
    return _("took part in %(event)s, %(place)s.") % said


def _venue(event: Event, language: str) -> str:
    venue, city = event.schedule.venue, str(getattr(event.city, f"name_{language}"))
    name = str(getattr(venue, f"name_{language}")) if venue else ""
    comma = "، " if language == "ur" else ", "
    return name if city in name else comma.join(part for part in (name, city) if part)


def _organiser(event: Event, languages: Languages) -> Said:
    if event.lead_organiser is None:
        return words.brand(languages)
    return words.pair(languages, event.lead_organiser, "name")
