"""Staff sessions end by idleness and by age, and hold only with the second factor."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from directory.models import User
from directory.rules import BEGAN_AT, SEEN_AT, has_session_ended
from directory.selectors import is_excused_from_second_factor

# A page that is read is noted once a minute, not with every picture and script.
NOTE_EVERY_SECONDS = 60


def staff_sessions(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Ask, whenever anything asks who is signed in, whether they still are.

    Lazily: a page that does not ask opens no session and stays in shared caches.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        known = request.user
        request.user = SimpleLazyObject(lambda: _still_there(request, known))  # type: ignore[assignment]
        return get_response(request)

    return middleware


def _still_there(request: HttpRequest, user: User | AnonymousUser) -> User | AnonymousUser:
    if not isinstance(user, User):
        return user
    now = time.time()
    # Without a note of our own: since this person last signed in anywhere.
    last = user.last_login.timestamp() if user.last_login else 0.0
    began_at = float(request.session.get(BEGAN_AT, last))
    seen_at = float(request.session.get(SEEN_AT, began_at))
    ended = has_session_ended(
        began_at=began_at,
        seen_at=seen_at,
        now=now,
        idle_seconds=settings.STAFF_IDLE_SECONDS,
        longest_seconds=settings.STAFF_SESSION_SECONDS,
    )
    if ended or not (is_excused_from_second_factor(user) or user.is_verified()):  # type: ignore[attr-defined]  # set by OTPMiddleware
        # Not logout(): that asks who is signed in, which is what is being found out here.
        request.session.flush()
        return AnonymousUser()
    if now - seen_at > NOTE_EVERY_SECONDS:
        request.session[SEEN_AT] = now
    return user
