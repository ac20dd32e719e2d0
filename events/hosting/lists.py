"""An application as words: its kind, state, reason, its facts, its row in the desk's list."""

import datetime
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import City
from events.enums.hosting import DeclineReason, HostApplicationState, HostKind
from events.models import HostApplication
from events.selectors import moment_words
from participants.rules.phones import national_form
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html, isolate_runs_html

KIND_LABELS: dict[str, Promise] = {
    HostKind.SCHOOL: gettext_lazy("School"),
    HostKind.UNIVERSITY: gettext_lazy("College or university"),
    HostKind.MADRASA: gettext_lazy("Madrasa"),
    HostKind.BAR: gettext_lazy("Bar association"),
    HostKind.UNION: gettext_lazy("Labour union"),
    HostKind.NGO: gettext_lazy("NGO or welfare society"),
    HostKind.GOVERNMENT: gettext_lazy("Government office"),
    HostKind.BUSINESS: gettext_lazy("Business or factory"),
    HostKind.RESIDENTS: gettext_lazy("Residents of a neighbourhood"),
    HostKind.OTHER: gettext_lazy("Other organisation"),
}
STATE_LABELS: dict[str, Promise] = {
    HostApplicationState.RECEIVED: gettext_lazy("Not answered yet"),
    HostApplicationState.APPROVED: gettext_lazy("Approved"),
    HostApplicationState.DECLINED: gettext_lazy("Declined"),
    HostApplicationState.WITHDRAWN: gettext_lazy("Withdrawn"),
}
# How a state looks; see components/status.html.
STATE_LOOKS: dict[str, str] = {
    HostApplicationState.RECEIVED: "waiting",
    HostApplicationState.APPROVED: "confirmed",
    HostApplicationState.DECLINED: "closed",
    HostApplicationState.WITHDRAWN: "over",
}
REASON_LABELS: dict[str, Promise] = {
    DeclineReason.SAME_CITY: gettext_lazy("There is a walk in this city already."),
    DeclineReason.TOO_SOON: gettext_lazy("Too little time is left to prepare it well."),
    DeclineReason.PLACE: gettext_lazy("The place is not safe enough, or cannot be permitted."),
    DeclineReason.NOT_REACHED: gettext_lazy("We could not reach you by phone."),
    DeclineReason.AIMS: gettext_lazy("It does not fit the aims of this campaign."),
    DeclineReason.OTHER: gettext_lazy("We cannot support it this time."),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, and what it says (safe HTML, numbers isolated)."""

    label: str
    value: SafeString


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody applies with, from a form or from what is stored."""

    organisation_kind: str
    organisation_name: str
    full_name: str
    phone: str
    email: str
    city: City
    gathering_place: str
    wished_on: datetime.date | None
    wished_from: datetime.time | None
    people_count: int


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One line of the desk's list."""

    title: str
    city: str
    received: SafeString
    state: str
    state_label: str
    url: str


# What the audit log says a director saw of each applicant.
LOGGED_COLUMNS = ["organisation_name", "city", "created_at", "state"]


def wish_of(application: HostApplication) -> Wish:
    """Return what is stored of an application."""
    contact = application.contact
    return Wish(
        organisation_kind=application.organisation_kind,
        organisation_name=application.organisation_name,
        full_name=contact.full_name,
        phone=contact.phone,
        email=contact.email,
        city=application.city,
        gathering_place=application.gathering_place,
        wished_on=application.wished_on,
        wished_from=application.wished_from,
        people_count=application.people_count,
    )


def facts_of(wish: Wish, language: str) -> list[Fact]:
    """Return what somebody applies with, in pairs; what was left out is left out."""
    pairs = [
        (_("Organisation"), _typed(wish.organisation_name)),
        (_("Kind of organisation"), str(KIND_LABELS[wish.organisation_kind])),
        (_("Contact person"), _typed(wish.full_name)),
        (_("Mobile number"), isolate_html(national_form(wish.phone))),
        # Not isolate_html: what it sets apart stays on one line, and a long address must break.
        (_("Email"), format_html('<bdi dir="ltr">{}</bdi>', wish.email) if wish.email else ""),
        (_("City"), str(getattr(wish.city, f"name_{language}"))),
        (_("Where people would gather"), _typed(wish.gathering_place)),
        (_("Day you would like"), wished_words(wish, language)),
        (_("People you expect"), isolate_html(str(wish.people_count))),
    ]
    return [Fact(label, mark_safe(value)) for label, value in pairs if value]


def wished_words(wish: Wish, language: str) -> str:
    """Say the wished day and hour as safe HTML; nothing where none was wished for."""
    if wish.wished_on is None:
        return ""
    day = format_day(wish.wished_on, language)
    if wish.wished_from is None:
        return isolate_runs_html(day)
    comma = "، " if language == "ur" else ", "
    clock = format_clock(wish.wished_from, language, isolate=isolate_html)
    return f"{isolate_runs_html(day)}{comma}{clock}"


def _typed(text: str) -> str:
    return format_html("<bdi>{}</bdi>", text)


def row_of(application: HostApplication, language: str, url: str) -> ApplicationRow:
    """Return an application's line in the list."""
    return ApplicationRow(
        title=application.organisation_name,
        city=getattr(application.city, f"name_{language}"),
        received=moment_words(application.created_at, language),
        state=STATE_LOOKS[application.state],
        state_label=str(STATE_LABELS[application.state]),
        url=url,
    )
