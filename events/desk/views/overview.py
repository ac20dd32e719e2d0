"""One's own events, and one event with what can be done for it."""

import datetime
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.lists.event_words import EventWords, words_of
from events.desk.selectors import (
    events_gone_by,
    events_to_come,
    events_visible_to,
    events_with_lists_for,
)
from events.desk.views.access import desk_url, frame, page_language, signed_in_only
from events.desk.views.signing_in import sign_in
from events.models import Event, Places
from events.selectors import STATUS_LABELS, event_status, places_of


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


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponseBase:
    """Show one's events to whoever is signed in, the sign-in form to everybody else."""
    if request.method == "POST" or not request.user.is_authenticated:
        return sign_in(request)
    return my_events(request)


@signed_in_only
def my_events(request: HttpRequest, user: User) -> HttpResponse:
    """Show the events that are this person's: the next one first, past ones after."""
    now = timezone.now()
    events, with_lists = events_visible_to(user), _events_with_lists(user)
    context = {
        "coming": [_card(event, with_lists, now) for event in events_to_come(events, now)],
        "past": [_card(event, with_lists, now) for event in events_gone_by(events, now)],
        **frame(user, current=desk_url("home")),
    }
    return render(request, "desk/events.html", context)


@require_safe
@signed_in_only
def event_page(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show one event's facts and counts and lead to its lists; nobody's details."""
    event = get_object_or_404(events_visible_to(user), slug=slug)
    card = _card(event, _events_with_lists(user), timezone.now())
    here = desk_url("event", slug)
    context = {
        "event": event,
        "card": card,
        "facts": _facts(card),
        "public_url": reverse("events:detail", args=[slug]) if event.live else "",
        **frame(user, (card.words.title, here), current=here),
    }
    return render(request, "desk/event.html", context)


def _facts(card: DeskCard) -> list[tuple[str, str]]:
    """Return label and words of what is known of an event."""
    words, capacity = card.words, str(card.places.capacity) if card.places else ""
    facts = [
        (_("Date"), words.day),
        (_("Time"), words.hours),
        (_("City"), words.city),
        (_("Venue"), words.venue),
        (_("Assembly point"), words.assembly_point),
        (_("Capacity"), capacity),
    ]
    return [(label, value) for label, value in facts if value]


def _events_with_lists(user: User) -> set[int]:
    return set(events_with_lists_for(user).order_by().values_list("pk", flat=True))


def _card(event: Event, with_lists: set[int], now: datetime.datetime) -> DeskCard:
    status, places = event_status(event, now), places_of(event)
    has_list = event.pk in with_lists
    return DeskCard(
        words=words_of(event, page_language()),
        state=status.value,
        state_label=str(STATUS_LABELS[status]),
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
