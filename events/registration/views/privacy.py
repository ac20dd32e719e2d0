"""What is held of somebody: seeing it, taking it along, having it erased."""

import datetime
import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.selectors.placements import partner_names
from campaigns.services.placements import withdraw_partner_consents
from events.models import Registration
from events.registration.selectors import may_change
from events.registration.services.privacy import erase_registration
from events.registration.views.own_access import FORM_METHODS, for_holder, form_page, own_address
from events.registration.views.own_data import held_sections
from events.registration.views.own_export import held_data
from events.selectors import card_of
from participants.grants import withdraw
from participants.views import (
    Question,
    ask_first,
    form_stands_on,
    page_language,
    private,
    see_other,
)


@require_safe
@for_holder
def data(request: HttpRequest, registration: Registration, now: datetime.datetime) -> HttpResponse:
    """Show everything that is held, and until when."""
    happens_on = registration.event.schedule.happens_on
    retention = datetime.timedelta(days=settings.RETENTION_DAYS)
    return form_page(
        request,
        registration,
        now,
        "events/own_data.html",
        sections=held_sections(registration),
        partners=partner_names(registration.contact, page_language()),
        erased_after=happens_on + retention if happens_on else None,
    )


@require_safe
@for_holder
def export(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Hand out everything that is held as a file that other programs read."""
    held = held_data(registration) | {"exported_at": timezone.localtime(now).isoformat()}
    body = json.dumps(held, ensure_ascii=False, indent=2)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    filename = f"{registration.reference}.json"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


@form_stands_on("events:own_data", "reference")
@for_holder
def withdraw_partners(
    request: HttpRequest, registration: Registration, now: datetime.datetime
) -> HttpResponse:
    """Take back that organisations may write; everything else stays as it is."""
    withdraw_partner_consents(contact_ids=[registration.contact_id], now=now)
    return see_other(reverse("events:own_data", args=[registration.reference]))


@require_http_methods(FORM_METHODS)
@for_holder
def erase(request: HttpRequest, registration: Registration, now: datetime.datetime) -> HttpResponse:
    """Ask first (GET), then leave nothing of these people (POST)."""
    if request.method == "POST":
        erase_registration(registration=registration, now=now)
        withdraw(request, registration.reference)
        return see_other(reverse("events:own_erased"))
    return ask_first(request, _erase_question(registration, now))


def _erase_question(registration: Registration, now: datetime.datetime) -> Question:
    is_cancelled_too = may_change(registration, now)
    texts = [
        _(
            "Names, phone numbers, email, guardian, consents and links are deleted at once and"
            " for good. We cannot bring them back."
        ),
        _(
            "Did somebody else register with your number or address? Then this is the right"
            " button: nothing more is sent to you about this registration."
        ),
        _("Only the number of people and the reference number stay, so that our counts are right."),
    ]
    if is_cancelled_too:
        told = _(
            "Your registration is cancelled with it, and we can no longer tell you anything"
            " about this event."
        )
        texts.insert(1, told)
    card = card_of(registration.event, language=page_language(), now=now)
    return Question(
        title=_("Delete everything about you?"),
        kicker=card.title,
        texts=texts,
        action=_("Cancel and delete everything") if is_cancelled_too else _("Delete everything"),
        keep_url=own_address(registration),
        first_url=reverse("events:own_export", args=[registration.reference]),
        first_label=_("Download it as a file first"),
    )


@never_cache
@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that nothing is held any more; the page knows nobody."""
    return private(render(request, "events/own_erased.html"))
