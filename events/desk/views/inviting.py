"""Inviting: one guest or pasted lines, what was understood of them, then the sending."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.forms.invitations import OneGuestForm, PasteForm
from events.desk.lists.invitations import GROUP_LABELS
from events.desk.views.access import signed_in_only
from events.desk.views.actions import action_page, run_event
from events.desk.views.invitations import METHODS, back_to_list
from events.models import Event
from events.registration.rules import Guest
from events.registration.services.invitations import invite
from participants.rules.phones import national_form
from participants.views import page_language

# Two forms stand on one page.
ONE_ID = "one_%s"


@require_http_methods(METHODS)
@signed_in_only
def invite_guests(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Take one guest or pasted lines; show what was understood; then invite and send."""
    event = run_event(user, slug)
    first = {"language": page_language()}
    paste, one = PasteForm(initial=first), _empty_guest()
    if request.method != "POST":
        return _invite_form(request, user, event, paste, one)
    if "lines" not in request.POST:
        one = OneGuestForm(request.POST, auto_id=ONE_ID)
        if not one.is_valid():
            return _invite_form(request, user, event, paste, one)
        data = {"lines": one.line(), "language": one.cleaned_data["language"]}
        paste = PasteForm(data)
    else:
        paste = PasteForm(request.POST)
    if not paste.is_valid() or request.POST.get("back"):
        return _invite_form(request, user, event, paste, _empty_guest())
    return _read_guests(request, user, event, paste)


def _empty_guest() -> OneGuestForm:
    return OneGuestForm(initial={"language": page_language(), "seats": 1}, auto_id=ONE_ID)


def _invite_form(
    request: HttpRequest, user: User, event: Event, paste: PasteForm, one: OneGuestForm
) -> HttpResponse:
    return action_page(
        request, user, event, "desk/invite.html", title=_("Invite"), paste=paste, one=one
    )


def _read_guests(request: HttpRequest, user: User, event: Event, paste: PasteForm) -> HttpResponse:
    guests, faults = paste.read()
    if not request.POST.get("confirmed") or not guests:
        return action_page(
            request,
            user,
            event,
            "desk/invite_check.html",
            title=_("Is everything right?"),
            form=paste,
            guests=[(guest, GROUP_LABELS[guest.group], _way_to(guest)) for guest in guests],
            faults=faults,
            button=ngettext("Invite %(count)d guest", "Invite %(count)d guests", len(guests))
            % {"count": len(guests)},
        )
    result = invite(
        event=event,
        guests=guests,
        language=paste.cleaned_data["language"],
        now=timezone.now(),
    )
    numbers = (
        (_("Invited"), result.new_count),
        (_("Were invited already"), result.known_count),
        (_("Get a message"), result.told_count),
        (_("Hand the link over yourself"), result.new_count - result.told_count),
        (_("Lines left out"), len(faults)),
    )
    return back_to_list(request, event, " · ".join(f"{label}: {n}" for label, n in numbers if n))


def _way_to(guest: Guest) -> str:
    return guest.email or national_form(guest.phone)
