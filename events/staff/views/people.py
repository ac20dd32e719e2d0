"""Everybody of the desk, and inviting somebody new."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from directory.errors import UsernameTaken
from directory.models import User
from events.desk.lists.event_words import words_of
from events.desk.views.actions import Done, lead_to
from events.models import EventRole
from events.staff.enums import AccountState
from events.staff.forms.people import ROLE_LABELS, PersonForm
from events.staff.selectors import staff, state_of
from events.staff.services import invite_person, log_reading
from events.staff.views.access import (
    METHODS,
    choices_of,
    directors_only,
    events_to_choose,
    staff_page,
    staff_url,
)
from participants.enums import AuditAction
from participants.views import page_language

PEOPLE_PER_PAGE = 50
STATE_LABELS: dict[AccountState, Promise] = {
    AccountState.INVITED: gettext_lazy("Invited, link not used yet"),
    AccountState.ACTIVE: gettext_lazy("Active"),
    AccountState.SUSPENDED: gettext_lazy("Suspended"),
}
GROUP_LABELS: dict[str, Promise] = {
    "Directors": gettext_lazy("Director"),
    "Data officers": gettext_lazy("Data officer"),
    "Editors": gettext_lazy("Editor"),
    "Translators": gettext_lazy("Translator"),
    "Reviewers": gettext_lazy("Reviewer"),
}


def role_words(role: EventRole, language: str) -> str:
    """Return e.g. "Organiser: Awareness walk, Lahore · Friday, 30 July 2027"."""
    return f"{ROLE_LABELS[role.role]}: {words_of(role.event, language).running_line}"


def group_words(name: str) -> str:
    """Return the name of a group of the whole campaign in the page's language."""
    return str(GROUP_LABELS.get(name, name))


def works_as(person: User) -> list[str]:
    """Return everything somebody works as, the whole campaign first."""
    language = page_language()
    groups = [group_words(group.name) for group in person.groups.all()]
    return groups + [role_words(role, language) for role in person.event_roles.all()]


@require_safe
@directors_only
def people(request: HttpRequest, user: User) -> HttpResponse:
    """Show everybody with an account: what they work as, and whether they can sign in."""
    page = Paginator(staff(), PEOPLE_PER_PAGE).get_page(request.GET.get("page"))
    shown = [_row(person) for person in page.object_list]
    log_reading(
        actor=user,
        action=AuditAction.VIEW,
        kind="staff",
        columns=["name", "username", "roles"],
        row_count=len(shown),
        now=timezone.now(),
    )
    return staff_page(
        request,
        user,
        "staff/people.html",
        title=_("People of the desk"),
        page_obj=page,
        people=shown,
        invite_url=staff_url("invite"),
    )


def _row(person: User) -> dict[str, Any]:
    state = state_of(person)
    return {
        "name": person.known_as,
        "username": person.username,
        "state": state.value,
        "state_label": str(STATE_LABELS[state]),
        "roles": works_as(person),
        "url": staff_url("person", person.pk),
    }


@require_http_methods(METHODS)
@directors_only
def invite(request: HttpRequest, user: User) -> HttpResponse:
    """Invite somebody as anything; the next page hands the link over."""
    now = timezone.now()
    events = events_to_choose(user, now)
    initial = {"language": page_language()}
    data = request.POST if request.method == "POST" else None
    form = PersonForm(data, events=choices_of(events), initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen = [events[slug] for slug in form.cleaned_data["events"]]
        try:
            person = invite_person(actor=user, invitation=form.invitation_to(chosen), now=now)
        except UsernameTaken:
            form.refuse_username()
        else:
            return lead_to(request, staff_url("person", person.pk), invited(person))
    return staff_page(
        request,
        user,
        "staff/invite.html",
        title=_("Invite somebody"),
        form=form,
        back_url=staff_url("people"),
    )


def invited(person: User) -> Done:
    """Return what is said of somebody who was invited just now."""
    if person.email:
        words = _("Invited. The link is on its way by e-mail; it opens for seven days.")
    else:
        words = _("Invited. Now make the link and send it.")
    return Done(f"person-{person.pk}", words)


def words_of_role(role: EventRole) -> dict[str, Any]:
    """Return what the page shows of one role of somebody."""
    words = words_of(role.event, page_language())
    return {
        "fields": {"role": role.pk},
        "label": str(ROLE_LABELS[role.role]),
        "event": words.title,
        "day": words.day,
        "is_for_the_day": role.is_for_the_day,
        "hand_over_url": staff_url("hand_over", role.user_id, role.pk),
    }
