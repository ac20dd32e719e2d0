"""What the gate's script says: its sentences in the page's language, and the files it needs."""

from datetime import time
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.desk.lists.gate_hours import CLOSED_WORDS
from urdu.dates import format_clock

# Kept by the gate's service worker, beside every script under js/gate/.
GATE_FILES = (
    "css/desk.css",
    "css/site.css",
    "fonts/latin-display-subset.woff2",
    "fonts/noto-nastaliq-urdu-subset.woff2",
    "images/band.svg",
    "images/favicon.svg",
)
Words = dict[str, str | list[str]]
# Any minute will do whose figures can be found again.
_MINUTE = 34


def gate_words(language: str) -> Words:
    """Return the sentences by name; %(name)s is filled in by the script, a list is [one, many]."""
    return {
        "time_zone": settings.TIME_ZONE,
        "clock": _clock_words(language),
        **_state_words(),
        **_answer_words(),
        **_refusal_words(),
        **_phone_words(),
        **_trouble_words(),
        **_ending_words(),
    }


def _clock_words(language: str) -> list[str]:
    """Return 24 sentences, one an hour, such as "صبح %(time)s بجے"."""
    return [
        format_clock(time(hour, _MINUTE), language).replace(
            f"{hour % 12 or 12}:{_MINUTE}", "%(time)s"
        )
        for hour in range(24)
    ]


def _state_words() -> Words:
    return {
        "expected": _("in · %(expected)s expected"),
        "online": _("Online"),
        "offline": _("No network"),
        "sending": _("Sending…"),
        "signed_out": _("Signed out"),
        "early_short": _("Not open yet"),
        "closed_short": _("Gate closed"),
        "waiting": _plural(
            ngettext("%(count)s waits to be sent", "%(count)s wait to be sent", 1),
            ngettext("%(count)s waits to be sent", "%(count)s wait to be sent", 2),
        ),
        "conflicts": _plural(
            ngettext("%(count)s to look at", "%(count)s to look at", 1),
            ngettext("%(count)s to look at", "%(count)s to look at", 2),
        ),
    }


def _answer_words() -> Words:
    return {
        "in": _("In"),
        "already": _("Already in"),
        "no": _("Not valid"),
        "ask": _("How many are here?"),
        "undone": _("Taken back"),
        "people": _people(),
        "party": _plural(
            ngettext("%(arrived)s of %(count)s is in", "%(arrived)s of %(count)s are in", 1),
            ngettext("%(arrived)s of %(count)s is in", "%(arrived)s of %(count)s are in", 2),
        ),
        "let_in": _plural(
            ngettext("Let %(count)s person in", "Let %(count)s people in", 1),
            ngettext("Let %(count)s person in", "Let %(count)s people in", 2),
        ),
        "let_in_over": _("Let in above capacity"),
        "at_gate": _("%(gate)s, %(at)s"),
        "copy": _("If this is somebody else, it may be a copy of the pass: ask for the name."),
        "party_of": _("With %(name)s"),
        "walk_in": _("Walk-in"),
        "walk_in_over": _("Walk-in above capacity: flagged for the organiser"),
        "over_share": _(
            "The walk-in places of this phone are used up. You can still let people in: "
            "they are flagged for the organiser."
        ),
        "few_missing": _("Only %(count)s of this party are still missing."),
        "no_number": _("Type how many people, 1 or more."),
        "no_walk_in_number": _("Type how many people, from 1 to %(most)s."),
        "no_name": _("Type a name."),
        "nobody": _("Nobody found. Try another spelling, the digits, or the code."),
        "nobody_digits": _("Nobody with these digits is on this phone’s list."),
    }


def _refusal_words() -> Words:
    return {
        "unknown": _(
            "Not on this phone’s list of %(since)s: a pass of another event, "
            "or registered since then."
        ),
        "other_event": _("This is not a pass of this event."),
        "strange": _("This is not one of our passes."),
        "torn": _("The code is not whole. Look for the name or the last four digits."),
        "slip_used": _("This child’s slip was used already."),
        "cancelled": _("This registration was cancelled."),
        "waiting_list": _("On the waiting list: no place yet."),
        "offered": _("A place was offered and has not been accepted yet."),
        "lapsed": _("The offered place was not accepted in time."),
        "not_valid": _("This registration has no place."),
        "full_phone": _("NOT counted: this phone’s storage is full. Use the paper list."),
        "not_kept": _("NOT counted: this phone could not keep it. Use the paper list."),
    }


def _phone_words() -> Words:
    return {
        "opening": _("Opening…"),
        "preparing": _("Preparing…"),
        "wrong_passphrase": _("This is not the passphrase of this phone."),
        "short_passphrase": _("The passphrase needs at least %(count)s characters."),
        "needs_network": _("This needs the network once. Try again when there is a connection."),
        "not_allowed": _("You may not prepare a phone for this event. Sign in again."),
        "camera_wait": _("Starting the camera…"),
        "camera_ready": _("Hold the code in front of the camera."),
        "camera_off": _("Scan the code on the pass."),
        "camera_denied": _("The browser does not let us use the camera. Use digits or name."),
        "camera_none": _("The camera does not start. Use digits or name."),
        "ready": _("This phone opens the gate without a network."),
        "getting_ready": _("Not ready for the gate without a network yet: stay online a moment."),
        "as_of": _(
            "The list is of %(since)s. This phone cannot know what happened since then at other "
            "gates, nor who cancelled or registered."
        ),
        "as_of_online": _("The list is of %(since)s and is renewed each minute."),
        "queue_empty": _("Everything is sent."),
        "signed_out_long": _(
            "This phone was signed out. It goes on working and keeps what it counted; "
            "sign in again to send it."
        ),
        "early": _("Only practice is possible before the day of the event."),
        **{f"closed_{phase}": str(words) for phase, words in CLOSED_WORDS.items()},
        "refused": _("The server does not take what this phone sends. Tell the organiser."),
    }


def _trouble_words() -> Words:
    return {
        "twice": _("Came in twice: %(first)s, and %(this)s."),
        "more_than_party": _("More people than the party: %(first)s, and %(this)s."),
        "cancelled_meanwhile": _("Cancelled before this phone let them in: %(this)s."),
        "over_capacity": _("Above capacity: %(this)s."),
        "not_taken": _("The server did not take this: %(this)s."),
    }


def _ending_words() -> Words:
    return {
        "wiped": _("This phone has forgotten the event"),
        "wiped_sent": _("Nothing about people is kept here any more."),
        "wiped_over": _("The event is over. Nothing about people is kept here any more."),
        "wiped_unsent": _plural(
            ngettext(
                "The event is over and the names are wiped. %(count)s arrival was never sent: "
                "tell the organiser.",
                "The event is over and the names are wiped. %(count)s arrivals were never sent: "
                "tell the organiser.",
                1,
            ),
            ngettext(
                "The event is over and the names are wiped. %(count)s arrival was never sent: "
                "tell the organiser.",
                "The event is over and the names are wiped. %(count)s arrivals were never sent: "
                "tell the organiser.",
                2,
            ),
        ),
        "unsent": _plural(
            ngettext(
                "%(count)s arrival has not been sent. Connect to the network first.",
                "%(count)s arrivals have not been sent. Connect to the network first.",
                1,
            ),
            ngettext(
                "%(count)s arrival has not been sent. Connect to the network first.",
                "%(count)s arrivals have not been sent. Connect to the network first.",
                2,
            ),
        ),
        "elsewhere": _("The gate is open in another tab"),
        "elsewhere_text": _("Go on there, or close that tab and load this page again."),
    }


def _people() -> list[str]:
    return _plural(
        ngettext("%(count)s person", "%(count)s people", 1),
        ngettext("%(count)s person", "%(count)s people", 2),
    )


def _plural(one: Any, many: Any) -> list[str]:
    return [str(one), str(many)]
