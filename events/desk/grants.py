"""Signing in by steps: what a browser may do between the password and the second factor."""

import datetime
import time
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import login
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django_otp import login as note_second_factor
from django_otp.models import Device

from directory.models import User
from directory.rules import BEGAN_AT, SEEN_AT
from directory.services.second_factor import new_key

BACKEND = "django.contrib.auth.backends.ModelBackend"
PENDING = "pending_sign_in"
OPENED_LINK = "opened_account_link"
# Time enough to install an app on a slow network.
PENDING_SECONDS = 20 * 60


@dataclass(frozen=True, slots=True)
class Pending:
    """Somebody whose password was right; nobody is signed in yet. `key` is for a new app."""

    user: User
    target: str
    key: str


def begin_signing_in(request: HttpRequest, user: User, target: str, now: datetime.datetime) -> None:
    """Note that the password was right, in a new session: who is signed in stays unchanged."""
    request.session.flush()
    request.session[PENDING] = {
        "user": user.pk,
        "until": int(now.timestamp()) + PENDING_SECONDS,
        # A password changed or a suspension meanwhile ends this, too.
        "hash": user.get_session_auth_hash(),
        "target": target,
        "key": new_key(),
    }


def pending_sign_in(request: HttpRequest, now: datetime.datetime) -> Pending | None:
    """Return whose second step this browser may take, while there is time."""
    noted: dict[str, Any] = request.session.get(PENDING, {})
    if not noted or noted["until"] < now.timestamp():
        return None
    user = User.objects.filter(pk=noted["user"], is_active=True).first()
    if user is None or not constant_time_compare(noted["hash"], user.get_session_auth_hash()):
        return None
    return Pending(user, noted["target"], noted["key"])


def sign_in_fully(request: HttpRequest, user: User, device: Device | None) -> None:
    """Begin the session of somebody who has shown everything they have to."""
    request.session.pop(PENDING, None)
    login(request, user, backend=BACKEND)
    if device is not None:
        note_second_factor(request, device)
    request.session[BEGAN_AT] = request.session[SEEN_AT] = time.time()


def note_opened_link(request: HttpRequest, link_id: int) -> None:
    """Let this browser choose the password of the account a link opens."""
    request.session[OPENED_LINK] = link_id


def opened_link(request: HttpRequest) -> int:
    """Return the link this browser opened, or 0."""
    return int(request.session.get(OPENED_LINK, 0))
