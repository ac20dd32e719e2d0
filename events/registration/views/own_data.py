"""Everything that is held of one party, in words for its holder to read."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from campaigns.selectors.placements import held_consents
from campaigns.views.partners import partner_words
from events.models import Registration
from events.registration.selectors import messages_of
from events.registration.views.own_words import (
    CHANNEL_LABELS,
    KIND_LABELS,
    MESSAGE_STATE_LABELS,
    STATE_LABELS,
)
from events.views.facts import Fact, joined
from participants.lists import agreed_on, agreed_words
from participants.rules.phones import national_form
from participants.views import page_language
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and the pairs under it."""

    title: str
    facts: list[Fact]


def held_sections(registration: Registration) -> list[Section]:
    """Return everything that is held, in the page's words; empty parts are left out."""
    sections = [
        Section(_("Your details"), _details(registration)),
        Section(_("Your registration"), _registration_facts(registration)),
        Section(_("Guardian"), _guardian_facts(registration)),
        Section(_("What you agreed to"), _consent_facts(registration)),
        Section(_("Messages to you"), _message_facts(registration)),
    ]
    return [section for section in sections if section.facts]


def _details(registration: Registration) -> list[Fact]:
    contact, language = registration.contact, page_language()
    names = joined([_typed(one.full_name) for one in registration.attendees.all()], language)
    in_words = {"ur": _("Urdu"), "en": _("English")}
    return _filled(
        (_("Full name"), _typed(contact.full_name)),
        (_("Mobile number"), mark_safe(isolate_html(national_form(contact.phone)))),
        (_("Email"), _typed(contact.email)),
        (_("Language of messages"), in_words[contact.language]),
        (_("School or organisation"), _typed(registration.group_name)),
        (_("Coming with you"), mark_safe(names)),
    )


def _registration_facts(registration: Registration) -> list[Fact]:
    links = registration.contact.own_links.count()
    photographs = _("No photographs, please") if registration.wants_no_photographs else ""
    requests = [one.asked_at for one in registration.link_requests.all()]
    return _filled(
        (_("Reference number"), mark_safe(isolate_html(registration.reference))),
        (_("State"), STATE_LABELS[registration.state]),
        (_("People"), str(registration.party_size)),
        (_("Under 18"), str(registration.minors_count or "")),
        (_("Photographs"), photographs),
        (_("Number in the queue"), str(registration.waiting_number or "")),
        (_("Registered on"), moment_words(registration.created_at)),
        (_("Cancelled on"), moment_words(registration.cancelled_at)),
        (_("Links made for you"), str(links or "")),
        (_("Came by the code"), _code_words(registration)),
        (_("You asked for your link"), mark_safe("<br>".join(map(moment_words, requests)))),
    )


def _code_words(registration: Registration) -> SafeString:
    placement = registration.placement
    return mark_safe(isolate_html(placement.code)) if placement else mark_safe("")


def _guardian_facts(registration: Registration) -> list[Fact]:
    guardian = getattr(registration, "guardian", None)
    if guardian is None:
        return []
    return _filled(
        (_("Full name"), _typed(guardian.full_name)),
        (_("Mobile number"), mark_safe(isolate_html(national_form(guardian.phone)))),
        (
            agreed_on(moment_words(guardian.consented_at)),
            agreed_words(guardian.wording_version, guardian.language),
        ),
    )


def _consent_facts(registration: Registration) -> list[Fact]:
    contact = registration.contact
    agreed = [
        Fact(agreed_on(moment_words(one.given_at)), agreed_words(one.wording_version, one.language))
        for one in contact.consents.all()
    ]
    return agreed + [
        Fact(
            agreed_on(moment_words(one.given_at)),
            partner_words(one, moment_words(one.withdrawn_at)),
        )
        for one in held_consents(contact)
    ]


def _message_facts(registration: Registration) -> list[Fact]:
    return [
        Fact(
            moment_words(message.sent_at or message.created_at),
            format_html_join(
                " · ",
                "{}",
                (
                    (KIND_LABELS.get(message.kind, message.kind),),
                    (CHANNEL_LABELS[message.channel],),
                    (MESSAGE_STATE_LABELS[message.state],),
                ),
            ),
        )
        for message in messages_of(registration)
    ]


def _typed(text: str) -> SafeString:
    """Return what a person typed, in its own direction."""
    return format_html("<bdi>{}</bdi>", text) if text else mark_safe("")


def moment_words(moment: datetime.datetime | None) -> SafeString:
    """Say a day and an hour of Pakistan, figures isolated."""
    if moment is None:
        return mark_safe("")
    local, language = timezone.localtime(moment), page_language()
    clock = format_clock(local, language, isolate=isolate_html)
    return mark_safe(joined([format_day(local.date(), language), clock], language))


def _filled(*pairs: tuple[Any, Any]) -> list[Fact]:
    return [Fact(label, mark_safe(str(value))) for label, value in pairs if str(value)]
