"""Who may open an applicant's page: whoever holds its grant; to everybody else it is 404."""

import datetime
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from events.hosting.selectors import application_by_reference
from events.models import HostApplication
from events.registration.grants import has_grant, use_grant
from events.registration.views.own_access import page_is_closed, private, see_other

SAID = "host_page_said"
ApplicantsView = Callable[[HttpRequest, HostApplication, datetime.datetime], HttpResponse]


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


def _held(request: HttpRequest, reference: str, now: datetime.datetime) -> HostApplication | None:
    if not has_grant(request, reference, now):
        return None
    application = application_by_reference(reference)
    if application is None or not use_grant(request, reference, now, application.contact_id):
        return None
    return application


def missing(request: HttpRequest) -> HttpResponse:
    """Say that the page is closed, the same whether it ever was or not."""
    ways = [{"title": _("Host a walk in your city"), "url": reverse("events:host")}]
    return page_is_closed(request, ways)


def own_address(application: HostApplication) -> str:
    """Return where the applicant's page is, in the page's language."""
    return reverse("events:host_own", args=[application.reference])


def back_to_own_page(request: HttpRequest, application: HostApplication, said: str) -> HttpResponse:
    """Lead back to the page, which says once what was done."""
    request.session[SAID] = [application.reference, said]
    return see_other(own_address(application))


def what_was_done(request: HttpRequest, application: HostApplication) -> str:
    """Return what was done just before, this once only."""
    reference, said = request.session.get(SAID, ("", ""))
    if reference != application.reference:
        return ""
    del request.session[SAID]
    return str(said)


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form is to be bound to: nothing when the page is only looked at."""
    return request.POST if request.method == "POST" else None
