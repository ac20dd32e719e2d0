"""The way to a gate without an account: a link, then a PIN that was told apart from it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.attendance.selectors import link_by_number, link_of_token
from events.attendance.services.devices import is_pin_right
from events.desk.forms.gate import PinForm
from events.desk.lists.event_words import words_of
from events.desk.views.access import desk_url, kept_by_nobody
from events.desk.views.gate_access import is_usable, let_in
from events.models import GateLink
from participants.views import page_language
from urdu.dates import format_day

ASKED = "gate_link_asked"


@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Leave the secret in the address behind and ask for the PIN; a dead link is no address."""
    link = link_of_token(token)
    if link is None or not _stands(link):
        raise Http404
    request.session[ASKED] = link.pk
    return kept_by_nobody(HttpResponseRedirect(reverse("events:gate_pin")))


def _stands(link: GateLink) -> bool:
    return link.revoked_at is None and timezone.now() < link.expires_at


@require_http_methods(["GET", "HEAD", "POST"])
def pin(request: HttpRequest) -> HttpResponseBase:
    """Ask whoever opened a link for its PIN, and lead them to the gate."""
    number = request.session.get(ASKED)
    link = link_by_number(number) if number is not None else None
    if link is None or not _stands(link):
        raise Http404
    form = PinForm(request.POST if request.method == "POST" else None)
    now = timezone.now()
    is_open = is_usable(link, now)
    if is_open and form.is_valid():
        if is_pin_right(link=link, pin=form.cleaned_data["pin"], now=now):
            del request.session[ASKED]
            let_in(request, link)
            location = desk_url("gate", link.event.slug)
            return kept_by_nobody(HttpResponse(status=303, headers={"Location": location}))
        form.add_error("pin", _("The PIN is wrong. Ask whoever gave you the link."))
    context = {
        "form": form,
        "words": words_of(link.event, page_language()),
        "is_open": is_open,
        "day": format_day(timezone.localtime(link.opens_at).date(), page_language()),
    }
    return kept_by_nobody(render(request, "desk/gate_pin.html", context))
