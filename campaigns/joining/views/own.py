"""An organisation's own page: its state, changing, leaving, taking along, erasing."""

import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.enums import JoinState
from campaigns.errors import JoinIsDecided
from campaigns.impact.selectors import campaign_to_show
from campaigns.joining.forms.applying import JoiningForm
from campaigns.joining.lists import REASON_LABELS, facts_of, joining_of, state_words
from campaigns.joining.notifications import own_address as link_address
from campaigns.joining.rules import may_change, may_withdraw
from campaigns.joining.selectors import join_application_of_token
from campaigns.joining.services.applying import mend_application, withdraw_application
from campaigns.joining.services.forgetting import erase_application, issue_link
from campaigns.joining.views.own_access import (
    back_to_own_page,
    for_applicant,
    missing,
    own_address,
    posted,
    what_was_done,
)
from campaigns.models import JoinApplication
from campaigns.rules.codes import whatsapp_link
from campaigns.selectors.placements import partner_links
from campaigns.views.access import METHODS, forget, grant, private, see_other
from campaigns.views.pledge import page_language
from participants.rules.phones import national_form
from participants.views import Question, ask_first, form_stands_on


@never_cache
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret in the address for a grant, and leave the secret behind."""
    application = join_application_of_token(token)
    if application is None:
        return missing(request)
    grant(request, application.reference, timezone.now(), is_proven=True)
    return private(HttpResponseRedirect(own_address(application)))


@require_safe
@for_applicant
def own_page(
    request: HttpRequest, application: JoinApplication, now: datetime.datetime
) -> HttpResponse:
    """Show the application to whoever holds its grant."""
    words = {"mended": _("Changed."), "withdrawn": _("Done."), "": ""}
    return _page(request, application, said=words[what_was_done(request, application)])


def _page(request: HttpRequest, application: JoinApplication, **more: Any) -> HttpResponse:
    language, reason = page_language(), application.decline_reason
    look, label = state_words(application)
    context = {
        "application": application,
        "organisation": application.organisation if application.is_in_network else None,
        "state": application.state,
        "is_in_network": application.is_in_network,
        "state_look": look,
        "state_label": label,
        "facts": facts_of(joining_of(application), language),
        "may_change": may_change(application.state),
        "may_withdraw": may_withdraw(application.state),
        "certificates": _certificates(application),
        "partner_links": _links(application),
        "reason": REASON_LABELS[reason] if reason else "",
        "answer": getattr(application, f"answer_{language}"),
        "retention_days": settings.RETENTION_DAYS,
        "said": "",
        "own_link": "",
        "whatsapp_url": "",
        **more,
    }
    return render(request, "joining/own.html", context)


def _links(application: JoinApplication) -> dict[str, Any] | None:
    """Return the organisation's share links of this year with their counter; None without any."""
    campaign, organisation = campaign_to_show(), application.organisation
    if not application.is_in_network or campaign is None or organisation is None:
        return None
    found = partner_links(campaign, organisation)
    addresses = [f"{settings.BASE_URL}{reverse('placement', args=[c])}" for c in found.codes]
    return {"addresses": addresses, "registered": found.registered, "pledges": found.pledges}


def _certificates(application: JoinApplication) -> list[str]:
    """Return where the certificate is, in Urdu and in English; nothing before there is one."""
    if not application.is_in_network or campaign_to_show() is None:
        return []
    found = []
    for language in ("ur", "en"):
        with translation.override(language):
            found.append(reverse("campaigns:join_certificate", args=[application.reference]))
    return found


@form_stands_on("campaigns:join_own", "reference")
@for_applicant
def new_link(
    request: HttpRequest, application: JoinApplication, now: datetime.datetime
) -> HttpResponse:
    """Make a new way back and show it this once: only its hash is kept."""
    link = link_address(issue_link(application=application, now=now), page_language())
    text = ": ".join([_("Our organisation in the network"), link])
    return _page(request, application, own_link=link, whatsapp_url=whatsapp_link("", text))


@require_http_methods(METHODS)
@for_applicant
def mend(
    request: HttpRequest, application: JoinApplication, now: datetime.datetime
) -> HttpResponse:
    """Show what was written, to be changed; on POST change it."""
    if not may_change(application.state):
        return see_other(own_address(application))
    # As people here write a number, not as it is stored.
    values = _values(application) | {"phone": national_form(application.contact.phone)}
    form = JoiningForm(posted(request), initial=values, language=page_language())
    if request.method == "POST" and form.is_valid():
        try:
            mend_application(application=application, submission=form.submission(), now=now)
        except JoinIsDecided:
            return see_other(own_address(application))
        return back_to_own_page(request, application, "mended")
    return render(request, "joining/mend.html", {"form": form, "application": application})


def _values(application: JoinApplication) -> dict[str, Any]:
    joining = joining_of(application)
    return {name: getattr(joining, name) for name in joining.__dataclass_fields__} | {
        "city": application.city.slug
    }


@require_http_methods(METHODS)
@for_applicant
def take_back(
    request: HttpRequest, application: JoinApplication, now: datetime.datetime
) -> HttpResponse:
    """Ask first (GET), then withdraw, or leave the network (POST)."""
    if not may_withdraw(application.state):
        return see_other(own_address(application))
    if request.method == "POST":
        try:
            withdraw_application(application=application, now=now)
        except JoinIsDecided:
            return see_other(own_address(application))
        return back_to_own_page(request, application, "withdrawn")
    return ask_first(request, _question_of_leaving(application))


def _question_of_leaving(application: JoinApplication) -> Question:
    keep_url = own_address(application)
    if application.is_in_network:
        text = _(
            "Your organisation is taken off the page of the network."
            " You can apply again whenever you like."
        )
        title, action = _("Really leave the network?"), _("Leave the network")
        return Question(title=title, texts=[text], action=action, keep_url=keep_url)
    return Question(
        title=_("Really take this application back?"),
        texts=[_("We stop working on it. You can apply again whenever you like.")],
        action=_("Take it back"),
        keep_url=keep_url,
    )


@require_http_methods(METHODS)
@for_applicant
def erase(
    request: HttpRequest, application: JoinApplication, now: datetime.datetime
) -> HttpResponse:
    """Ask first (GET), then leave nothing of this person (POST)."""
    if request.method == "POST":
        erase_application(application=application, now=now)
        forget(request, application.reference)
        return see_other(reverse("events:own_erased"))
    if application.state == JoinState.APPROVED:
        text = _(
            "Your name and number are deleted at once and cannot be brought back."
            " The organisation stays in the network; if it is to leave, leave first."
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
    request: HttpRequest, application: JoinApplication, now: datetime.datetime
) -> HttpResponse:
    """Hand out everything that is held as a file that other programs read."""
    held = _values(application) | {
        "reference": application.reference,
        "language": application.contact.language,
        "state": application.state,
        "organisation": application.organisation.slug if application.organisation else None,
        "is_in_network": application.is_in_network,
        "decline_reason": application.decline_reason,
        "answer_en": application.answer_en,
        "answer_ur": application.answer_ur,
        "created_at": timezone.localtime(application.created_at),
        "changed_at": timezone.localtime(application.changed_at),
        "consents": [
            {
                "purpose": one.purpose,
                "wording_version": one.wording_version,
                "given_at": timezone.localtime(one.given_at),
            }
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
@form_stands_on("campaigns:join_own", "reference")
def done(request: HttpRequest, reference: str) -> HttpResponse:
    """Forget this organisation on this phone."""
    forget(request, reference)
    return private(see_other(f"/{page_language()}/"))
