"""The organisations of the network at the desk, each with its certificate to hand over."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.impact.selectors import campaign_to_show
from campaigns.joining.views.certificate import certificate_of
from campaigns.selectors import network_organisations
from directory.models import User
from events.desk.views.access import frame, signed_in_only
from events.network.views.applications import DESK
from participants.views import page_language


@require_safe
@signed_in_only
def organisations(request: HttpRequest, user: User) -> HttpResponse:
    """Show who is in the network; organisations only, nobody's details."""
    DESK.must_answer(user)
    found = network_organisations(page_language()) if campaign_to_show() else []
    rows = [(one, _certificate(one.slug, "ur"), _certificate(one.slug, "en")) for one in found]
    here, list_url = DESK.url("organisations"), DESK.url("applications")
    title = _("Certificates of the network")
    context = {
        "rows": rows,
        "title": title,
        "list_title": DESK.title,
        "list_url": list_url,
        **frame(user, (str(DESK.title), list_url), (title, here), current=here),
    }
    return render(request, "joining/desk_certificates.html", context)


def _certificate(slug: str, language: str) -> str:
    with translation.override(language):
        return reverse("events:network:certificate", args=[slug])


@require_safe
@signed_in_only
def certificate(request: HttpRequest, user: User, organisation: str) -> HttpResponse:
    """Hand out the certificate of an organisation that is in the network."""
    DESK.must_answer(user)
    found = (one for one in network_organisations("en") if one.slug == organisation)
    member = next(found, None)
    if member is None:
        raise Http404
    return certificate_of(member)
