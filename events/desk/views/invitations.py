"""Who is invited: the list, seats of groups, reminding, one invitation."""

import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.desk.forms.invitations import QuotaForm
from events.desk.lists.invitations import (
    GROUP_LABELS,
    LOGGED_COLUMNS,
    InvitedRow,
    answer_words,
    cells_of,
    headings,
)
from events.desk.selectors import invitations_of, seats_by_group
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import CONFLICT, Done, action_page, lead_to, run_event, what_was_done
from events.enums import InvitationState
from events.errors import SeatsBelowTaken
from events.models import Event, Invitation
from events.registration.notifications import invitation_link
from events.registration.selectors import unanswered_invitations
from events.registration.services.invitations import (
    BETWEEN_REMINDERS,
    issue_code,
    remind_invited,
    withdraw_invitation,
)
from events.registration.services.seats import set_quotas
from events.selectors import places_of
from messaging.selectors import reach_of, reaches_of
from participants.enums import AuditAction
from participants.rules.phones import national_form, whatsapp_address

METHODS = ["GET", "HEAD", "POST"]
ROWS_PER_PAGE = 50
LIST_KIND = "invitations"


@require_safe
@signed_in_only
def invitations(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show who is invited, what they answered, and how many seats each group has left."""
    event = run_event(user, slug)
    page = Paginator(invitations_of(event), ROWS_PER_PAGE).get_page(request.GET.get("page"))
    found = list(page.object_list)
    log_attendee_list(
        actor=user,
        action=AuditAction.VIEW,
        event=event,
        columns=LOGGED_COLUMNS,
        row_count=len(found),
        now=timezone.now(),
        kind=LIST_KIND,
    )
    reaches = reaches_of([one.contact for one in found])
    rows = [
        InvitedRow(one, reach, _url_of(event, one))
        for one, reach in zip(found, reaches, strict=True)
    ]
    return action_page(
        request,
        user,
        event,
        "desk/invitations.html",
        title=_("Invitations"),
        page_obj=page,
        columns=headings(),
        rows=cells_of(rows),
        groups=_group_lines(event),
        done=what_was_done(request, event),
        urls={name: desk_url(name, slug) for name in ("invite", "seats", "remind")},
    )


def _group_lines(event: Event) -> list[dict[str, Any]]:
    return [
        {
            "label": GROUP_LABELS[group.code],
            "seats": group.seats,
            "has_seats": group.seats is not None,
            "taken": group.taken,
            "invited": group.invited,
        }
        for group in seats_by_group(event)
    ]


def _url_of(event: Event, invitation: Invitation) -> str:
    return desk_url("invitation", event.slug, str(invitation.pk))


def back_to_list(request: HttpRequest, event: Event, words: str) -> HttpResponse:
    """Lead back to the list, which says once what was done."""
    return lead_to(request, desk_url("invitations", event.slug), Done(event.slug, words))


@require_http_methods(METHODS)
@signed_in_only
def seats(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Keep seats for groups."""
    event = run_event(user, slug)
    places = places_of(event)
    kept = {group.code: group.seats for group in seats_by_group(event) if group.seats is not None}
    form = QuotaForm(
        request.POST if request.method == "POST" else None,
        seats=kept,
        capacity=places.capacity if places else 0,
    )
    if places is not None and request.method == "POST" and form.is_valid():
        try:
            set_quotas(event=event, seats=form.seats())
        except SeatsBelowTaken as error:
            words = _("%(count)d seats of this group are taken already.") % {"count": error.taken}
            form.add_error(error.group, words)
        else:
            return back_to_list(request, event, _("Saved"))
    return action_page(
        request,
        user,
        event,
        "desk/seats.html",
        title=_("Seats for groups"),
        form=form,
        places=places,
    )


@require_http_methods(METHODS)
@signed_in_only
def remind(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Say how many have not answered; on POST remind them."""
    event, now = run_event(user, slug), timezone.now()
    if request.method == "POST":
        count = remind_invited(event=event, now=now)
        words = ngettext("%(count)d guest reminded.", "%(count)d guests reminded.", count)
        return back_to_list(request, event, words % {"count": count})
    due = unanswered_invitations(event, now - BETWEEN_REMINDERS).count()
    return action_page(request, user, event, "desk/remind.html", title=_("Remind"), due_count=due)


@require_http_methods(METHODS)
@signed_in_only
def one_invitation(request: HttpRequest, user: User, slug: str, number: int) -> HttpResponse:
    """Show one invitation; on POST make a link to hand over, or withdraw it."""
    event = run_event(user, slug)
    invitation = invitations_of(event).filter(pk=number).first()
    if invitation is None:
        raise Http404
    now = timezone.now()
    if request.method != "POST":
        return _invitation_page(request, user, event, invitation)
    if invitation.state == InvitationState.WITHDRAWN:
        return _invitation_page(request, user, event, invitation, status=CONFLICT)
    if request.POST.get("action") == "withdraw":
        return _withdrawn(request, user, event, invitation, now)
    if request.POST.get("action") == "link":
        return _linked(request, user, event, invitation, now)
    return _invitation_page(request, user, event, invitation)


def _withdrawn(
    request: HttpRequest,
    user: User,
    event: Event,
    invitation: Invitation,
    now: datetime.datetime,
) -> HttpResponse:
    if not request.POST.get("confirmed"):
        return _invitation_page(request, user, event, invitation, asks_to_withdraw=True)
    withdraw_invitation(invitation=invitation, now=now)
    return back_to_list(request, event, _("Withdrawn"))


def _linked(
    request: HttpRequest,
    user: User,
    event: Event,
    invitation: Invitation,
    now: datetime.datetime,
) -> HttpResponse:
    contact = invitation.contact
    link = invitation_link(issue_code(invitation=invitation, now=now), contact.language)
    text = f"{getattr(event, f'title_{contact.language}')}\n{link}"
    return _invitation_page(
        request,
        user,
        event,
        invitation,
        link=link,
        whatsapp_url=whatsapp_address(text, contact.phone),
    )


def _invitation_page(
    request: HttpRequest,
    user: User,
    event: Event,
    invitation: Invitation,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        "invitation": invitation,
        "group": GROUP_LABELS[invitation.group],
        "answer": answer_words(invitation),
        "reach": reach_of(invitation.contact),
        "phone": national_form(invitation.contact.phone),
        "is_withdrawn": invitation.state == InvitationState.WITHDRAWN,
        "list_url": desk_url("invitations", event.slug),
        **more,
    }
    return action_page(
        request,
        user,
        event,
        "desk/invitation.html",
        title=_("Invitation"),
        status=status,
        **context,
    )
