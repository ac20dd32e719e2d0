"""Who may look after placements, of which campaign, and what every such page shares."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.models import Campaign, Placement
from campaigns.selectors import campaign_at_work
from directory.models import User
from events.desk.selectors.cities import has_cities
from events.desk.views.access import frame, signed_in_only
from events.desk.views.actions import SAID, Done
from events.placements.selectors import may_make, placements_seen_by

SLUG = "placements"
METHODS = ["GET", "HEAD", "POST"]
# Whose lists of people these are: data officers and directors, as of pledges.
PEOPLE_RIGHT = "campaigns.manage_pledges"


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody who may look at placements, and the year they work on."""

    user: User
    campaign: Campaign
    now: datetime.datetime

    @property
    def may_make(self) -> bool:
        """Whether they may make and stop placements."""
        return may_make(self.user, self.now)

    @property
    def may_see_people(self) -> bool:
        """Whether they may see whom a partner may write to."""
        return self.user.has_perm(PEOPLE_RIGHT)

    def placement(self, code: str) -> Placement:
        """Return a placement they may see; another city's does not exist."""
        seen = placements_seen_by(self.user, self.campaign, self.now)
        return get_object_or_404(seen, code=code)

    def series(self, code: str) -> list[Placement]:
        """Return what was made at once, in its order; another city's does not exist."""
        seen = placements_seen_by(self.user, self.campaign, self.now)
        found = list(seen.filter(series=code).order_by("pk")) if code else []
        if not found:
            raise Http404
        return found


def placements_url(name: str, *args: object) -> str:
    """Return an address of these pages in the page's language."""
    return reverse(f"events:placements:{name}", args=args)


def for_placements(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Hand a view its desk; to everybody else signed in it does not exist."""

    @signed_in_only
    @wraps(view)
    def guarded(request: HttpRequest, user: User, /, **kwargs: Any) -> HttpResponseBase:
        now = timezone.now()
        campaign = campaign_at_work() if has_cities(user, now) else None
        if campaign is None:
            raise Http404
        return view(request, Desk(user, campaign, now), **kwargs)

    return guarded


def placements_page(
    request: HttpRequest, desk: Desk, template: str, *, title: str, **context: Any
) -> HttpResponse:
    """Answer with one page about placements, its way back in the frame above it."""
    overview = (_("Placements"), placements_url("overview"))
    is_overview = request.path == overview[1]
    trail = [overview] if is_overview else [overview, (title, request.path)]
    context = {
        "title": title,
        "intro": "",
        "done": _said(request),
        "back_url": "" if is_overview else overview[1],
        **context,
        **frame(desk.user, *trail, current=request.path),
    }
    return render(request, template, context)


def _said(request: HttpRequest) -> Done | None:
    """Return what was done just before to placements, this once only."""
    said = request.session.get(SAID)
    if not said or said["slug"] != SLUG:
        return None
    del request.session[SAID]
    return Done(**said)
