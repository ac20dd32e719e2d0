"""One's own events, and one event with what can be done for it."""

import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.models import JoinApplication
from directory.models import User
from events.attendance.selectors import open_conflicts
from events.desk.lists.event_words import words_of
from events.desk.selectors import (
    events_gone_by,
    events_to_come,
    events_visible_to,
    events_with_gates_for,
    is_run_by,
)
from events.desk.selectors.hosts import is_hosted
from events.desk.views.access import desk_url, frame, signed_in_only
from events.desk.views.actions import what_was_done
from events.desk.views.cards import DeskCard, desk_card, with_lists
from events.desk.views.changes import EXPLAINED, TITLES, past_changes
from events.desk.views.signing_in import sign_in
from events.desk.views.today import gate_of, heading_of, today_panel
from events.desk.views.ways_on import Action, placement_tools
from events.enums import Audience, EventStatus
from events.enums.hosting import PermissionState
from events.models import Event, HostApplication
from events.registration.services.cascades import changes_possible_for
from events.selectors import event_status
from events.views.reasons import reason_words
from messaging.selectors import dead_letter_count
from participants.applications.selectors import unanswered_count
from participants.views import page_language


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
    events, having_lists = events_visible_to(user, now), with_lists(user, now)
    coming = list(events_to_come(events, now))
    # A draft may never be held: what people can plan for comes first.
    next_one = next((event for event in coming if event.live), None)
    today = None
    if next_one:
        today = today_panel(next_one, is_run=is_run_by(user, next_one, now), now=now)
    context = {
        "today": today,
        "today_heading": heading_of(today) if today else "",
        "next_card": desk_card(next_one, having_lists, now) if next_one else None,
        "coming": [desk_card(event, having_lists, now) for event in coming if event != next_one],
        "past": [desk_card(event, having_lists, now) for event in events_gone_by(events, now)],
        "other_days": [
            words_of(role.event, page_language()) for role in user.event_roles.of_other_days(now)
        ],
        "running": _running(user),
        "tools": _tools(user, now),
        **frame(user, current=desk_url("home")),
    }
    return render(request, "desk/events.html", context)


def _tools(user: User, now: datetime.datetime) -> list[Action]:
    """Return what somebody can do beside their own events, as far as their rights reach."""
    tools = []
    if user.has_perm("events.manage_every_event"):
        hint = _unanswered(unanswered_count(HostApplication))
        tools.append(Action(_("Applications to host"), hint, reverse("events:host_applications")))
    if user.has_perm("events.add_event"):
        hint = _("The same walk in many cities, or last year’s again")
        tools.append(Action(_("Planning"), hint, reverse("events:plans")))
    if user.has_perm("directory.manage_staff"):
        hint = _("Who works at the desk, invite, suspend")
        tools.append(Action(_("People of the desk"), hint, reverse("events:staff:people")))
    if user.has_perm("campaigns.manage_network"):
        hint = _unanswered(unanswered_count(JoinApplication))
        url = reverse("events:network:applications")
        tools.append(Action(_("Organisations that want to join"), hint, url))
    if user.has_perm("campaigns.manage_pledges"):
        hint = _("Numbers, alarms, names for the wall, missed calls")
        tools.append(Action(_("Pledges"), hint, reverse("events:pledges:overview")))
    tools += placement_tools(user, now)
    if user.has_perm("participants.view_auditentry"):
        hint = _("Who saw, printed or took which list")
        tools.append(Action(_("Log"), hint, reverse("events:staff:log")))
    return tools


def _unanswered(count: int) -> str:
    words = ngettext("%(count)d is not answered yet", "%(count)d are not answered yet", count)
    return words % {"count": count} if count else _("All are answered")


@require_safe
@signed_in_only
def event_page(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show one event's facts and counts and lead to its lists; nobody's details."""
    now = timezone.now()
    event = get_object_or_404(events_visible_to(user, now), slug=slug)
    card = desk_card(event, with_lists(user, now), now)
    is_run = is_run_by(user, event, now)
    has_gate = events_with_gates_for(user, now).filter(pk=event.pk).exists()
    here = desk_url("event", slug)
    context = {
        "event": event,
        "card": card,
        "panel": today_panel(event, is_run=is_run, now=now),
        "why": reason_words(event, page_language(), now),
        "facts": _facts(card, event),
        "actions": _actions(event, now) if is_run else [],
        **gate_of(event, has_gate=has_gate, is_run=is_run, now=now),
        "changes": past_changes(event, page_language()) if card.list_url else [],
        "done": what_was_done(request, event),
        "public_url": reverse("events:detail", args=[slug]) if event.live else "",
        **frame(user, (card.words.title, here), current=here),
    }
    return render(request, "desk/event.html", context)


def _running(user: User) -> list[Action]:
    """Return what concerns the account, not one event."""
    words = _("Recovery codes, password, sign out everywhere")
    return [Action(_("My account"), words, reverse("events:staff:account"))]


def _actions(event: Event, now: datetime.datetime) -> list[Action]:
    """Return what its organiser can change, in the order it is wanted."""
    slug, possible = event.slug, changes_possible_for(event, now)
    by_invitation = event.schedule.audience == Audience.INVITATION
    is_over = event_status(event, now) == EventStatus.OVER
    actions = [
        *([] if is_over else _terms_actions(slug)),
        *(
            Action(str(TITLES[kind]), str(EXPLAINED[kind]), desk_url("change", slug, kind.value))
            for kind in possible
        ),
    ]
    if by_invitation:
        words = _("Invite, seats for groups, reminders")
        actions.insert(0, Action(_("Invitations"), words, desk_url("invitations", slug)))
    actions += [
        Action(
            _("Possible repeats"), _("Registered twice, or a family"), desk_url("repeats", slug)
        ),
        Action(_("Consent slips"), _("Children of groups: print, mark"), desk_url("slips", slug)),
        _print_shop_action(slug),
        _helpers_action(slug),
    ]
    if is_over:
        words = _("Numbers, photographs, press note")
        actions.insert(0, Action(_("After the event"), words, desk_url("report", slug)))
    return [
        *_kit_action(event),
        *actions,
        *_gate_actions(event),
        Action(_("Type in the paper list"), _("Row numbers, names, done"), desk_url("paper", slug)),
        Action(_("Messages"), _messages_hint(slug), desk_url("messages", slug)),
    ]


def _terms_actions(slug: str) -> list[Action]:
    """Return what decides who may register, as long as anybody may."""
    hint = _("Open or close, window, waiting list")
    return [
        Action(_("Registration"), hint, desk_url("terms", slug)),
        Action(_("Capacity"), _("How many people may come"), desk_url("capacity", slug)),
    ]


def _messages_hint(slug: str) -> str:
    """Say what can be done there, and how much did not arrive."""
    hint = _("Write, send by hand, see what did not arrive")
    undelivered = dead_letter_count(slug)
    words = ngettext("%(count)d did not arrive", "%(count)d did not arrive", undelivered)
    return f"{hint} · {words % {'count': undelivered}}" if undelivered else hint


def _print_shop_action(slug: str) -> Action:
    words = _("Posters, placards, badges, signs, certificates")
    return Action(_("Print shop"), words, desk_url("prints", slug))


def _helpers_action(slug: str) -> Action:
    url = reverse("events:staff:volunteers", args=[slug])
    return Action(_("Helpers"), _("Invite people for the gate"), url)


def _kit_action(event: Event) -> list[Action]:
    """Lead whoever hosts an event to what they print first, once the print shop is there."""
    if not is_hosted(event):
        return []
    try:
        url = desk_url("prints_kit", event.slug)
    except NoReverseMatch:
        return []
    return [Action(_("Starter kit"), _("Poster, placards, sign-up sheet: one PDF"), url)]


def _gate_actions(event: Event) -> list[Action]:
    """Return what its organiser looks after at the gate."""
    count = open_conflicts(event).count()
    words = ngettext("%(count)d conflict to decide", "%(count)d conflicts to decide", count)
    return [
        Action(
            _("Conflicts at the gate"),
            words % {"count": count} if count else _("One pass at two gates"),
            desk_url("gate_conflicts", event.slug),
        ),
        Action(
            _("Phones and links at the gate"),
            _("Helpers without an account, lost phones"),
            desk_url("gate_devices", event.slug),
        ),
    ]


def _facts(card: DeskCard, event: Event) -> list[tuple[str, str]]:
    """Return label and words of what is known of an event."""
    words, capacity = card.words, str(card.places.capacity) if card.places else ""
    facts = [
        (_("Date"), words.day),
        (_("Time"), words.hours),
        (_("City"), words.city),
        (_("Venue"), words.venue),
        (_("Assembly point"), words.assembly_point),
        (_("Capacity"), capacity),
        (_("Permission (NOC)"), _permission(event) if card.list_url else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _permission(event: Event) -> str:
    """Say where the permission stands; only to whoever runs the event."""
    return {
        "": _("Not recorded"),
        PermissionState.NOT_NEEDED: _("Not needed"),
        PermissionState.APPLIED: _("Applied for"),
        PermissionState.GRANTED: _("Granted"),
        PermissionState.REFUSED: _("Refused"),
    }[event.permission_state or ""]
