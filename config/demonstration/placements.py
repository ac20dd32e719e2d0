"""Codes of the demonstration: on rickshaws, at a mosque, on a banner, and a partner's own link."""

import datetime
from typing import Any

from django.utils import translation

from campaigns.enums import PlacementKind, PlacementTarget
from campaigns.forms.partner import QUESTION
from campaigns.models import (
    Organisation,
    Placement,
    PlacementVisits,
    Pledge,
)
from campaigns.selectors.placements import partner_line
from campaigns.services.placements import (
    PlacementDetails,
    make_placements,
    record_partner_consent,
)
from config.demonstration.crowd import Crowd
from config.demonstration.network import own_campaign
from config.demonstration.reading import facts
from directory.models import City, User
from events.models import Registration
from participants.models import Contact

DAYS = 21
MOST_VISITS_A_DAY = 9
# Of every hundred registrations and pledges, how many came by a code; and agreed to a partner.
BY_A_CODE, AGREED = 0.3, 0.5


def load_placements(*, seed: int, now: datetime.datetime) -> None:
    """Write the codes where there are none, how often they were opened, and who came by them."""
    if Placement.objects.exists():
        return
    crowd = Crowd(seed)
    made = [
        one for number, entry in enumerate(facts("placements")) for one in _make(number, entry, now)
    ]
    PlacementVisits.objects.bulk_create(
        PlacementVisits(
            placement=one,
            day=now.date() - datetime.timedelta(days=days),
            count=crowd.random.randint(1, MOST_VISITS_A_DAY),
        )
        for one in made
        for days in range(1, DAYS)
    )
    _spread(made, crowd, now)


def _make(number: int, entry: dict[str, Any], now: datetime.datetime) -> list[Placement]:
    slug = entry["organisation"]
    partner = Organisation.objects.get(slug=slug) if slug else None
    if partner is not None:
        partner.consent_line_en, partner.consent_line_ur = entry["line_en"], entry["line_ur"]
        partner.save(update_fields=["consent_line_en", "consent_line_ur"])
    details = PlacementDetails(
        label=entry["label"],
        kind=PlacementKind(entry["kind"]),
        city=City.objects.get(slug=entry["city"]) if entry["city"] else None,
        language="ur",
        target=PlacementTarget(entry["target"]),
        event_slug=entry["event"],
        organisation=partner,
    )
    return make_placements(
        campaign=own_campaign(),
        details=details,
        count=entry["count"],
        key=f"demonstration-{number}",
        actor=User.objects.get(username="director"),
        now=now,
    )


def _spread(made: list[Placement], crowd: Crowd, now: datetime.datetime) -> None:
    """Let some of the people there are have come by a code that leads to where they are."""
    by_event: dict[str, list[Placement]] = {}
    for one in made:
        by_event.setdefault(one.event_slug, []).append(one)
    pledges = list(
        Pledge.objects.filter(campaign=own_campaign()).select_related("contact").order_by("pk")
    )
    # What leads to no event leads to the pledge.
    _come_by(pledges, by_event.pop("", []), crowd, now)
    for slug, placements in by_event.items():
        walkers = list(
            Registration.objects.filter(event__slug=slug).select_related("contact").order_by("pk")
        )
        _come_by(walkers, placements, crowd, now)


def _come_by(
    people: list[Any], placements: list[Placement], crowd: Crowd, now: datetime.datetime
) -> None:
    chosen = [one for one in people if crowd.random.random() < BY_A_CODE]
    for number, placement in enumerate(placements):
        own = chosen[number :: len(placements)]
        if own:
            type(own[0]).objects.filter(pk__in=[one.pk for one in own]).update(placement=placement)
        partner = placement.organisation
        for one in own if partner else []:
            if crowd.random.random() < AGREED:
                _agree(one.contact, placement, now)


def _agree(contact: Contact, placement: Placement, now: datetime.datetime) -> None:
    with translation.override(contact.language):
        line = partner_line(placement, contact.language, str(QUESTION))
    if line is not None:
        record_partner_consent(contact=contact, placement=placement, wording=line.wording, now=now)
