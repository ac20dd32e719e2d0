"""What is held of somebody: seeing it, taking it along, having it erased."""

import datetime
import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns.selectors.placements import partner_names
from campaigns.services.placements import withdraw_partner_consents
from events.models import Registration
from events.registration.grants import withdraw
from events.registration.selectors import may_change
from events.registration.services.privacy import erase_registration
from events.registration.views.own_access import (
    FORM_METHODS,
    for_holder,
    form_page,
    private,
    see_other,
)
from events.registration.views.own_data import held_sections
from events.registration.views.own_export import held_data
from events.views.pages import page_language


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


@require_POST
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
    return form_page(
        request,
        registration,
        now,
        "events/own_erase.html",
        may_change=may_change(registration, now),
    )


@never_cache
@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that nothing is held any more; the page knows nobody."""
    return private(render(request, "events/own_erased.html"))
