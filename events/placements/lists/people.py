"""Those whom a partner may write to, as a table and as a sheet: what it takes to write, no more."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from campaigns.models import PartnerConsent
from events.pledges.lists import Cell
from events.selectors import moment_words
from participants.rules.phones import national_form
from urdu.isolation import isolate_html

# What the log says the list held.
COLUMNS = ["name", "phone", "email", "language", "agreed_at", "wording"]


def people_columns() -> list[str]:
    """Return the headings."""
    return [
        _("Name"),
        _("Mobile number"),
        _("Email"),
        _("Language"),
        _("Agreed on"),
        _("In these words"),
    ]


def people_table(consents: Iterable[PartnerConsent], language: str) -> list[list[Cell]]:
    """Return the cells of each."""
    kinds = ("main", "number", "", "", "", "")
    return [
        [
            Cell(label, value, kind)
            for label, value, kind in zip(
                people_columns(), _cells(one, language), kinds, strict=True
            )
        ]
        for one in consents
    ]


def people_lines(consents: Iterable[PartnerConsent], language: str) -> list[list[object]]:
    """Return the lines of the sheet: phones in international form, times as in Karachi."""
    return [
        [
            one.contact.full_name,
            one.contact.phone,
            one.contact.email,
            _language(one.contact.language),
            f"{timezone.localtime(one.given_at):%Y-%m-%d %H:%M}",
            one.wording,
        ]
        for one in consents
    ]


def _cells(one: PartnerConsent, language: str) -> list[str | SafeString]:
    contact = one.contact
    direction = "rtl" if one.language == "ur" else "ltr"
    phone = isolate_html(national_form(contact.phone)) if contact.phone else ""
    return [
        format_html("<bdi>{}</bdi>", contact.full_name),
        mark_safe(phone),
        format_html('<bdi dir="ltr">{}</bdi>', contact.email) if contact.email else "",
        _language(contact.language),
        moment_words(one.given_at, language),
        format_html('<span lang="{}" dir="{}">{}</span>', one.language, direction, one.wording),
    ]


def _language(code: str) -> str:
    return _("Urdu") if code == "ur" else _("English")
