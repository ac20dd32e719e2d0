"""What a gate is sent: whom to expect, what became of each entry, and how its page is set up."""

from typing import Any

from django.utils import timezone

from events.attendance.rules import Refusal, SentEntry
from events.attendance.selectors import (
    GateAnswer,
    Sighting,
    attendance_count,
    facts_of,
    gate_hours,
    latest_arrivals,
    sighting_of,
)
from events.enums import GateOutcome, RegistrationState
from events.models import CheckIn, Event, GateDevice, Registration
from events.selectors import places_of
from urdu.folding import fold
from urdu.romanisation import name_key
from urdu.tables import folding_tables

# What the log says was sent or shown; nothing else of anybody leaves.
ROW_COLUMNS = (
    "name",
    "party_names",
    "reference",
    "phone_last_four",
    "party_size",
    "state",
    "arrived",
)


def snapshot_json(device: GateDevice) -> dict[str, Any]:
    """Return what a phone keeps, in code order: the least that lets it decide by itself.

    Whoever holds no place is sent without a name: the gate need only say why not.
    """
    event, count = device.event, attendance_count(device.event)
    places, starts_at = places_of(event), event.schedule.starts_at
    inside = latest_arrivals(event)
    parties = (
        Registration.objects.filter(event=event)
        .select_related("contact", "attendance")
        .prefetch_related("attendees")
    )
    return {
        "event": {
            "slug": event.slug,
            "city": event.city.code,
            "title": {"ur": event.title_ur, "en": event.title_en},
            "day": event.schedule.happens_on.isoformat() if event.schedule.happens_on else None,
            "starts_at": timezone.localtime(starts_at).isoformat() if starts_at else None,
            "capacity": places.capacity if places else None,
            "arrived": count.arrived,
            "expected": count.expected,
        },
        "capacity_share": device.capacity_share,
        "device": {"id": device.pk, "label": device.label},
        "expires_at": timezone.localtime(device.expires_at).isoformat(),
        "hours": _hours_json(event),
        "rows": [_row(party, inside.get(party.pk)) for party in parties.order_by("reference")],
        "folding": folding_tables(),
    }


def _hours_json(event: Event) -> dict[str, str | None]:
    """Return from when until when the gate counts; nothing of an event without a day."""
    hours = gate_hours(event)
    ends = {"opens_at": hours.opens_at, "closes_at": hours.closes_at}
    return {name: timezone.localtime(at).isoformat() if at else None for name, at in ends.items()}


def _row(party: Registration, latest: CheckIn | None) -> dict[str, Any]:
    is_expected = party.state == RegistrationState.CONFIRMED
    name = party.contact.full_name if is_expected else ""
    companions = [one.full_name for one in party.attendees.all()] if is_expected else []
    facts = facts_of(party, getattr(party, "attendance", None))
    return {
        "id": party.pk,
        "code": party.reference,
        "name": name,
        "last4": party.contact.phone[-4:] if is_expected else "",
        "size": facts.allowed,
        "arrived": facts.arrived,
        "state": party.state,
        "in": _latest_json(latest),
        "folded": fold(name),
        "sound": name_key(name),
        # Everybody else of the party and its group: people say their own name.
        "others": [_other(one) for one in (*companions, *_group(party, is_expected)) if one],
    }


def _group(party: Registration, is_expected: bool) -> list[str]:
    return [party.group_name] if is_expected and party.group_name else []


def _other(name: str) -> dict[str, str]:
    return {"name": name, "folded": fold(name), "sound": name_key(name)}


def _latest_json(latest: CheckIn | None) -> dict[str, Any] | None:
    """Return the latest arrival of a party, with how many it counted."""
    sighting = sighting_json(sighting_of(latest)) if latest else None
    return {**sighting, "count": latest.counted} if latest and sighting else None


def sighting_json(sighting: Sighting | None) -> dict[str, str] | None:
    """Return where and when, as JSON says it."""
    if sighting is None:
        return None
    return {"gate": sighting.gate, "at": timezone.localtime(sighting.at).isoformat()}


def answer_json(
    raw: Any, sent: SentEntry | None, answer: GateAnswer | None, place: str
) -> dict[str, Any]:
    """Return the answer to one entry; one that could not be used is refused by itself."""
    client_id = raw.get("client_id") if isinstance(raw, dict) else None
    client_id = client_id if isinstance(client_id, str) else None
    if sent is None or answer is None:
        key = "practice" if sent is not None else Refusal.BAD_ENTRY.value
        return {
            "client_id": client_id,
            "outcome": GateOutcome.REFUSED.value,
            "counted": 0,
            "arrived": 0,
            "size": 0,
            "message_key": key,
        }
    return {
        "client_id": client_id,
        "outcome": answer.outcome.value,
        "counted": answer.counted,
        "arrived": answer.arrived,
        "size": answer.size,
        "message_key": (answer.refusal or answer.conflict or answer.outcome).value,
        "first": sighting_json(answer.first),
        "conflict": _conflict_json(sent, answer, place),
    }


def _conflict_json(sent: SentEntry, answer: GateAnswer, place: str) -> dict[str, Any] | None:
    if answer.conflict is None:
        return None
    return {
        "kind": answer.conflict.value,
        "first": sighting_json(answer.first),
        "this": sighting_json(Sighting(place, sent.entry.happened_at)),
    }
