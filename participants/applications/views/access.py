"""Who may open an applicant's page: whoever holds its grant; to everybody else it is 404."""

import datetime
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from participants.applications.selectors import application_by_reference
from participants.applications.views.pages import ApplicationPages
from participants.grants import has_grant, use_grant
from participants.models import Application
from participants.views import page_is_closed, private, see_other

SAID = "application_page_said"
# Of every kind: which kind a page is for, its addresses say.
Pages = ApplicationPages[Any, Any]
ApplicantsView = Callable[[HttpRequest, Pages, Any, datetime.datetime], HttpResponse]


def for_applicant(view: ApplicantsView) -> Callable[[HttpRequest, Pages, str], HttpResponse]:
    """Open a view to whoever holds the grant of the reference."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, pages: Pages, reference: str) -> HttpResponse:
        now = timezone.now()
        application = _held(request, pages, reference, now)
        if application is None:
            return missing(request, pages)
        return private(view(request, pages, application, now))

    return guarded


def _held(
    request: HttpRequest, pages: Pages, reference: str, now: datetime.datetime
) -> Application | None:
    if not has_grant(request, reference, now):
        return None
    application: Application | None = application_by_reference(pages.model, reference)
    if application is None or not use_grant(request, reference, now, application.contact_id):
        return None
    return application


def missing(request: HttpRequest, pages: Pages) -> HttpResponse:
    """Say that the page is closed, the same whether it ever was or not."""
    return page_is_closed(request, [pages.way_in()])


def back_to_own_page(
    request: HttpRequest, pages: Pages, application: Application, said: str
) -> HttpResponse:
    """Lead back to the page, which says once what was done."""
    request.session[SAID] = [application.reference, said]
    return see_other(pages.own_url(application))


def what_was_done(request: HttpRequest, application: Application) -> str:
    """Return what was done just before, this once only."""
    reference, said = request.session.get(SAID, ("", ""))
    if reference != application.reference:
        return ""
    del request.session[SAID]
    return str(said)
