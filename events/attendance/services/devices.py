"""Phones and links of a gate: made, seen, revoked; tokens and PINs are readable once only."""

import datetime
import secrets
from dataclasses import dataclass

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from directory.models import User
from events.attendance.rules import PIN_LENGTH, capacity_share
from events.attendance.selectors import gate_hours, living_devices, walk_in_people
from events.attendance.selectors.hours import midnight
from events.attendance.services.log_lines import (
    LINK_CLOSED_KIND,
    LINK_KIND,
    PHONE_CLOSED_KIND,
)
from events.errors import EventIsOver
from events.models import Event, GateDevice, GateLink, Places
from participants.rules.keys import hash_of
from participants.rules.limits import PINS_OF_GATE_LINK
from participants.services import keep_within, log_deed

TOKEN_BYTES = 32
DAY = datetime.timedelta(days=1)
# A phone says that it is there so often that writing it down each time would be a burden.
SEEN_SECONDS = 30


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link just made, with what is shown once: its token and its PIN."""

    link: GateLink
    token: str
    pin: str


def gate_closes_at(event: Event, now: datetime.datetime) -> datetime.datetime:
    """Return when tokens for this event's gate die: the end of the day after it, in Pakistan.

    What was done there may be sent until then. Of an event whose day is not known, the end of
    tomorrow. Raises EventIsOver.
    """
    closes_at = gate_hours(event).closes_at
    today = timezone.localtime(now).date()
    dies_at = closes_at + DAY if closes_at else midnight(today + 2 * DAY)
    if dies_at <= now:
        raise EventIsOver
    return dies_at


@transaction.atomic
def add_device(
    *,
    event: Event,
    label: str,
    user: User | None,
    link: GateLink | None,
    now: datetime.datetime,
) -> tuple[GateDevice, str]:
    """Give a phone its token: 32 random bytes, stored as a hash, dead the day after the event.

    Raises EventIsOver.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    closes_at = gate_closes_at(event, now)
    device = GateDevice.objects.create(
        event=event,
        label=label,
        token_hash=hash_of(token),
        link=link,
        user=None if link else user,
        created_at=now,
        last_seen_at=now,
        expires_at=min(closes_at, link.expires_at) if link else closes_at,
    )
    share_capacity(device=device, now=now)
    return device, token


def share_capacity(*, device: GateDevice, now: datetime.datetime) -> int:
    """Write and return how many walk-ins a phone may let in by itself from now on."""
    places = Places.objects.filter(event=device.event_id).first()
    if places is None:
        return device.capacity_share
    share = capacity_share(
        capacity=places.capacity,
        taken=places.taken,
        walk_in_count=walk_in_people(device.event),
        device_count=living_devices(device.event, now).count(),
    )
    GateDevice.objects.filter(pk=device.pk).update(capacity_share=share)
    device.capacity_share = share
    return share


def note_seen(*, device: GateDevice, now: datetime.datetime) -> None:
    """Keep when a phone was heard of last, to half a minute."""
    if (now - device.last_seen_at).total_seconds() >= SEEN_SECONDS:
        GateDevice.objects.filter(pk=device.pk).update(last_seen_at=now)


@transaction.atomic
def revoke_device(*, device: GateDevice, actor: User, now: datetime.datetime) -> None:
    """Let a phone's token open nothing any more."""
    open_one = GateDevice.objects.filter(pk=device.pk, revoked_at__isnull=True)
    if open_one.update(revoked_at=now):
        _log(PHONE_CLOSED_KIND, device.event, actor, now)


@transaction.atomic
def make_link(
    *, event: Event, label: str, allows_practice: bool, actor: User, now: datetime.datetime
) -> NewLink:
    """Make a link for a helper without an account, good on the event's days only.

    Raises EventIsOver.
    """
    gate_closes_at(event, now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    pin = f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}d}"
    hours, today = gate_hours(event), timezone.localtime(now).date()
    link = GateLink.objects.create(
        event=event,
        label=label,
        token_hash=hash_of(token),
        pin_hash=make_password(pin),
        allows_practice=allows_practice,
        created_by=actor,
        created_at=now,
        opens_at=hours.opens_at or midnight(today),
        expires_at=hours.closes_at or midnight(today + DAY),
    )
    _log(LINK_KIND, event, actor, now)
    return NewLink(link, token, pin)


@transaction.atomic
def revoke_link(*, link: GateLink, actor: User, now: datetime.datetime) -> None:
    """Close a link, and every phone that came in by it."""
    open_one = GateLink.objects.filter(pk=link.pk, revoked_at__isnull=True)
    if open_one.update(revoked_at=now):
        _log(LINK_CLOSED_KIND, link.event, actor, now)
    GateDevice.objects.filter(link=link, revoked_at__isnull=True).update(revoked_at=now)


def _log(kind: str, event: Event, actor: User, now: datetime.datetime) -> None:
    log_deed(actor_id=actor.pk, kind=kind, subject=event.slug, row_count=1, now=now)


def is_pin_right(*, link: GateLink, pin: str, now: datetime.datetime) -> bool:
    """Compare a PIN, counting the try.

    Raises TooManyTries: six digits are guessed quickly by whoever may try for ever.
    """
    keep_within(limit=PINS_OF_GATE_LINK, subject=str(link.pk), now=now)
    return check_password(pin, link.pin_hash)
