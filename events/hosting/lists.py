"""An application to host as words: its kind, state, reason and facts."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import City
from events.enums.hosting import DeclineReason, HostKind
from events.hosting.rules import HostSubmission
from events.models import HostApplication
from participants.applications.lists import STATE_LOOKS, Fact, contact_pairs, facts_of, typed
from participants.enums import ApplicationState
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
    ApplicationState.RECEIVED: gettext_lazy("Not answered yet"),
    ApplicationState.APPROVED: gettext_lazy("Approved"),
    ApplicationState.DECLINED: gettext_lazy("Declined"),
    ApplicationState.WITHDRAWN: gettext_lazy("Withdrawn"),
}
REASON_LABELS: dict[str, Promise] = {
    DeclineReason.SAME_CITY: gettext_lazy("There is a walk in this city already."),
    DeclineReason.TOO_SOON: gettext_lazy("Too little time is left to prepare it well."),
    DeclineReason.PLACE: gettext_lazy("The place is not safe enough, or cannot be permitted."),
    DeclineReason.NOT_REACHED: gettext_lazy("We could not reach you by phone."),
    DeclineReason.AIMS: gettext_lazy("It does not fit the aims of this campaign."),
    DeclineReason.OTHER: gettext_lazy("We cannot support it this time."),
}


def state_words(application: HostApplication) -> tuple[str, str]:
    """Return how an application's state looks and what it is called."""
    return STATE_LOOKS[application.state], str(STATE_LABELS[application.state])


def host_facts(submission: HostSubmission, city: City, language: str) -> list[Fact]:
    """Return what somebody applies with, to be read over."""
    return facts_of(
        [
            (_("Organisation"), typed(submission.organisation_name)),
            (_("Kind of organisation"), str(KIND_LABELS[submission.organisation_kind])),
            *contact_pairs(submission),
            (_("City"), str(getattr(city, f"name_{language}"))),
            (_("Where people would gather"), typed(submission.gathering_place)),
            (_("Day you would like"), wished_words(submission, language)),
            (_("People you expect"), isolate_html(str(submission.people_count))),
        ]
    )


def wished_words(submission: HostSubmission, language: str) -> str:
    """Say the wished day and hour as safe HTML; nothing where none was wished for."""
    if submission.wished_on is None:
        return ""
    day = format_day(submission.wished_on, language)
    if submission.wished_from is None:
        return isolate_runs_html(day)
    comma = "، " if language == "ur" else ", "
    clock = format_clock(submission.wished_from, language, isolate=isolate_html)
    return f"{isolate_runs_html(day)}{comma}{clock}"
