"""Who may look after pledges, of which campaign, and what every such page shares."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.models import Campaign
from campaigns.selectors import campaign_at_work
from directory.models import User
from events.desk.views.access import frame, signed_in_only
from events.desk.views.actions import SAID, Done

RIGHT = "campaigns.manage_pledges"
SLUG = "pledges"
METHODS = ["GET", "HEAD", "POST"]
PledgesView = Callable[..., HttpResponseBase]


def pledges_url(name: str, *args: object) -> str:
    """Return an address of these pages in the page's language."""
    return reverse(f"events:pledges:{name}", args=args)


def for_pledge_keeper(view: PledgesView) -> Callable[..., HttpResponseBase]:
    """Hand a view its user and campaign; to everybody else signed in it does not exist."""

    @signed_in_only
    @wraps(view)
    def guarded(request: HttpRequest, user: User, /, **kwargs: Any) -> HttpResponseBase:
        campaign = campaign_at_work() if user.has_perm(RIGHT) else None
        if campaign is None:
            raise Http404
        return view(request, user, campaign, **kwargs)

    return guarded


def pledges_page(
    request: HttpRequest,
    user: User,
    campaign: Campaign,
    template: str,
    *,
    title: str,
    **context: Any,
) -> HttpResponse:
    """Answer with one page about pledges, its way back in the frame above it."""
    overview = (_("Pledges"), pledges_url("overview"))
    trail = [overview] if title == overview[0] else [overview, (title, request.path)]
    context = {
        "title": title,
        "intro": "",
        "here": request.path,
        "campaign": campaign,
        "done": _said(request),
        "back_url": "" if title == overview[0] else overview[1],
        **context,
        **frame(user, *trail, current=request.path),
    }
    return render(request, template, context)


def _said(request: HttpRequest) -> Done | None:
    """Return what was done just before to pledges, this once only."""
    said = request.session.get(SAID)
    if not said or said["slug"] != SLUG:
        return None
    del request.session[SAID]
    return Done(**said)
