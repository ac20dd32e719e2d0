"""What is held of a pledger: seeing it, taking it along, having it erased."""

import datetime
import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.models import Pledge
from campaigns.selectors.placements import held_consents, partner_names
from campaigns.selectors.pledges import messages_to, statements_of
from campaigns.services import erase_pledge
from campaigns.services.placements import withdraw_partner_consents
from campaigns.views.access import METHODS, Held, for_pledger, forget, own_address
from campaigns.views.labels import CONFIRMED_BY_LABELS, STATE_LABELS, WALL_LABELS
from campaigns.views.partners import partner_consents_held, partner_words
from campaigns.views.pledge import Fact
from participants.lists import agreed_on, agreed_words, wording_in
from participants.models import Contact
from participants.rules.phones import national_form
from participants.views import (
    Question,
    ask_first,
    form_stands_on,
    page_language,
    private,
    see_other,
)
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html, isolate_runs_html


@require_safe
@for_pledger
def data(request: HttpRequest, held: Held) -> HttpResponse:
    """Show everything that is held, and until when."""
    context = {
        "pledge": held.pledge,
        "facts": _facts(held.pledge),
        "consents": _consents(held.pledge),
        "partners": partner_names(held.pledge.contact, page_language()),
        "retention_days": settings.RETENTION_DAYS,
    }
    return render(request, "campaigns/pledge_data.html", context)


@require_safe
@for_pledger
def export(request: HttpRequest, held: Held) -> HttpResponse:
    """Hand out everything that is held as a file that other programs read."""
    exported = {"exported_at": timezone.localtime(held.now).isoformat()}
    body = json.dumps(held_data(held.pledge) | exported, ensure_ascii=False, indent=2)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="pledge.json"'
    return response


@form_stands_on("campaigns:pledge_data", "reference")
@for_pledger
def withdraw_partners(request: HttpRequest, held: Held) -> HttpResponse:
    """Take back that organisations may write; the pledge stays as it is."""
    withdraw_partner_consents(contact_ids=[held.pledge.contact_id], now=held.now)
    return see_other(reverse("campaigns:pledge_data", args=[held.pledge.reference]))


@require_http_methods(METHODS)
@for_pledger
def erase(request: HttpRequest, held: Held) -> HttpResponse:
    """Ask first (GET), then leave nothing of this person (POST)."""
    if request.method == "POST":
        erase_pledge(pledge=held.pledge)
        forget(request, held.pledge.reference)
        return see_other(reverse("campaigns:pledge_erased"))
    question = Question(
        title=_("Really delete everything about you?"),
        texts=[
            _(
                "Your name, number and address are deleted at once and cannot be brought back."
                " The pledge is withdrawn."
            )
        ],
        action=_("Delete everything"),
        keep_url=own_address(held.pledge),
    )
    return ask_first(request, question)


@never_cache
@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that nothing is held any more; the page knows nobody."""
    return private(render(request, "campaigns/pledge_erased.html"))


def held_data(pledge: Pledge) -> dict[str, Any]:
    """Return everything that is held of a pledger, JSON values only."""
    contact = pledge.contact
    return {
        "campaign": pledge.campaign.year,
        "reference": pledge.reference,
        "full_name": contact.full_name,
        "phone": contact.phone,
        "email": contact.email,
        "language": contact.language,
        "city": pledge.city.slug,
        "statements": statements_of(pledge, "en"),
        "is_adult": pledge.is_adult,
        "state": pledge.state,
        "confirmed_by": pledge.confirmed_by,
        "wall": pledge.wall_state,
        # A hash of the neighbourhood of your network address, emptied after two weeks.
        "address_block": pledge.address_block,
        "created_at": _moment(pledge.created_at),
        "confirmed_at": _moment(pledge.confirmed_at),
        "reminded_at": _moment(pledge.reminded_at),
        "consents": _held_consents(contact),
        "consents_to_organisations": partner_consents_held(contact),
        "placement": pledge.placement.code if pledge.placement else None,
        "messages": _held_messages(pledge),
        "own_links": [{"created_at": _moment(one.created_at)} for one in contact.own_links.all()],
        "received_messages": [
            {"source": one.source, "received_at": _moment(one.received_at)}
            for one in pledge.received_messages.all()
        ],
    }


def _held_consents(contact: Contact) -> list[dict[str, Any]]:
    return [
        {
            "purpose": one.purpose,
            "wording": wording_in(one.wording_version, one.language),
            "wording_version": one.wording_version,
            "language": one.language,
            "given_at": _moment(one.given_at),
        }
        for one in contact.consents.all()
    ]


def _held_messages(pledge: Pledge) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.kind,
            "channel": one.channel,
            "state": one.state,
            "queued_at": _moment(one.created_at),
            "sent_at": _moment(one.sent_at),
        }
        for one in messages_to(pledge)
    ]


def _facts(pledge: Pledge) -> list[Fact]:
    contact, language = pledge.contact, page_language()
    lines = format_html_join(
        mark_safe("<br>"), "{}", ((s,) for s in statements_of(pledge, language))
    )
    pairs = [
        (_("Name"), format_html("<bdi>{}</bdi>", contact.full_name) if contact.full_name else ""),
        (_("Mobile number"), isolate_html(national_form(contact.phone)) if contact.phone else ""),
        (
            _("Email"),
            format_html('<bdi dir="ltr">{}</bdi>', contact.email) if contact.email else "",
        ),
        (_("City"), str(getattr(pledge.city, f"name_{language}"))),
        (_("And I will"), isolate_runs_html(lines)),
        (_("18 or older"), isolate_runs_html(_("Yes") if pledge.is_adult else _("Not said"))),
        (_("State"), str(STATE_LABELS[pledge.state])),
        (_("Confirmed by"), str(CONFIRMED_BY_LABELS[pledge.confirmed_by])),
        (_("On the pledge wall"), str(WALL_LABELS[pledge.wall_state])),
        (_("Reference number"), isolate_html(pledge.reference)),
        (_("Came by the code"), isolate_html(pledge.placement.code) if pledge.placement else ""),
        (_("Pledged on"), _moment_words(pledge.created_at)),
        (_("Confirmed on"), _moment_words(pledge.confirmed_at)),
        (_("Messages to you"), isolate_html(str(messages_to(pledge).count()))),
    ]
    return [_fact(label, value) for label, value in pairs if value]


def _fact(label: str, value: str) -> Fact:
    return Fact(mark_safe(isolate_runs_html(label)), mark_safe(value))


def _consents(pledge: Pledge) -> list[Fact]:
    contact = pledge.contact
    agreed = [
        Fact(
            agreed_on(_moment_words(one.given_at)), agreed_words(one.wording_version, one.language)
        )
        for one in contact.consents.all()
    ]
    return agreed + [
        Fact(
            agreed_on(_moment_words(one.given_at)),
            partner_words(one, _moment_words(one.withdrawn_at)),
        )
        for one in held_consents(contact)
    ]


def _moment(moment: datetime.datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None


def _moment_words(moment: datetime.datetime | None) -> SafeString:
    if moment is None:
        return mark_safe("")
    local, language = timezone.localtime(moment), page_language()
    clock = format_clock(local, language, isolate=isolate_html)
    comma = "، " if language == "ur" else ", "
    return mark_safe(f"{isolate_runs_html(format_day(local.date(), language))}{comma}{clock}")
