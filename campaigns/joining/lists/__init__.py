"""An application as words: its state, reason, its facts, its row in the desk's list."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.enums import JoinDeclineReason, JoinState
from campaigns.lists import KIND_LABELS
from campaigns.models import JoinApplication
from directory.models import City
from participants.rules.phones import national_form
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html, isolate_runs_html

STATE_LABELS: dict[str, Promise] = {
    JoinState.RECEIVED: gettext_lazy("Not answered yet"),
    JoinState.APPROVED: gettext_lazy("In the network"),
    JoinState.DECLINED: gettext_lazy("Declined"),
    JoinState.WITHDRAWN: gettext_lazy("Withdrawn"),
}
TAKEN_OUT = gettext_lazy("Not in the network any more")
# How a state looks; see components/status.html.
STATE_LOOKS: dict[str, str] = {
    JoinState.RECEIVED: "waiting",
    JoinState.APPROVED: "confirmed",
    JoinState.DECLINED: "closed",
    JoinState.WITHDRAWN: "over",
}
REASON_LABELS: dict[str, Promise] = {
    JoinDeclineReason.NOT_FOUND: gettext_lazy("We could not make sure of the organisation."),
    JoinDeclineReason.NOT_REACHED: gettext_lazy("We could not reach you."),
    JoinDeclineReason.KNOWN: gettext_lazy("The organisation is in the network already."),
    JoinDeclineReason.AIMS: gettext_lazy("It does not fit the aims of the network."),
    JoinDeclineReason.OTHER: gettext_lazy("We cannot take it into the network this time."),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, and what it says (safe HTML, numbers isolated)."""

    label: str
    value: SafeString


@dataclass(frozen=True, slots=True)
class Joining:
    """What an organisation applies with, from a form or from what is stored."""

    organisation_name: str
    organisation_kind: str
    city: City
    work: str
    website: str
    people_count: int | None
    full_name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class JoinRow:
    """One line of the desk's list."""

    title: str
    city: str
    received: SafeString
    state: str
    state_label: str
    url: str


# What the audit log says a director saw of each applicant.
LOGGED_COLUMNS = ["organisation_name", "city", "created_at", "state"]


def joining_of(application: JoinApplication) -> Joining:
    """Return what is stored of an application."""
    contact = application.contact
    return Joining(
        organisation_name=application.organisation_name,
        organisation_kind=application.organisation_kind,
        city=application.city,
        work=application.work,
        website=application.website,
        people_count=application.people_count,
        full_name=contact.full_name,
        phone=contact.phone,
        email=contact.email,
    )


def facts_of(joining: Joining, language: str) -> list[Fact]:
    """Return what an organisation applies with, in pairs; what was left out is left out."""
    count = "" if joining.people_count is None else isolate_html(str(joining.people_count))
    pairs = [
        (_("Organisation"), _typed(joining.organisation_name)),
        (_("Kind of organisation"), str(KIND_LABELS[joining.organisation_kind])),
        (_("City"), str(getattr(joining.city, f"name_{language}"))),
        (_("What it does"), _typed(joining.work)),
        (_("Website"), _long(joining.website)),
        (_("People it brings"), count),
        (_("Contact person"), _typed(joining.full_name)),
        (_("Mobile number"), isolate_html(national_form(joining.phone)) if joining.phone else ""),
        (_("Email"), _long(joining.email)),
    ]
    return [Fact(label, mark_safe(value)) for label, value in pairs if value]


def _typed(text: str) -> str:
    return format_html("<bdi>{}</bdi>", text)


def _long(text: str) -> str:
    # Not isolate_html: what it sets apart stays on one line, and a long address must break.
    return format_html('<bdi dir="ltr">{}</bdi>', text) if text else ""


def state_words(application: JoinApplication) -> tuple[str, str]:
    """Return how an application's state looks and what it is called."""
    if application.state == JoinState.APPROVED and not application.is_in_network:
        return STATE_LOOKS[JoinState.WITHDRAWN], str(TAKEN_OUT)
    return STATE_LOOKS[application.state], str(STATE_LABELS[application.state])


def moment_words(moment: datetime.datetime, language: str) -> SafeString:
    """Say a day and an hour of Karachi, figures isolated."""
    local, comma = timezone.localtime(moment), "، " if language == "ur" else ", "
    clock = format_clock(local, language, isolate=isolate_html)
    return mark_safe(f"{isolate_runs_html(format_day(local.date(), language))}{comma}{clock}")


def row_of(application: JoinApplication, language: str, url: str) -> JoinRow:
    """Return an application's line in the list."""
    look, label = state_words(application)
    return JoinRow(
        title=application.organisation_name,
        city=getattr(application.city, f"name_{language}"),
        received=moment_words(application.created_at, language),
        state=look,
        state_label=label,
        url=url,
    )
