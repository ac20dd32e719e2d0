"""An applicant's own page: where the application stands, mending it, taking it back."""

import datetime
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from participants.applications.rules import may_change
from participants.applications.selectors import application_of_token, submission_of
from participants.applications.services.applying import mend_application
from participants.applications.services.forgetting import erase_application, issue_link
from participants.applications.views.access import (
    Pages,
    back_to_own_page,
    for_applicant,
    missing,
    what_was_done,
)
from participants.errors import ApplicationIsDecided
from participants.grants import grant, withdraw
from participants.models import Application
from participants.rules.phones import national_form, whatsapp_address
from participants.views import Question, ask_first, page_language, posted, private, see_other

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
def open_link(request: HttpRequest, pages: Pages, token: str) -> HttpResponse:
    """Exchange the secret in the address for a grant, and leave the secret behind."""
    application = application_of_token(pages.model, token)
    if application is None:
        return missing(request, pages)
    grant(request, application.reference, timezone.now(), holder=application.contact_id)
    return private(HttpResponseRedirect(pages.own_url(application)))


@require_safe
@for_applicant
def own_page(
    request: HttpRequest, pages: Pages, application: Application, now: datetime.datetime
) -> HttpResponse:
    """Show the application to whoever holds its grant."""
    words = {"mended": _("Changed."), "withdrawn": str(pages.withdrawn)}
    said = words.get(what_was_done(request, application), "")
    return _page(request, pages, application, said=said)


def _page(
    request: HttpRequest, pages: Pages, application: Application, **more: Any
) -> HttpResponse:
    language, reason = page_language(), application.decline_reason
    look, label = pages.state_words(application)
    submission = submission_of(application, pages.shape)
    context = {
        "application": application,
        "title": pages.title,
        "state": application.state,
        "state_look": look,
        "state_label": label,
        "facts": pages.facts(submission, application.city, language),
        "may_change": may_change(application.state),
        "may_withdraw": pages.may_withdraw(application),
        "reason": pages.reasons[reason] if reason else "",
        "answer": getattr(application, f"answer_{language}"),
        "urls": {name: pages.url(name, application.reference) for name in _LED_TO},
        "retention_days": settings.RETENTION_DAYS,
        "said": "",
        "own_link": "",
        "whatsapp_url": "",
        **pages.context(application, language),
        **more,
    }
    return render(request, f"{pages.folder}/own.html", context)


_LED_TO = ("mend", "withdraw", "export", "erase", "done", "new_link")


@for_applicant
def new_link(
    request: HttpRequest, pages: Pages, application: Application, now: datetime.datetime
) -> HttpResponse:
    """Make a new way back and show it this once: only its hash is kept."""
    link = pages.link_of(issue_link(application=application, now=now), page_language())
    whatsapp_url = whatsapp_address(f"{pages.title}: {link}")
    return _page(request, pages, application, own_link=link, whatsapp_url=whatsapp_url)


@require_http_methods(METHODS)
@for_applicant
def mend(
    request: HttpRequest, pages: Pages, application: Application, now: datetime.datetime
) -> HttpResponse:
    """Show what was written, to be changed; on POST change it."""
    own_url = pages.own_url(application)
    if not may_change(application.state):
        return see_other(own_url)
    # As people here write a number, not as it is stored.
    written = asdict(submission_of(application, pages.shape))
    values = written | {"phone": national_form(application.contact.phone)}
    form = pages.mending_form(posted(request), initial=values, language=page_language(), now=now)
    if request.method != "POST" or not form.is_valid():
        return render(request, "applications/mend.html", {"form": form, "own_url": own_url})
    try:
        mend_application(application=application, submission=form.submission(), now=now)
    except ApplicationIsDecided:
        return see_other(own_url)
    return back_to_own_page(request, pages, application, "mended")


@require_http_methods(METHODS)
@for_applicant
def take_back(
    request: HttpRequest, pages: Pages, application: Application, now: datetime.datetime
) -> HttpResponse:
    """Ask first (GET), then withdraw (POST)."""
    own_url = pages.own_url(application)
    if not pages.may_withdraw(application):
        return see_other(own_url)
    if request.method != "POST":
        title, text, action = pages.withdrawal(application)
        question = Question(title=title, texts=[text], action=action, keep_url=own_url)
        return ask_first(request, question)
    try:
        pages.withdraw(application=application, now=now)
    except ApplicationIsDecided:
        return see_other(own_url)
    return back_to_own_page(request, pages, application, "withdrawn")


@require_http_methods(METHODS)
@for_applicant
def erase(
    request: HttpRequest, pages: Pages, application: Application, now: datetime.datetime
) -> HttpResponse:
    """Ask first (GET), then leave nothing of this person (POST)."""
    if request.method == "POST":
        erase_application(application=application, forget_messages=pages.forget_messages, now=now)
        withdraw(request, application.reference)
        return see_other(reverse("events:own_erased"))
    question = Question(
        title=_("Really delete everything about you?"),
        texts=[pages.erasure(application)],
        action=_("Delete everything"),
        keep_url=pages.own_url(application),
    )
    return ask_first(request, question)


@require_safe
@for_applicant
def export(
    request: HttpRequest, pages: Pages, application: Application, now: datetime.datetime
) -> HttpResponse:
    """Hand out everything that is held as a file that other programs read."""
    consents = [
        {
            "purpose": one.purpose,
            "wording_version": one.wording_version,
            "given_at": timezone.localtime(one.given_at),
        }
        for one in application.contact.consents.all()
    ]
    held = {
        **asdict(submission_of(application, pages.shape)),
        "reference": application.reference,
        "language": application.contact.language,
        "state": application.state,
        "decline_reason": application.decline_reason,
        "answer_en": application.answer_en,
        "answer_ur": application.answer_ur,
        "created_at": timezone.localtime(application.created_at),
        "changed_at": timezone.localtime(application.changed_at),
        **pages.exported(application),
        "consents": consents,
        "own_links": application.contact.own_links.count(),
        "exported_at": timezone.localtime(now),
    }
    response = JsonResponse(held, json_dumps_params={"ensure_ascii": False, "indent": 2})
    filename = f"{application.reference}.json"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


@never_cache
def done(request: HttpRequest, pages: Pages, reference: str) -> HttpResponse:
    """Forget this application on this phone."""
    withdraw(request, reference)
    return private(see_other(f"/{page_language()}/"))
