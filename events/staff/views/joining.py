"""Coming in by a link: choosing a password, and asking for a link when it is forgotten."""

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.errors import LinkNotUsable
from directory.selectors import link_of_token
from events.desk.forms.second_step import ChoosePasswordForm
from events.desk.grants import note_opened_link, opened_link
from events.desk.views.access import kept_by_nobody
from events.desk.views.signing_in import go_on
from events.staff.forms.people import ForgottenForm
from events.staff.selectors import account_to_send_to
from events.staff.services import link_owner, open_account, send_way_back
from events.staff.views.access import METHODS, staff_url
from participants.rules.limits import FORGOTTEN_PASSWORDS_OF_ADDRESS
from participants.services import keep_within
from participants.views import visitor_address


@require_safe
def link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Note whose link was opened and lead on, so that the token stands in no further address.

    Opening it uses nothing up: phones look at links in messages by themselves.
    """
    found = link_of_token(token, timezone.now())
    if found is None:
        return _gone(request)
    note_opened_link(request, found.pk)
    response = HttpResponseRedirect(staff_url("password"))
    # Here alone: a page with a form needs its own origin named, or no browser may send it.
    response.headers["Referrer-Policy"] = "no-referrer"
    return kept_by_nobody(response)


@require_http_methods(METHODS)
def password(request: HttpRequest) -> HttpResponseBase:
    """Let whoever opened a link choose the password of its account, once; then go on inside."""
    now = timezone.now()
    number = opened_link(request)
    owner = link_owner(number, now)
    if owner is None:
        return _gone(request)
    form = ChoosePasswordForm(request.POST if request.method == "POST" else None, user=owner)
    if request.method == "POST" and form.is_valid():
        try:
            user = open_account(link_id=number, password=form.cleaned_data["password"], now=now)
        except LinkNotUsable:
            return _gone(request)
        request.session.flush()
        return kept_by_nobody(go_on(request, user, ""))
    context = {
        "form": form,
        "owner": owner,
        "title": _("Choose a password"),
        "intro": _("Only you know it: nobody else ever types it or sees it."),
    }
    return kept_by_nobody(render(request, "staff/password.html", context))


@require_http_methods(METHODS)
def forgotten(request: HttpRequest) -> HttpResponseBase:
    """Send a link to whoever forgot the password; the answer is the same for everybody."""
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    is_asked = request.method == "POST" and form.is_valid()
    if is_asked:
        now = timezone.now()
        limit = FORGOTTEN_PASSWORDS_OF_ADDRESS
        keep_within(limit=limit, subject=visitor_address(request), now=now)
        send_way_back(user=account_to_send_to(form.cleaned_data["account"]), now=now)
    context = {
        "form": form,
        "is_asked": is_asked,
        "title": _("Forgot your password?"),
        "intro": "",
    }
    return kept_by_nobody(render(request, "staff/forgotten.html", context))


def _gone(request: HttpRequest) -> HttpResponseBase:
    context = {
        "title": _("This link does not open anything any more"),
        "intro": _("It was used, replaced by a newer one, or is more than seven days old."),
    }
    return kept_by_nobody(render(request, "staff/link_gone.html", context, status=404))
