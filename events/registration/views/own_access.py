"""Who may open an own page: whoever holds its grant; what each of its answers forbids and says."""

import datetime
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from events.models import Registration
from events.registration.selectors import registration_by_reference
from events.selectors import card_of
from participants.grants import has_grant, use_grant
from participants.views import page_is_closed, page_language, private, see_other

SAID = "own_page_said"
FORM_METHODS = ["GET", "HEAD", "POST"]
HoldersView = Callable[[HttpRequest, Registration, datetime.datetime], HttpResponse]
ReferenceView = Callable[[HttpRequest, str], HttpResponse]


def for_holder(view: HoldersView) -> ReferenceView:
    """Open a view to whoever holds the grant of the reference; to everybody else it is 404."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, reference: str) -> HttpResponse:
        now = timezone.now()
        registration = _held(request, reference, now)
        if registration is None:
            return missing(request)
        return private(view(request, registration, now))

    return guarded


def _held(request: HttpRequest, reference: str, now: datetime.datetime) -> Registration | None:
    """Return the registration if this browser may open it; an erased one opens to nobody."""
    if not has_grant(request, reference, now):
        return None
    registration = registration_by_reference(reference)
    if registration is None or not registration.contact.full_name:
        return None
    is_theirs = use_grant(request, reference, now, registration.contact_id)
    return registration if is_theirs else None


def missing(request: HttpRequest) -> HttpResponse:
    """Say that the page is closed, the same whether it ever was or not."""
    ways = [
        {"title": _("Lost your link? Have it sent again"), "url": reverse("events:find")},
        {
            "title": _("The organiser’s number is on the event’s page"),
            "url": reverse("events:list"),
        },
    ]
    return page_is_closed(request, ways)


def own_address(registration: Registration) -> str:
    """Return where the own page is, in the page's language."""
    return reverse("events:own", args=[registration.reference])


def back_to_own_page(
    request: HttpRequest, registration: Registration, said: str, detail: int = 0
) -> HttpResponse:
    """Lead back to the own page, which says once what was done; `detail` is a number with it."""
    request.session[SAID] = [registration.reference, said, detail]
    return see_other(own_address(registration))


def what_was_done(request: HttpRequest, registration: Registration) -> tuple[str, int]:
    """Return what was done just before to this registration, and its number, this once only."""
    reference, said, *detail = request.session.get(SAID, ("", ""))
    if reference != registration.reference:
        return "", 0
    del request.session[SAID]
    return str(said), int(detail[0]) if detail else 0


def form_page(
    request: HttpRequest,
    registration: Registration,
    now: datetime.datetime,
    template: str,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Answer with one of the small pages on which something is changed."""
    context = {
        "registration": registration,
        "card": card_of(registration.event, language=page_language(), now=now),
        "retention_days": settings.RETENTION_DAYS,
        **more,
    }
    return render(request, template, context, status=status)
