"""Phones and links at a gate."""

import datetime

from django.db.models import QuerySet

from events.models import Event, GateDevice, GateLink
from participants.rules.keys import hash_of


def living_devices(event: Event, now: datetime.datetime) -> QuerySet[GateDevice]:
    """Return the phones whose tokens still work."""
    return GateDevice.objects.filter(event=event, revoked_at__isnull=True, expires_at__gt=now)


def device_of_token(token: str) -> GateDevice | None:
    """Return whose token this is, alive or not, with everything a phone asks for."""
    return (
        GateDevice.objects.select_related("event__city", "event__schedule", "link", "user")
        .filter(token_hash=hash_of(token))
        .first()
    )


def link_of_token(token: str) -> GateLink | None:
    """Return the gate link with this token, open or not."""
    return _links().filter(token_hash=hash_of(token)).first()


def link_by_number(number: int) -> GateLink | None:
    """Return a gate link as it is now."""
    return _links().filter(pk=number).first()


def _links() -> QuerySet[GateLink]:
    return GateLink.objects.select_related(
        "event__city", "event__schedule__venue", "event__places", "created_by"
    )


def devices_of(event: Event) -> QuerySet[GateDevice]:
    """Return every phone that was at this gate, the latest heard of first."""
    found = GateDevice.objects.filter(event=event).select_related("user", "link")
    return found.order_by("-last_seen_at", "-pk")


def links_of(event: Event) -> QuerySet[GateLink]:
    """Return every link to this gate, the latest first."""
    return GateLink.objects.filter(event=event).order_by("-pk")
