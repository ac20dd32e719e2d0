"""Who may manage people, whose accounts, and what every such page shares."""

import datetime
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.models import User
from events.desk.lists.event_words import words_of
from events.desk.selectors import events_to_come, events_visible_to
from events.desk.views.access import frame, signed_in_only
from events.desk.views.actions import SAID, Done
from events.models import Event
from events.staff.notifications import link_address
from events.staff.selectors import staff
from participants.rules.phones import whatsapp_address
from participants.views import page_language

METHODS = ["GET", "HEAD", "POST"]
P = ParamSpec("P")


def staff_url(name: str, *args: object) -> str:
    """Return an address of these pages in the page's language."""
    return reverse(f"events:staff:{name}", args=args)


def directors_only(
    view: Callable[Concatenate[HttpRequest, User, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Open a page to whoever manages staff; to everybody else signed in it does not exist."""

    def guarded(
        request: HttpRequest, user: User, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if not user.has_perm("directory.manage_staff"):
            raise Http404
        return view(request, user, *args, **kwargs)

    return signed_in_only(guarded)


def person_for(user: User, number: int) -> User:
    """Return somebody this director may act on; nobody but a superuser touches a superuser."""
    people = staff() if user.is_superuser else staff().filter(is_superuser=False)
    return get_object_or_404(people, pk=number)


def events_to_choose(user: User, now: datetime.datetime) -> dict[str, Event]:
    """Return the events to come by slug, the next one first."""
    return {event.slug: event for event in events_to_come(events_visible_to(user, now), now)}


def choices_of(events: dict[str, Event]) -> list[tuple[str, str]]:
    """Return events as the choices of a form."""
    language = page_language()
    return [(slug, words_of(event, language).running_line) for slug, event in events.items()]


def staff_page(
    request: HttpRequest, user: User, template: str, *, title: str, **context: Any
) -> HttpResponse:
    """Answer with one page about people, its way back in the frame above it."""
    people = (_("People of the desk"), staff_url("people"))
    trail = [people] if user.has_perm("directory.manage_staff") else []
    if request.path != people[1]:
        trail.append((title, request.path))
    context = {"title": title, "here": request.path, "intro": "", **context}
    return render(request, template, context | frame(user, *trail, current=request.path))


def said_of(request: HttpRequest, slug: str) -> Done | None:
    """Return what was done just before on a page of this name, this once only."""
    said = request.session.get(SAID)
    if not said or said["slug"] != slug:
        return None
    del request.session[SAID]
    return Done(**said)


def link_context(user: User, token: str, phone: str = "") -> dict[str, Any]:
    """Return what the page shows that hands a link over: the link, and words for WhatsApp.

    `phone`, in E.164 form, is whom WhatsApp writes to; without it one is asked to whom.
    """
    link = link_address(token, user.language)
    words = _(
        "Your account at Hamqadam, username %(username)s. Choose your password here: %(link)s"
    )
    text = words % {"username": user.username, "link": link}
    return {"link": link, "whatsapp_url": whatsapp_address(text, phone)}
