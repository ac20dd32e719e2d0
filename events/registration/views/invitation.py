"""An invitation's page: opened by its link, answered by POST, changed as long as answers count."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.enums import InvitationState
from events.errors import InvitationIsClosed, NoPlacesLeft, RegistrationIsClosed
from events.models import Invitation
from events.models.registration import HOLDING_PLACES
from events.registration.forms.invitation import AnswerForm
from events.registration.selectors import invitation_by_number, invitation_of_code
from events.registration.services.invitations import (
    accept_invitation,
    decline_invitation,
    takes_answers,
)
from events.selectors import card_of
from participants.grants import grant, use_grant
from participants.views import page_language, private, see_other

CONFLICT = 409


@never_cache
@require_safe
def open_invitation(request: HttpRequest, code: str) -> HttpResponse:
    """Exchange the secret in the address for a grant, and leave the secret behind."""
    invitation = invitation_of_code(code)
    if invitation is None:
        return _missing(request)
    grant(request, _name(invitation.pk), timezone.now(), invitation.contact_id)
    return private(HttpResponseRedirect(_address(invitation)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Show the invitation (GET), take the answer (POST)."""
    now = timezone.now()
    invitation = invitation_by_number(number)
    if invitation is None or not use_grant(request, _name(number), now, invitation.contact_id):
        return _missing(request)
    if request.method != "POST":
        return _page(request, invitation, AnswerForm(invitation=invitation), now)
    if request.POST.get("answer") == "decline":
        return _declined(request, invitation, now)
    form = AnswerForm(request.POST, invitation=invitation)
    if not form.is_valid():
        return _page(request, invitation, form, now)
    return _accepted(request, invitation, form, now)


def _accepted(
    request: HttpRequest, invitation: Invitation, form: AnswerForm, now: datetime.datetime
) -> HttpResponse:
    size = form.cleaned_data["size"]
    try:
        registration = accept_invitation(
            invitation=invitation, size=size, language=page_language(), now=now
        )
    except NoPlacesLeft:
        form.add_error("size", _("So many seats are not left. Choose fewer, or call us."))
        return _page(request, invitation, form, now, CONFLICT)
    except (InvitationIsClosed, RegistrationIsClosed):
        return _page(request, invitation, AnswerForm(invitation=invitation), now, CONFLICT)
    grant(request, registration.reference, now)
    return private(see_other(_address(invitation)))


def _declined(request: HttpRequest, invitation: Invitation, now: datetime.datetime) -> HttpResponse:
    try:
        decline_invitation(invitation=invitation, now=now)
    except InvitationIsClosed:
        return _page(request, invitation, AnswerForm(invitation=invitation), now, CONFLICT)
    return private(see_other(_address(invitation)))


def _page(
    request: HttpRequest,
    invitation: Invitation,
    form: AnswerForm,
    now: datetime.datetime,
    status: int = 200,
) -> HttpResponse:
    registration = invitation.registration
    is_coming = registration is not None and registration.state in HOLDING_PLACES
    if is_coming and registration is not None:
        grant(request, registration.reference, now)
    context = {
        "invitation": invitation,
        "event": invitation.event,
        "schedule": invitation.event.schedule,
        "card": card_of(invitation.event, language=page_language(), now=now),
        "form": form,
        "is_coming": is_coming,
        "registration": registration,
        "is_declined": invitation.state == InvitationState.DECLINED,
        "is_withdrawn": invitation.state == InvitationState.WITHDRAWN,
        "takes_answers": takes_answers(invitation, now),
        "retention_days": settings.RETENTION_DAYS,
    }
    return private(render(request, "events/invitation.html", context, status=status))


def _missing(request: HttpRequest) -> HttpResponse:
    return private(render(request, "events/invitation_missing.html", status=404))


def _address(invitation: Invitation) -> str:
    return reverse("events:invitation_answer", args=[invitation.pk])


def _name(number: int) -> str:
    """Return under what a browser keeps its grant for an invitation."""
    return f"invitation-{number}"
