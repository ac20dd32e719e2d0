"""An application as words: its facts, its state, its row in the desk's list."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from participants.applications.rules import Submission
from participants.enums import ApplicationState
from participants.models import Application
from participants.rules.phones import national_form
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html, isolate_runs_html

# How a state looks; see components/status.html.
STATE_LOOKS: dict[str, str] = {
    ApplicationState.RECEIVED: "waiting",
    ApplicationState.APPROVED: "confirmed",
    ApplicationState.DECLINED: "closed",
    ApplicationState.WITHDRAWN: "over",
}
# What the audit log says a director saw of each applicant.
LOGGED_COLUMNS = ("organisation_name", "city", "created_at", "state")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, and what it says (safe HTML, numbers isolated)."""

    label: str
    value: SafeString


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One line of the desk's list."""

    title: str
    city: str
    received: SafeString
    state: str
    state_label: str
    url: str


def facts_of(pairs: Iterable[tuple[str, str]]) -> list[Fact]:
    """Return label and safe HTML in pairs; what was left out is left out."""
    return [Fact(label, mark_safe(value)) for label, value in pairs if value]


def contact_pairs(submission: Submission) -> list[tuple[str, str]]:
    """Return who speaks for the applicant, and how they are reached."""
    phone = isolate_html(national_form(submission.phone)) if submission.phone else ""
    return [
        (_("Contact person"), typed(submission.full_name)),
        (_("Mobile number"), phone),
        (_("Email"), long_address(submission.email)),
    ]


def typed(text: str) -> str:
    """Return what a person typed, in its own direction."""
    return format_html("<bdi>{}</bdi>", text)


def long_address(text: str) -> str:
    """Return an address of mail or web; not isolate_html, whose words never break a line."""
    return format_html('<bdi dir="ltr">{}</bdi>', text) if text else ""


def moment_words(moment: datetime.datetime, language: str) -> SafeString:
    """Say a day and an hour of Karachi, figures isolated."""
    local, comma = timezone.localtime(moment), "، " if language == "ur" else ", "
    clock = format_clock(local, language, isolate=isolate_html)
    return mark_safe(f"{isolate_runs_html(format_day(local.date(), language))}{comma}{clock}")


def row_of(
    application: Application, state_words: tuple[str, str], language: str, url: str
) -> ApplicationRow:
    """Return an application's line in the list; `state_words` are its look and its label."""
    look, label = state_words
    return ApplicationRow(
        title=application.organisation_name,
        city=getattr(application.city, f"name_{language}"),
        received=moment_words(application.created_at, language),
        state=look,
        state_label=label,
        url=url,
    )
