"""What every page shares on which an organiser changes something about an event."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render

from directory.models import User
from events.desk.lists.event_words import words_of
from events.desk.selectors import events_run_by
from events.desk.views.access import desk_url, frame
from events.models import Event
from participants.views import page_language

CONFLICT = 409
SAID = "desk_said"


@dataclass(frozen=True, slots=True)
class Done:
    """What was done just before, and the form that takes it back: address and fields, or none."""

    slug: str
    words: str
    kind: str = "success"
    undo_url: str = ""
    undo_fields: dict[str, str] = field(default_factory=dict)


def run_event(user: User, slug: str) -> Event:
    """Return an event this person runs; 404 as for one that does not exist."""
    return get_object_or_404(events_run_by(user), slug=slug)


def action_page(
    request: HttpRequest,
    user: User,
    event: Event,
    template: str,
    *,
    title: str,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Answer with one page about an event, its way back in the frame above it."""
    words = words_of(event, page_language())
    context |= {
        "event": event,
        "words": words,
        "title": title,
        "here": request.path,
        "event_url": desk_url("event", event.slug),
        **frame(
            user,
            (words.title, desk_url("event", event.slug)),
            (title, request.path),
            current=request.path,
        ),
    }
    return render(request, template, context, status=status)


def back_to_event(request: HttpRequest, done: Done) -> HttpResponse:
    """Lead back to the event's page, which says once what was done."""
    return lead_to(request, desk_url("event", done.slug), done)


def back_to_form(name: str, *args: str) -> HttpResponse:
    """Lead from an address that only takes a form to the page the form stands on.

    Whoever had to sign in again, or changed the language after a refusal, comes to it by GET.
    """
    return HttpResponseRedirect(desk_url(name, *args))


def lead_to(request: HttpRequest, location: str, done: Done) -> HttpResponse:
    """Lead on after something was done, so that reloading does not do it again."""
    request.session[SAID] = asdict(done)
    return HttpResponse(status=303, headers={"Location": location})


def what_was_done(request: HttpRequest, event: Event) -> Done | None:
    """Return what was done just before to this event, this once only."""
    said = request.session.get(SAID)
    if not said or said["slug"] != event.slug:
        return None
    del request.session[SAID]
    return Done(**said)
