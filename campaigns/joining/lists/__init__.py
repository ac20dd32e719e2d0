"""An application to join as words: its state, reason and facts."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.enums import JoinDeclineReason
from campaigns.joining.rules import JoinSubmission
from campaigns.lists import KIND_LABELS
from campaigns.models import JoinApplication
from directory.models import City
from participants.applications.lists import (
    STATE_LOOKS,
    Fact,
    contact_pairs,
    facts_of,
    long_address,
    typed,
)
from participants.enums import ApplicationState
from urdu.isolation import isolate_html

STATE_LABELS: dict[str, Promise] = {
    ApplicationState.RECEIVED: gettext_lazy("Not answered yet"),
    ApplicationState.APPROVED: gettext_lazy("In the network"),
    ApplicationState.DECLINED: gettext_lazy("Declined"),
    ApplicationState.WITHDRAWN: gettext_lazy("Withdrawn"),
}
TAKEN_OUT = gettext_lazy("Not in the network any more")
REASON_LABELS: dict[str, Promise] = {
    JoinDeclineReason.NOT_FOUND: gettext_lazy("We could not make sure of the organisation."),
    JoinDeclineReason.NOT_REACHED: gettext_lazy("We could not reach you."),
    JoinDeclineReason.KNOWN: gettext_lazy("The organisation is in the network already."),
    JoinDeclineReason.AIMS: gettext_lazy("It does not fit the aims of the network."),
    JoinDeclineReason.OTHER: gettext_lazy("We cannot take it into the network this time."),
}


def join_facts(submission: JoinSubmission, city: City, language: str) -> list[Fact]:
    """Return what an organisation applies with, to be read over."""
    count = "" if submission.people_count is None else isolate_html(str(submission.people_count))
    return facts_of(
        [
            (_("Organisation"), typed(submission.organisation_name)),
            (_("Kind of organisation"), str(KIND_LABELS[submission.organisation_kind])),
            (_("City"), str(getattr(city, f"name_{language}"))),
            (_("What it does"), typed(submission.work)),
            (_("Website"), long_address(submission.website)),
            (_("People it brings"), count),
            *contact_pairs(submission),
        ]
    )


def state_words(application: JoinApplication) -> tuple[str, str]:
    """Return how an application's state looks and what it is called."""
    if application.state == ApplicationState.APPROVED and not application.is_in_network:
        return STATE_LOOKS[ApplicationState.WITHDRAWN], str(TAKEN_OUT)
    return STATE_LOOKS[application.state], str(STATE_LABELS[application.state])


def steps() -> list[dict[str, str]]:
    """Return what happens between applying and standing in the network."""
    return [
        {
            "title": _("You apply"),
            "text": _("One short page. It takes three minutes and needs no account."),
        },
        {
            "title": _("We make sure"),
            "text": _(
                "We call or write to you, and write the organisation’s name in both languages."
            ),
        },
        {
            "title": _("You stand in the network"),
            "text": _("Name, kind and city are public. Your own name and number never are."),
        },
    ]
