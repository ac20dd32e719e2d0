"""Who may open an organisation's own page: whoever holds its grant; to everybody else it is 404."""

import datetime
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from campaigns.joining.selectors import join_application_by_reference
from campaigns.models import JoinApplication
from campaigns.views.access import NOT_FOUND, SESSION_NAME, grant, private, see_other

SAID = "join_page_said"
ApplicantsView = Callable[[HttpRequest, JoinApplication, datetime.datetime], HttpResponse]


def for_applicant(view: ApplicantsView) -> Callable[[HttpRequest, str], HttpResponse]:
    """Open a view to whoever holds the grant of the reference."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, reference: str) -> HttpResponse:
        now = timezone.now()
        application = _held(request, reference, now)
        if application is None:
            return missing(request)
        return private(view(request, application, now))

    return guarded


def _held(request: HttpRequest, reference: str, now: datetime.datetime) -> JoinApplication | None:
    expires, is_proven = request.session.get(SESSION_NAME, {}).get(reference, (0, False))
    if expires < now.timestamp():
        return None
    application = join_application_by_reference(reference)
    if application is not None:
        grant(request, reference, now, is_proven=is_proven)
    return application


def missing(request: HttpRequest) -> HttpResponse:
    """Say that the page is closed, the same whether it ever was or not."""
    ways = [{"title": _("Join the network"), "url": reverse("campaigns:join")}]
    return private(render(request, "events/own_missing.html", {"ways": ways}, status=NOT_FOUND))


def own_address(application: JoinApplication) -> str:
    """Return where the organisation's own page is, in the page's language."""
    return reverse("campaigns:join_own", args=[application.reference])


def back_to_own_page(request: HttpRequest, application: JoinApplication, said: str) -> HttpResponse:
    """Lead back to the page, which says once what was done."""
    request.session[SAID] = [application.reference, said]
    return see_other(own_address(application))


def what_was_done(request: HttpRequest, application: JoinApplication) -> str:
    """Return what was done just before, this once only."""
    reference, said = request.session.get(SAID, ("", ""))
    if reference != application.reference:
        return ""
    del request.session[SAID]
    return str(said)


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form is to be bound to: nothing when the page is only looked at."""
    return request.POST if request.method == "POST" else None
