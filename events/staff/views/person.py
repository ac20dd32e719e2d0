"""One person of the desk: what they work as, and everything a director can do about it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.views.actions import Done, lead_to
from events.enums import EventRoleKind
from events.models import EventRole
from events.selectors import moment_words
from events.staff.enums import Deed
from events.staff.errors import NotTheirs, NotToOneself
from events.staff.forms.people import RoleForm, SuccessorForm
from events.staff.selectors import staff, state_of
from events.staff.services import (
    do_to_account,
    end_group,
    end_role,
    give_role,
    hand_over,
    make_link,
)
from events.staff.views.access import (
    METHODS,
    choices_of,
    directors_only,
    events_to_choose,
    link_context,
    person_for,
    said_of,
    staff_page,
    staff_url,
)
from events.staff.views.people import STATE_LABELS, group_words, words_of_role
from participants.views import form_stands_on, page_language

DEED_WORDS: dict[Deed, Promise] = {
    Deed.SUSPENDED: gettext_lazy("Suspended. Their next tap leads to the sign-in page."),
    Deed.RESTORED: gettext_lazy("Restored. They can sign in again."),
    Deed.SIGNED_OUT: gettext_lazy("Signed out on every phone and computer."),
    Deed.FACTOR_RESET: gettext_lazy(
        "The second step is reset. At the next sign-in they set up a new app."
    ),
}
TYPED = '<bdi dir="ltr" lang="en">{}</bdi>'
UNDO_OF = {Deed.SUSPENDED: Deed.RESTORED, Deed.RESTORED: Deed.SUSPENDED}


@require_safe
@directors_only
def person(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Show somebody's account, roles, and what can be done."""
    return _person_page(request, user, person_for(user, number))


def _person_page(
    request: HttpRequest, user: User, who: User, form: RoleForm | None = None
) -> HttpResponse:
    events = events_to_choose(user, timezone.now())
    state = state_of(who)
    return staff_page(
        request,
        user,
        "staff/person.html",
        title=who.known_as,
        who=who,
        state=state.value,
        state_label=str(STATE_LABELS[state]),
        is_oneself=who == user,
        facts=_facts(who),
        groups=[({"group": group.pk}, group_words(group.name)) for group in who.groups.all()],
        roles=[words_of_role(role) for role in who.event_roles.all()],
        form=form or RoleForm(events=choices_of(events)),
        done=said_of(request, _page(who)),
        urls={
            name: staff_url(name, who.pk)
            for name in ("person_link", "give_role", "end_role", "end_group")
        }
        | {deed.name.lower(): staff_url("deed", who.pk, deed.value) for deed in DEED_WORDS},
    )


def _page(who: User) -> str:
    return f"person-{who.pk}"


def _facts(who: User) -> list[dict[str, Any]]:
    """Return label and words of what is known of an account."""
    seen = moment_words(who.last_login, page_language()) if who.last_login else _("Never")
    has_app = getattr(who, "has_app", False)
    facts = [
        (_("Username"), format_html(TYPED, who.username)),
        (_("Email"), format_html(TYPED, who.email) if who.email else _("None")),
        (_("Last signed in"), seen),
        (_("Second step"), _("Set up") if has_app else _("Not set up yet")),
    ]
    return [{"label": label, "value": value} for label, value in facts]


@directors_only
@form_stands_on("events:staff:person", "number")
def person_link(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Make a link to somebody's account and show it, this once."""
    who = person_for(user, number)
    if not who.is_active:
        raise Http404
    token = make_link(actor=user, user=who, now=timezone.now())
    return staff_page(
        request,
        user,
        "staff/link.html",
        title=_("The link for %(name)s") % {"name": who.known_as},
        back_url=staff_url("person", who.pk),
        **link_context(who, token),
    )


@directors_only
@form_stands_on("events:staff:person", "number")
def deed(request: HttpRequest, user: User, number: int, kind: str) -> HttpResponse:
    """Suspend, restore, sign out everywhere, or reset the second step."""
    who = person_for(user, number)
    if kind not in [known.value for known in DEED_WORDS]:
        raise Http404
    wanted = Deed(kind)
    try:
        do_to_account(actor=user, user=who, deed=wanted, now=timezone.now())
    except NotToOneself:
        words = _("You cannot do this to your own account. Ask another director.")
        return lead_to(request, staff_url("person", who.pk), Done(_page(who), words, "warning"))
    undo = UNDO_OF.get(wanted)
    url = staff_url("deed", who.pk, undo.value) if undo else ""
    done = Done(_page(who), str(DEED_WORDS[wanted]), "success", url)
    return lead_to(request, staff_url("person", who.pk), done)


@directors_only
@form_stands_on("events:staff:person", "number")
def give(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Give somebody a role at an event."""
    who, now = person_for(user, number), timezone.now()
    events = events_to_choose(user, now)
    form = RoleForm(request.POST, events=choices_of(events))
    if not form.is_valid():
        return _person_page(request, user, who, form)
    role = EventRoleKind(form.cleaned_data["role"])
    event = events[form.cleaned_data["event"]]
    given = give_role(actor=user, user=who, event=event, role=role, now=now)
    undo = {"role": str(given.pk)}
    done = Done(_page(who), _("The role is given."), "success", staff_url("end_role", who.pk), undo)
    return lead_to(request, staff_url("person", who.pk), done)


@directors_only
@form_stands_on("events:staff:person", "number")
def end(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """End a role at an event; one tap gives it back."""
    who = person_for(user, number)
    role = _role_of(who, request.POST.get("role", ""))
    end_role(actor=user, role=role, now=timezone.now())
    undo = {"event": role.event.slug, "role": role.role}
    done = Done(
        _page(who), _("The role is ended."), "success", staff_url("give_role", who.pk), undo
    )
    return lead_to(request, staff_url("person", who.pk), done)


@directors_only
@form_stands_on("events:staff:person", "number")
def leave_group(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """End a role in the whole campaign."""
    who = person_for(user, number)
    key = request.POST.get("group", "")
    group = get_object_or_404(who.groups, pk=key if _is_number(key) else 0)
    try:
        end_group(actor=user, user=who, group=group, now=timezone.now())
        done = Done(_page(who), _("The role is ended."))
    except NotToOneself:
        words = _("You cannot do this to your own account. Ask another director.")
        done = Done(_page(who), words, "warning")
    return lead_to(request, staff_url("person", who.pk), done)


@require_http_methods(METHODS)
@directors_only
def pass_on(request: HttpRequest, user: User, number: int, role: int) -> HttpResponse:
    """Choose who takes a role over, and hand it over."""
    who = person_for(user, number)
    held = _role_of(who, str(role))
    others = list(staff().filter(is_active=True, is_superuser=False).exclude(pk=who.pk))
    form = SuccessorForm(request.POST if request.method == "POST" else None, people=others)
    if request.method == "POST" and form.is_valid():
        successor = next(p for p in others if str(p.pk) == form.cleaned_data["successor"])
        try:
            hand_over(actor=user, role=held, successor=successor, now=timezone.now())
        except NotTheirs as error:
            raise Http404 from error
        done = Done(_page(successor), _("The event is handed over."))
        return lead_to(request, staff_url("person", successor.pk), done)
    return staff_page(
        request,
        user,
        "staff/hand_over.html",
        title=_("Hand over"),
        form=form,
        who=who,
        role=words_of_role(held),
        back_url=staff_url("person", who.pk),
    )


def _role_of(who: User, key: str) -> EventRole:
    roles = who.event_roles.select_related("event__city", "event__schedule__venue")
    return get_object_or_404(roles, pk=key if _is_number(key) else 0)


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) < 18
