"""Who helps at one event; its organiser invites gate volunteers, for that event's day only."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.errors import UsernameTaken
from directory.models import User
from events.desk.views.access import signed_in_only
from events.desk.views.actions import Done, action_page, lead_to, run_event
from events.enums import EventRoleKind
from events.models import Event, EventRole
from events.staff.forms.people import ROLE_LABELS, VolunteerForm
from events.staff.selectors import belongs_to, state_of, team_of, volunteer_role
from events.staff.services import end_role, invite_person, log_reading, make_link
from events.staff.views.access import METHODS, link_context, said_of, staff_url
from events.staff.views.people import STATE_LABELS
from participants.enums import AuditAction
from participants.views import page_language


@require_safe
@signed_in_only
def volunteers(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show who works at the event, and what its organiser can do about its volunteers."""
    event = run_event(user, slug)
    roles = team_of(event)
    log_reading(
        actor=user,
        action=AuditAction.VIEW,
        kind="volunteers",
        columns=["name", "username", "role"],
        row_count=len(roles),
        now=timezone.now(),
        subject=slug,
    )
    return action_page(
        request,
        user,
        event,
        "staff/volunteers.html",
        title=_("Helpers"),
        team=[_row(event, role) for role in roles],
        invite_url=staff_url("invite_volunteer", slug),
        done=said_of(request, _page(slug)),
    )


def _page(slug: str) -> str:
    return f"volunteers-{slug}"


def _row(event: Event, role: EventRole) -> dict[str, str]:
    state = state_of(role.user)
    is_volunteer = role.role == EventRoleKind.VOLUNTEER
    may_link = is_volunteer and role.user.is_active and belongs_to(role.user, event)
    args = (event.slug, role.user_id)
    return {
        "name": role.user.known_as,
        "username": role.user.username,
        "label": str(ROLE_LABELS[role.role]),
        "state": state.value,
        "state_label": str(STATE_LABELS[state]),
        "link_url": staff_url("volunteer_link", *args) if may_link else "",
        "end_url": staff_url("end_volunteer", *args) if is_volunteer else "",
    }


@require_http_methods(METHODS)
@signed_in_only
def invite_volunteer(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Invite somebody new for the gate of this event."""
    event = run_event(user, slug)
    data = request.POST if request.method == "POST" else None
    form = VolunteerForm(data, initial={"language": page_language()})
    if request.method == "POST" and form.is_valid():
        try:
            invite_person(actor=user, invitation=form.invitation(event), now=timezone.now())
        except UsernameTaken:
            form.refuse_username()
        else:
            words = _("Invited for the gate, from the day before the event. Now send the link.")
            return lead_to(request, staff_url("volunteers", slug), Done(_page(slug), words))
    return action_page(
        request,
        user,
        event,
        "staff/invite_volunteer.html",
        title=_("Invite for the gate"),
        form=form,
        back_url=staff_url("volunteers", slug),
    )


@require_http_methods(METHODS)
@signed_in_only
def volunteer_link(request: HttpRequest, user: User, slug: str, number: int) -> HttpResponse:
    """Make a link to a volunteer's account and show it, this once."""
    event, role = _volunteer(user, slug, number)
    if request.method != "POST":
        return HttpResponseRedirect(staff_url("volunteers", slug))
    # A link opens everything an account can: not for one that can more than this gate.
    if not (role.user.is_active and belongs_to(role.user, event)):
        raise Http404
    token = make_link(actor=user, user=role.user, now=timezone.now())
    return action_page(
        request,
        user,
        event,
        "staff/volunteer_link.html",
        title=_("The link for %(name)s") % {"name": role.user.known_as},
        back_url=staff_url("volunteers", slug),
        **link_context(role.user, token),
    )


@require_http_methods(METHODS)
@signed_in_only
def end_volunteer(request: HttpRequest, user: User, slug: str, number: int) -> HttpResponse:
    """End a volunteer's role at this event."""
    _event, role = _volunteer(user, slug, number)
    if request.method != "POST":
        return HttpResponseRedirect(staff_url("volunteers", slug))
    end_role(actor=user, role=role, now=timezone.now())
    done = Done(_page(slug), _("The role is ended."))
    return lead_to(request, staff_url("volunteers", slug), done)


def _volunteer(user: User, slug: str, number: int) -> tuple[Event, EventRole]:
    event = run_event(user, slug)
    role = volunteer_role(event, number)
    if role is None:
        raise Http404
    return event, role
