"""Which registrations this browser may open: one grant per reference, idle for half an hour."""

import datetime

from django.conf import settings
from django.http import HttpRequest

SESSION_NAME = "own_pages"


def grant(request: HttpRequest, reference: str, now: datetime.datetime) -> None:
    """Let this browser open one registration until it has been idle too long."""
    grants = _grants(request)
    grants[reference] = int(now.timestamp()) + settings.OWN_PAGE_IDLE_SECONDS
    request.session[SESSION_NAME] = grants


def is_granted(request: HttpRequest, reference: str, now: datetime.datetime) -> bool:
    """Tell whether this browser holds a grant for the reference; each use keeps it alive."""
    if _grants(request).get(reference, 0) < now.timestamp():
        return False
    grant(request, reference, now)
    return True


def withdraw(request: HttpRequest, reference: str) -> None:
    """Forget the registration on this phone."""
    grants = _grants(request)
    grants.pop(reference, None)
    if grants or request.user.is_authenticated:
        request.session[SESSION_NAME] = grants
    else:
        request.session.flush()


def _grants(request: HttpRequest) -> dict[str, int]:
    return dict(request.session.get(SESSION_NAME, {}))
