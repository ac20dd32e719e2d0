"""Who may plan: whoever may add events, and years whoever may add campaigns; for others: 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.models import User
from events.desk.views.access import frame, signed_in_only
from events.planning.rules import KEY_PURPOSE
from participants.rules.keys import good_key

METHODS = ["GET", "HEAD", "POST"]


View = Callable[..., HttpResponse]
GuardedView = Callable[..., HttpResponseBase]
MAY_PLAN = "events.add_event"
MAY_BEGIN_YEARS = "campaigns.add_campaign"


def for_whoever_may(permission: str) -> Callable[[View], GuardedView]:
    """Open a view to staff with a right; to everybody else it is not there."""

    def guard(view: View) -> GuardedView:
        @signed_in_only
        @wraps(view)
        def guarded(request: HttpRequest, user: User, *args: Any, **named: Any) -> HttpResponse:
            if not user.has_perm(permission):
                raise Http404
            return view(request, user, *args, **named)

        return guarded

    return guard


for_planners = for_whoever_may(MAY_PLAN)
for_directors = for_whoever_may(MAY_BEGIN_YEARS)


def planning_page(
    request: HttpRequest, user: User, template: str, title: str, **context: Any
) -> HttpResponse:
    """Answer with one page of planning, its way back in the frame above it."""
    home = reverse("events:plans")
    trail = [(_("Planning"), home)]
    if request.path != home:
        trail.append((title, request.path))
    context |= {"title": title, "plans_url": home, **frame(user, *trail, current=request.path)}
    return render(request, template, context)


def is_good_key(typed: str) -> bool:
    """Tell whether a form may make a plan now."""
    return good_key(typed, KEY_PURPOSE) == typed
