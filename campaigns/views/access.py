"""Who may open the page of a pledge: whoever made it just now, or opened its link."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from campaigns.models import Pledge
from campaigns.selectors.pledges import pledge_by_reference
from participants.views import private, see_other

SESSION_NAME, SAID = "pledge_pages", "pledge_page_said"
METHODS = ["GET", "HEAD", "POST"]
SEE_OTHER, NOT_FOUND = 303, 404


@dataclass(frozen=True, slots=True)
class Held:
    """A pledge somebody may open; proven when they came by a link that was sent to them."""

    pledge: Pledge
    is_proven: bool
    now: datetime.datetime


HoldersView = Callable[[HttpRequest, Held], HttpResponse]


def grant(request: HttpRequest, reference: str, now: datetime.datetime, *, is_proven: bool) -> None:
    """Let this browser open one pledge until it has been idle too long."""
    grants = dict(request.session.get(SESSION_NAME, {}))
    _expires, was_proven = grants.get(reference, (0, False))
    expires = int(now.timestamp()) + settings.OWN_PAGE_IDLE_SECONDS
    grants[reference] = [expires, is_proven or was_proven]
    request.session[SESSION_NAME] = grants


def forget(request: HttpRequest, reference: str) -> None:
    """Forget the pledge on this phone."""
    grants = dict(request.session.get(SESSION_NAME, {}))
    grants.pop(reference, None)
    if grants or request.user.is_authenticated:
        request.session[SESSION_NAME] = grants
    else:
        request.session.flush()


def for_pledger(view: HoldersView) -> Callable[[HttpRequest, str], HttpResponse]:
    """Open a view to whoever holds the grant of the reference; to everybody else it is 404."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, reference: str) -> HttpResponse:
        held = _held(request, reference, timezone.now())
        return missing(request) if held is None else private(view(request, held))

    return guarded


def _held(request: HttpRequest, reference: str, now: datetime.datetime) -> Held | None:
    expires, is_proven = request.session.get(SESSION_NAME, {}).get(reference, (0, False))
    pledge = pledge_by_reference(reference) if expires >= now.timestamp() else None
    if pledge is None:
        return None
    grant(request, reference, now, is_proven=is_proven)
    return Held(pledge, bool(is_proven), now)


def missing(request: HttpRequest) -> HttpResponse:
    """Say that the page is closed, the same whether it ever was or not."""
    return private(render(request, "campaigns/pledge_link_unknown.html", status=NOT_FOUND))


def own_address(pledge: Pledge) -> str:
    """Return where the page of a pledge is, in the page's language."""
    return reverse("campaigns:pledge_own", args=[pledge.reference])


def back_to_own_page(request: HttpRequest, held: Held, said: str) -> HttpResponse:
    """Lead back to the page, which says once what was done."""
    request.session[SAID] = [held.pledge.reference, said]
    return see_other(own_address(held.pledge))


def what_was_done(request: HttpRequest, held: Held) -> str:
    """Return what was done just before, this once only."""
    reference, said = request.session.get(SAID, ("", ""))
    if reference != held.pledge.reference:
        return ""
    del request.session[SAID]
    return str(said)
