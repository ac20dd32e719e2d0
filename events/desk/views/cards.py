"""An event as a card of the desk: state, places, who waits, where its lists are."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.models import User
from events.desk.lists.event_words import EventWords, words_of
from events.desk.selectors import events_with_lists_for
from events.desk.views.access import desk_url
from events.models import Event, Places
from events.selectors import STATUS_LABELS, event_status, places_of
from participants.views import page_language

# How what is not published looks; see components/status.html.
DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class DeskCard:
    """An event as its organiser sees it; addresses are "" where the role does not reach."""

    words: EventWords
    state: str
    state_label: str
    places: Places | None
    waiting_line: str
    url: str
    list_url: str
    print_url: str


def with_lists(user: User, now: datetime.datetime) -> set[int]:
    """Return the events whose lists somebody may open, by primary key."""
    return set(events_with_lists_for(user, now).order_by().values_list("pk", flat=True))


def desk_card(event: Event, having_lists: set[int], now: datetime.datetime) -> DeskCard:
    """Return an event's card for whoever may open the lists of `having_lists`."""
    status, places = event_status(event, now), places_of(event)
    has_list = event.pk in having_lists
    return DeskCard(
        words=words_of(event, page_language()),
        state=status.value if event.live else DRAFT,
        state_label=str(STATUS_LABELS[status]) if event.live else _("Draft, not public"),
        places=places,
        waiting_line=_waiting_line(places),
        url=desk_url("event", event.slug),
        list_url=desk_url("attendees", event.slug) if has_list else "",
        print_url=desk_url("attendees_print", event.slug) if has_list else "",
    )


def _waiting_line(places: Places | None) -> str:
    if places is None or not places.waiting:
        return ""
    return ngettext(
        "%(count)d person is waiting", "%(count)d people are waiting", places.waiting
    ) % {"count": places.waiting}
