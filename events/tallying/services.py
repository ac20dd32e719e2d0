"""Bringing a year's tallies up to the rows, and telling where they differ."""

import datetime

from campaigns.impact.rules import Count
from campaigns.impact.selectors import campaigns_by_year, pledge_counts
from campaigns.impact.services import (
    Difference,
    PartnerDifference,
    differences,
    partner_differences,
    write_partner_tallies,
    write_tallies,
)
from campaigns.models import Campaign
from events.tallying.selectors import event_counts, partner_counts


def refresh_tallies(*, now: datetime.datetime) -> int:
    """Count every year anew and write down what changed; returns how many numbers did."""
    return sum(refresh_year(campaign=campaign, now=now) for campaign in campaigns_by_year())


def refresh_year(*, campaign: Campaign, now: datetime.datetime) -> int:
    """Count one year anew at once, e.g. after staff changed many of its pledges."""
    partners = partner_counts(campaign)
    changed = write_tallies(campaign=campaign, counts=counts_of(campaign), now=now)
    return changed + write_partner_tallies(campaign=campaign, counts=partners, now=now)


def wrong_partners() -> list[PartnerDifference]:
    """Return every organisation's counter that differs from its rows."""
    return [
        difference
        for campaign in campaigns_by_year()
        for difference in partner_differences(campaign, partner_counts(campaign))
    ]


def wrong_tallies() -> list[Difference]:
    """Return every number that differs from its rows; an empty list proves them all."""
    return [
        difference
        for campaign in campaigns_by_year()
        for difference in differences(campaign, counts_of(campaign))
    ]


def counts_of(campaign: Campaign) -> list[Count]:
    """Return all counts of a year from the rows."""
    return [*event_counts(campaign), *pledge_counts(campaign)]
