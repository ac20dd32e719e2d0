"""Possible repeats at the desk: two registrations side by side, made one in one tap."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.lists.event_words import words_of
from events.desk.lists.rows import STATE_LABELS
from events.desk.selectors import Party, events_run_by, repeats_of
from events.desk.services import keep_repeat, log_attendee_list, merge_repeat
from events.desk.views.access import desk_url, frame, signed_in_only
from events.enums import RegistrationState
from events.errors import NotARepeat
from events.models import Event
from participants.enums import AuditAction
from participants.rules.phones import masked
from participants.views import page_language

REPEATS_KIND = "possible-repeats"
SHOWN_COLUMNS = ("name", "party_names", "reference", "phone_last_four", "party_size", "minors")
DONE_WORDS: dict[str, Promise] = {
    "merged": gettext_lazy("The two are one registration now."),
    "kept": gettext_lazy("Both registrations stay as they are."),
    "gone": gettext_lazy("These two are no pair any more. Nothing was changed."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def repeats(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show pairs of like registrations; on POST merge one pair, or keep both of it."""
    event = get_object_or_404(events_run_by(user), slug=slug)
    if request.method == "POST":
        done = _act(request, user, event)
        return HttpResponseRedirect(f"{desk_url('repeats', slug)}?done={done}")
    pairs = repeats_of(event)
    log_attendee_list(
        actor=user,
        action=AuditAction.VIEW,
        event=event,
        columns=SHOWN_COLUMNS,
        row_count=2 * len(pairs),
        now=timezone.now(),
        kind=REPEATS_KIND,
    )
    here, words = desk_url("repeats", slug), words_of(event, page_language())
    context = {
        "event": event,
        "words": words,
        "event_url": desk_url("event", slug),
        "pairs": [_pair(earlier, later) for earlier, later in pairs],
        "done": DONE_WORDS.get(request.GET.get("done", ""), ""),
        **frame(
            user,
            (words.title, desk_url("event", slug)),
            (_("Possible repeats"), here),
            current=here,
        ),
    }
    return render(request, "desk/duplicates.html", context)


def _act(request: HttpRequest, user: User, event: Event) -> str:
    """Do what was asked for to one pair of this event; return what to say of it."""
    later = event.registrations.filter(
        reference=request.POST.get("reference", ""), repeat_of__isnull=False
    ).first()
    if later is None:
        return "gone"
    if request.POST.get("action") != "merge":
        keep_repeat(actor=user, later=later, now=timezone.now())
        return "kept"
    try:
        merge_repeat(actor=user, later=later, now=timezone.now())
    except NotARepeat:
        return "gone"
    return "merged"


def _pair(earlier: Party, later: Party) -> dict[str, Any]:
    return {
        "sides": [
            _side(earlier, _("Registered first")),
            _side(later, _("Registered later")),
        ],
        "reference": later.registration.reference,
    }


def _side(party: Party, heading: str) -> dict[str, Any]:
    registration = party.registration
    return {
        "heading": heading,
        "name": registration.contact.full_name,
        "group_name": registration.group_name,
        "reference": registration.reference,
        "phone": masked(registration.contact.phone),
        "has_email": bool(registration.contact.email),
        "size": registration.party_size,
        "minors_count": registration.minors_count,
        "names": party.names,
        "state": STATE_LABELS[RegistrationState(registration.state)],
        "created_at": registration.created_at,
    }
