"""Everything that is held of one party, as JSON for its holder to take along."""

import datetime
from typing import Any

from django.utils import timezone

from campaigns.views.partners import partner_consents_held
from events.models import Guardian, Invitation, Registration
from events.registration.selectors import messages_of
from participants.lists import wording_in
from participants.models import Contact


def held_data(registration: Registration) -> dict[str, Any]:
    """Return everything that is held of a party, JSON values only; what is derived is left out."""
    contact = registration.contact
    guardian = getattr(registration, "guardian", None)
    invitation = getattr(registration, "invitation", None)
    return {
        "reference": registration.reference,
        "event": {"slug": registration.event.slug, "title": registration.event.title_en},
        "registration": _registration(registration),
        "contact": _contact(contact),
        "coming_along": [
            {"position": one.position, "full_name": one.full_name}
            for one in registration.attendees.all()
        ],
        "guardian": _guardian(guardian) if guardian else None,
        "consent_slips": [
            {"position": s.position, "code": s.code, "received_at": _moment(s.received_at)}
            for s in registration.consent_slips.all()
        ],
        "consents": _consents(contact),
        "consents_to_organisations": partner_consents_held(contact),
        "messages": _messages(registration),
        "own_links": [{"created_at": _moment(link.created_at)} for link in contact.own_links.all()],
        "link_requests": [
            {"asked_at": _moment(one.asked_at), "handled_at": _moment(one.handled_at)}
            for one in registration.link_requests.all()
        ],
        "certificates": [
            {"position": one.position, "full_name": one.full_name, "code": one.code}
            for one in registration.certificates.order_by("pk")
        ],
        "invitation": _invitation(invitation) if invitation else None,
    }


def _registration(registration: Registration) -> dict[str, Any]:
    return {
        "state": registration.state,
        "kind": registration.kind,
        "group_name": registration.group_name,
        "party_size": registration.party_size,
        "minors_count": registration.minors_count,
        "wants_no_photographs": registration.wants_no_photographs,
        "waiting_number": registration.waiting_number,
        "offer_expires_at": _moment(registration.offer_expires_at),
        "repeat_of_an_earlier_registration": registration.is_repeat,
        "placement": registration.placement.code if registration.placement else None,
        "created_at": _moment(registration.created_at),
        "cancelled_at": _moment(registration.cancelled_at),
    }


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "full_name": contact.full_name,
        "phone": contact.phone,
        "email": contact.email,
        "language": contact.language,
        "created_at": _moment(contact.created_at),
    }


def _guardian(guardian: Guardian) -> dict[str, Any]:
    return {
        "full_name": guardian.full_name,
        "phone": guardian.phone,
        "wording": wording_in(guardian.wording_version, guardian.language),
        "wording_version": guardian.wording_version,
        "language": guardian.language,
        "consented_at": _moment(guardian.consented_at),
    }


def _consents(contact: Contact) -> list[dict[str, Any]]:
    return [
        {
            "purpose": consent.purpose,
            "wording": wording_in(consent.wording_version, consent.language),
            "wording_version": consent.wording_version,
            "language": consent.language,
            "given_at": _moment(consent.given_at),
        }
        for consent in contact.consents.all()
    ]


def _messages(registration: Registration) -> list[dict[str, Any]]:
    return [
        {
            "kind": message.kind,
            "channel": message.channel,
            "language": message.language,
            "state": message.state,
            "queued_at": _moment(message.created_at),
            "sent_at": _moment(message.sent_at),
        }
        for message in messages_of(registration)
    ]


def _invitation(invitation: Invitation) -> dict[str, Any]:
    return {
        "group": invitation.group,
        "organisation": invitation.organisation,
        "seats": invitation.seats,
        "state": invitation.state,
        "created_at": _moment(invitation.created_at),
        "answered_at": _moment(invitation.answered_at),
        "reminded_at": _moment(invitation.reminded_at),
    }


def _moment(moment: datetime.datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None
