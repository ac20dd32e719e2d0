"""What is held of somebody, in words for them to read: facts, moments, what they agreed to."""

import datetime
from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from participants.rules.consents import wording_of
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html, isolate_runs_html


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, and what it says (safe HTML, numbers isolated)."""

    label: str
    value: SafeString


def moment_words(moment: datetime.datetime, language: str) -> SafeString:
    """Say a day and an hour of Karachi, figures isolated."""
    local, comma = timezone.localtime(moment), "، " if language == "ur" else ", "
    clock = format_clock(local, language, isolate=isolate_html)
    return mark_safe(f"{isolate_runs_html(format_day(local.date(), language))}{comma}{clock}")


def wording_in(version: str, language: str) -> str:
    """Return the very words somebody agreed to, in the language they were shown in."""
    words = wording_of(version)
    with translation.override(language):
        return _(words) if words else ""


def agreed_words(version: str, language: str) -> SafeString:
    """Return the wording in its own language, and which version of it that was.

    "registration-1" is how we keep it; people read "version 1 of these words".
    """
    number = isolate_html(version.rpartition("-")[2])
    return format_html(
        '<span lang="{}" dir="{}">{}</span> ({})',
        language,
        "rtl" if language == "ur" else "ltr",
        wording_in(version, language),
        mark_safe(_("version %(number)s of these words") % {"number": number}),
    )


def agreed_on(moment: str) -> SafeString:
    """Return the label of a consent; `moment` is its day and hour, figures isolated."""
    return mark_safe(_("Agreed on %(moment)s") % {"moment": moment})
