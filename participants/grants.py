"""Which own pages this browser may open: one grant per reference, idle for half an hour."""

import datetime

from django.conf import settings
from django.http import HttpRequest

SESSION_NAME = "own_pages"
NOBODY_YET = 0


def grant(
    request: HttpRequest, reference: str, now: datetime.datetime, holder: int = NOBODY_YET
) -> None:
    """Let this browser open one own page until it has been idle too long.

    `holder` is the contact it was opened for; left out, the first visit tells. Once somebody
    else holds it, a grant made before opens it no more.
    """
    grants = _grants(request)
    expires = int(now.timestamp()) + settings.OWN_PAGE_IDLE_SECONDS
    grants[reference] = [expires, holder]
    request.session[SESSION_NAME] = grants


def has_grant(request: HttpRequest, reference: str, now: datetime.datetime) -> bool:
    """Tell whether this browser holds a grant for the reference that has not run out."""
    expires, _holder = _grants(request).get(reference, (0, NOBODY_YET))
    return expires >= now.timestamp()


def use_grant(request: HttpRequest, reference: str, now: datetime.datetime, holder: int) -> bool:
    """Tell whether the grant is for this holder; each use keeps it alive."""
    _expires, known = _grants(request).get(reference, (0, NOBODY_YET))
    if not has_grant(request, reference, now) or known not in (NOBODY_YET, holder):
        return False
    grant(request, reference, now, holder)
    return True


def withdraw(request: HttpRequest, reference: str) -> None:
    """Forget the page on this phone."""
    grants = _grants(request)
    grants.pop(reference, None)
    if grants or request.user.is_authenticated:
        request.session[SESSION_NAME] = grants
    else:
        request.session.flush()


def _grants(request: HttpRequest) -> dict[str, list[int]]:
    return dict(request.session.get(SESSION_NAME, {}))
