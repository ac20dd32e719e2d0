"""Writing down what a year came to; the only writer of tallies."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from campaigns.enums import TallyMeasure
from campaigns.impact.rules import Count
from campaigns.impact.selectors import NOTHING, PartnerCount, partner_tallies_of, tallies_of
from campaigns.models import Campaign, Organisation, PartnerTally, Tally

Cell = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One number that says something else than its rows; `city` is a primary key or None."""

    year: int
    measure: str
    city: int | None
    stored: int
    counted: int


def differences(campaign: Campaign, counts: Iterable[Count]) -> list[Difference]:
    """Return where what is written down differs from these counts, in a fixed order."""
    stored, counted = tallies_of(campaign), _cells(counts)
    return [
        Difference(campaign.year, measure, city, _value(stored, cell), _value(counted, cell))
        for cell in sorted({*stored, *counted}, key=lambda cell: (cell[0], cell[1] or 0))
        for measure, city in [cell]
        if stored.get(cell) != counted.get(cell)
    ]


@transaction.atomic
def write_tallies(*, campaign: Campaign, counts: Iterable[Count], now: datetime.datetime) -> int:
    """Write these counts for a year and forget what is no more; returns how many changed.

    Doing it again changes nothing, and two workers at once leave the same rows.
    """
    locked = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    stored, counted = tallies_of(locked), _cells(counts)
    changed = {cell: found for cell, found in counted.items() if stored.get(cell) != found}
    gone = stored.keys() - counted.keys()
    fresh = [cell for cell in changed if cell not in stored]
    Tally.objects.bulk_create(
        Tally(campaign=locked, measure=cell[0], city_id=cell[1], value=0, counted_at=now)
        for cell in fresh
    )
    for row in Tally.objects.filter(campaign=locked):
        cell = (row.measure, row.city_id)
        if cell in gone:
            row.delete()
        elif cell in changed:
            row.value, row.sources = changed[cell]
            row.counted_at = now
            row.save(update_fields=["value", "sources", "counted_at"])
    return len(changed) + len(gone)


def _cells(counts: Iterable[Count]) -> dict[Cell, tuple[int, str]]:
    """Return what is to be written: nothing that is zero, but always the year's events."""
    return {
        (count.measure.value, count.city): (count.value, ",".join(sorted(count.sources)))
        for count in counts
        if count.value or (count.measure == TallyMeasure.EVENTS and count.city is None)
    }


def _value(cells: dict[Cell, tuple[int, str]], cell: Cell) -> int:
    return cells[cell][0] if cell in cells else 0


# --- What came by partners' links ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PartnerDifference:
    """What is written down of an organisation and what its rows give, (registered, pledges)."""

    year: int
    organisation: str
    stored: PartnerCount
    counted: PartnerCount


def partner_differences(
    campaign: Campaign, counts: Mapping[int, PartnerCount]
) -> list[PartnerDifference]:
    """Return where an organisation's own counter differs from the rows, by organisation."""
    stored = partner_tallies_of(campaign)
    slugs = dict(Organisation.objects.values_list("pk", "slug"))
    return [
        PartnerDifference(
            campaign.year, slugs[pk], stored.get(pk, NOTHING), counts.get(pk, NOTHING)
        )
        for pk in sorted({*stored, *counts})
        if stored.get(pk, NOTHING) != counts.get(pk, NOTHING)
    ]


@transaction.atomic
def write_partner_tallies(
    *, campaign: Campaign, counts: Mapping[int, PartnerCount], now: datetime.datetime
) -> int:
    """Write each organisation's counter, forget what is no more; returns how many changed."""
    locked = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    stored = partner_tallies_of(locked)
    gone = stored.keys() - counts.keys()
    PartnerTally.objects.filter(campaign=locked, organisation__in=gone).delete()
    changed = {pk: found for pk, found in counts.items() if stored.get(pk) != found}
    for pk, (registered, pledges) in changed.items():
        PartnerTally.objects.update_or_create(
            campaign=locked,
            organisation_id=pk,
            defaults={"registered": registered, "pledges": pledges, "counted_at": now},
        )
    return len(changed) + len(gone)
