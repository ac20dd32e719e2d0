"""Making and stopping placements, counting visits, and whom partners may write to."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from campaigns.enums import PlacementKind, PlacementTarget
from campaigns.models import (
    Campaign,
    Organisation,
    PartnerConsent,
    Placement,
    PlacementVisits,
)
from campaigns.rules.placements import (
    MOST_AT_ONCE,
    new_placement_code,
    numbered_labels,
    placement_code_of,
)
from directory.models import City, User
from participants.enums import AuditAction
from participants.models import AuditEntry, Contact
from participants.rules.limits import VISITS_OF_ADDRESS
from participants.services import count_try, log_deed, log_list

LOG_SUBJECT = "placements"
ATTEMPTS = 5
MADE_KIND, STOPPED_KIND, RESUMED_KIND = "placements-made", "placement-stopped", "placement-resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDetails:
    """What staff say of a placement; `event_slug` only where an event is meant."""

    label: str
    kind: PlacementKind
    city: City | None
    language: str
    target: PlacementTarget
    event_slug: str = ""
    organisation: Organisation | None = None


def make_placements(
    *,
    campaign: Campaign,
    details: PlacementDetails,
    count: int,
    key: str,
    actor: User,
    now: datetime.datetime,
) -> list[Placement]:
    """Make one placement, or up to MOST_AT_ONCE numbered ones of a series; return them in order.

    The first code is drawn from the form's `key`: the same key again finds it taken and gives
    what was made before, however often it comes.
    """
    count = max(1, min(count, MOST_AT_ONCE))
    labels = numbered_labels(details.label, count) if count > 1 else [details.label]
    for attempt in range(ATTEMPTS):
        first = placement_code_of(key, attempt)
        try:
            with transaction.atomic():
                return _make(campaign, details, first, labels, actor, now)
        except IntegrityError:
            # Pressed twice; or the code is another placement's: then the next one is drawn.
            if earlier := _made_before(first, labels, actor):
                return earlier
    raise IntegrityError("no free code for a placement")


def _make(
    campaign: Campaign,
    details: PlacementDetails,
    first: str,
    labels: Sequence[str],
    actor: User,
    now: datetime.datetime,
) -> list[Placement]:
    codes = [first, *_fresh_codes(len(labels) - 1)]
    made = Placement.objects.bulk_create(
        Placement(
            campaign=campaign,
            code=code,
            label=label,
            kind=details.kind,
            city=details.city,
            language=details.language,
            target=details.target,
            event_slug=details.event_slug,
            organisation=details.organisation,
            # Named after its first code, which nobody else has.
            series=first if len(labels) > 1 else "",
            made_at=now,
            made_by=actor,
        )
        for code, label in zip(codes, labels, strict=True)
    )
    log_deed(actor_id=actor.pk, kind=MADE_KIND, subject=LOG_SUBJECT, row_count=len(made), now=now)
    return made


def _made_before(first: str, labels: Sequence[str], actor: User) -> list[Placement]:
    """Return what this actor made under this code and these names, in order; else nothing."""
    its_first = Placement.objects.filter(code=first, label=labels[0], made_by=actor)
    if not its_first.exists():
        return []
    series = Placement.objects.filter(series=first).order_by("pk")
    return list(series or its_first)


def _fresh_codes(count: int) -> list[str]:
    codes: list[str] = []
    while len(codes) < count:
        drawn = {new_placement_code() for _code in range(count - len(codes))} - {*codes}
        taken = set(Placement.objects.filter(code__in=drawn).values_list("code", flat=True))
        codes += sorted(drawn - taken)
    return codes


@transaction.atomic
def switch_placement(
    *, placement: Placement, is_active: bool, actor: User, now: datetime.datetime
) -> bool:
    """Stop a placement, or let it lead on again; True when that changed anything."""
    other = Placement.objects.filter(pk=placement.pk).exclude(is_active=is_active)
    if not other.update(is_active=is_active):
        return False
    kind = RESUMED_KIND if is_active else STOPPED_KIND
    log_deed(actor_id=actor.pk, kind=kind, subject=LOG_SUBJECT, row_count=1, now=now)
    return True


def count_visit(*, placement: Placement, address: str, now: datetime.datetime) -> bool:
    """Count one opening of a link, unless its address has opened it too often; tell if it counted.

    Nothing of the visitor is kept: the address only as the throttle's keyed hash, for two days;
    on the way to help not even that, for who looks for help leaves no trace here.
    """
    limit = VISITS_OF_ADDRESS
    key = f"{limit.name}:{address} {placement.code}"
    if placement.target != PlacementTarget.HELP and not count_try(
        key=key, limit=limit.count, window_seconds=limit.window_seconds, now=now
    ):
        return False
    day = timezone.localtime(now).date()
    if not _add_one(placement, day):
        try:
            with transaction.atomic():
                PlacementVisits.objects.create(placement=placement, day=day, count=1)
        except IntegrityError:
            # Somebody else was the day's first in this very moment.
            _add_one(placement, day)
    return True


def _add_one(placement: Placement, day: datetime.date) -> int:
    today = PlacementVisits.objects.filter(placement=placement, day=day)
    return today.update(count=F("count") + 1)


def record_partner_consent(
    *, contact: Contact, placement: Placement | None, wording: str, now: datetime.datetime
) -> None:
    """Keep that somebody lets the partner whose link they came by write to them, in these words."""
    if not wording or placement is None or placement.organisation_id is None:
        return
    PartnerConsent.objects.create(
        contact=contact,
        organisation_id=placement.organisation_id,
        wording=wording,
        language=contact.language,
        given_at=now,
    )


def withdraw_partner_consents(*, contact_ids: Iterable[int], now: datetime.datetime) -> int:
    """Take back every leave these people gave an organisation; return how many stood."""
    standing = PartnerConsent.objects.filter(contact__in=contact_ids, withdrawn_at__isnull=True)
    return standing.update(withdrawn_at=now)


def log_placements(
    *,
    actor: User,
    action: AuditAction,
    kind: str,
    columns: Sequence[str],
    row_count: int,
    now: datetime.datetime,
) -> AuditEntry:
    """Write and commit who takes what of placements, before its first byte leaves."""
    with transaction.atomic(durable=True):
        return log_list(
            actor=actor,
            action=action,
            kind=kind,
            subject=LOG_SUBJECT,
            columns=columns,
            row_count=row_count,
            now=now,
        )
