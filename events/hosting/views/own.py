"""An applicant's own page: where the application stands, mending it, taking it back."""

import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.enums.hosting import HostApplicationState
from events.errors import ApplicationIsDecided
from events.hosting.forms.applying import WishForm
from events.hosting.lists import (
    REASON_LABELS,
    STATE_LABELS,
    STATE_LOOKS,
    facts_of,
    wish_of,
)
from events.hosting.notifications import own_address as link_of
from events.hosting.rules import may_change
from events.hosting.selectors import application_of_token
from events.hosting.services.applying import mend_application, withdraw_application
from events.hosting.services.forgetting import erase_application, issue_link
from events.hosting.views.own_access import (
    back_to_own_page,
    for_applicant,
    missing,
    own_address,
    posted,
    what_was_done,
)
from events.models import HostApplication
from events.registration.grants import grant, withdraw
from events.registration.views.own_access import private, see_other
from events.rules import whatsapp_address
from events.views.pages import page_language
from participants.rules.phones import national_form
from participants.views import Question, ask_first, form_stands_on

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret in the address for a grant, and leave the secret behind."""
    application = application_of_token(token)
    if application is None:
        return missing(request)
    grant(request, application.reference, timezone.now(), holder=application.contact_id)
    return private(HttpResponseRedirect(own_address(application)))


@require_safe
@for_applicant
def own_page(
    request: HttpRequest, application: HostApplication, now: datetime.datetime
) -> HttpResponse:
    """Show the application to whoever holds its grant."""
    return _page(request, application, said=_said(what_was_done(request, application)))


def _said(name: str) -> str:
    words = {"mended": _("Changed."), "withdrawn": _("Withdrawn.")}
    return words.get(name, "")


def _page(request: HttpRequest, application: HostApplication, **more: Any) -> HttpResponse:
    language = page_language()
    reason = application.decline_reason
    event = application.event
    context = {
        "application": application,
        "state": application.state,
        "state_look": STATE_LOOKS[application.state],
        "state_label": STATE_LABELS[application.state],
        "facts": facts_of(wish_of(application), language),
        "may_change": may_change(application.state),
        "reason": REASON_LABELS[reason] if reason else "",
        "answer": getattr(application, f"answer_{language}"),
        "event_url": reverse("events:detail", args=[event.slug]) if event and event.live else "",
        "retention_days": settings.RETENTION_DAYS,
        "said": "",
        "own_link": "",
        "whatsapp_url": "",
        **more,
    }
    return render(request, "hosting/own.html", context)


@form_stands_on("events:host_own", "reference")
@for_applicant
def new_link(
    request: HttpRequest, application: HostApplication, now: datetime.datetime
) -> HttpResponse:
    """Make a new way back and show it this once: only its hash is kept."""
    link = link_of(issue_link(application=application, now=now), page_language())
    words = _("My application")
    text = f"{words}: {link}"
    return _page(request, application, own_link=link, whatsapp_url=whatsapp_address(text))


@require_http_methods(METHODS)
@for_applicant
def mend(
    request: HttpRequest, application: HostApplication, now: datetime.datetime
) -> HttpResponse:
    """Show what was written, to be changed; on POST change it."""
    if not may_change(application.state):
        return see_other(own_address(application))
    # As people here write a number, not as it is stored.
    values = _values(application) | {"phone": national_form(application.contact.phone)}
    form = WishForm(posted(request), initial=values, language=page_language(), now=now)
    if request.method == "POST" and form.is_valid():
        try:
            mend_application(application=application, submission=form.submission(), now=now)
        except ApplicationIsDecided:
            return see_other(own_address(application))
        return back_to_own_page(request, application, "mended")
    return render(request, "hosting/mend.html", {"form": form, "application": application})


def _values(application: HostApplication) -> dict[str, Any]:
    wish = wish_of(application)
    return {name: getattr(wish, name) for name in wish.__dataclass_fields__} | {
        "city": application.city.slug
    }


@require_http_methods(METHODS)
@for_applicant
def take_back(
    request: HttpRequest, application: HostApplication, now: datetime.datetime
) -> HttpResponse:
    """Ask first (GET), then withdraw (POST)."""
    if not may_change(application.state):
        return see_other(own_address(application))
    if request.method == "POST":
        try:
            withdraw_application(application=application, now=now)
        except ApplicationIsDecided:
            return see_other(own_address(application))
        return back_to_own_page(request, application, "withdrawn")
    question = Question(
        title=_("Really take this application back?"),
        texts=[_("We stop working on it. You can apply again whenever you like.")],
        action=_("Take it back"),
        keep_url=own_address(application),
    )
    return ask_first(request, question)


@require_http_methods(METHODS)
@for_applicant
def erase(
    request: HttpRequest, application: HostApplication, now: datetime.datetime
) -> HttpResponse:
    """Ask first (GET), then leave nothing of this person (POST)."""
    if request.method == "POST":
        erase_application(application=application, now=now)
        withdraw(request, application.reference)
        return see_other(reverse("events:own_erased"))
    if application.state == HostApplicationState.APPROVED:
        text = _(
            "Your name, number and words are deleted at once and cannot be brought back."
            " Your walk and your desk stay; if the walk is not to take place, call us first."
        )
    else:
        text = _(
            "Your name, number and words are deleted at once and cannot be brought back."
            " The application is withdrawn."
        )
    question = Question(
        title=_("Really delete everything about you?"),
        texts=[text],
        action=_("Delete everything"),
        keep_url=own_address(application),
    )
    return ask_first(request, question)


@require_safe
@for_applicant
def export(
    request: HttpRequest, application: HostApplication, now: datetime.datetime
) -> HttpResponse:
    """Hand out everything that is held as a file that other programs read."""
    held = _values(application) | {
        "reference": application.reference,
        "language": application.contact.language,
        "state": application.state,
        "decline_reason": application.decline_reason,
        "answer_en": application.answer_en,
        "answer_ur": application.answer_ur,
        "created_at": timezone.localtime(application.created_at),
        "changed_at": timezone.localtime(application.changed_at),
        "consents": [
            {"wording_version": one.wording_version, "given_at": timezone.localtime(one.given_at)}
            for one in application.contact.consents.all()
        ],
        "own_links": application.contact.own_links.count(),
        "exported_at": timezone.localtime(now),
    }
    response = JsonResponse(held, json_dumps_params={"ensure_ascii": False, "indent": 2})
    filename = f"{application.reference}.json"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


@never_cache
@form_stands_on("events:host_own", "reference")
def done(request: HttpRequest, reference: str) -> HttpResponse:
    """Forget this application on this phone."""
    withdraw(request, reference)
    return private(see_other(f"/{page_language()}/"))
