"""What a year came to, as it may be told; reads tallies only."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaigns.enums import TallyMeasure
from campaigns.impact.rules import MEASURES, Count, Published, published
from campaigns.models import Campaign, CampaignGoal, PartnerTally, Tally
from campaigns.selectors import pledges_per_city
from directory.models import City

# People registered and pledges counted that came by one organisation's links.
PartnerCount = tuple[int, int]
NOTHING: PartnerCount = (0, 0)


@dataclass(frozen=True, slots=True)
class YearImpact:
    """One year as it may be told.

    `cities` are those of which anything is told, by primary key, in the order of their names;
    `sources` says by city how an estimate is known, under None for the whole year.
    `counted_at` is when a number last changed; None before the first count. `changed_at` says
    the same of each measure's total, where one is told.
    """

    campaign: Campaign
    figures: Mapping[TallyMeasure, Published]
    cities: Mapping[int, City]
    sources: Mapping[int | None, tuple[str, ...]]
    counted_at: datetime.datetime | None
    changed_at: Mapping[TallyMeasure, datetime.datetime]

    def of_city(self, measure: TallyMeasure, city: int) -> int | None:
        """Return a number of a city; None where nothing is told."""
        return self.figures[measure].cities.get(city)


def campaigns_by_year() -> list[Campaign]:
    """Return every campaign readers see, the latest first."""
    return list(Campaign.objects.public().order_by("-year"))


def campaign_to_show() -> Campaign | None:
    """Return the current campaign, or the latest one."""
    return Campaign.objects.public().order_by("-is_current", "-year").first()


def campaign_of(year: int) -> Campaign | None:
    """Return a year's campaign."""
    return Campaign.objects.public().filter(year=year).first()


def goals_of(campaign: Campaign) -> list[CampaignGoal]:
    """Return a year's goals with their cities."""
    return list(CampaignGoal.objects.filter(campaign=campaign).select_related("city"))


def impact_of(campaign: Campaign, language: str) -> YearImpact:
    """Return one year; two queries."""
    return impact_of_years([campaign], language)[0]


def impact_of_years(campaigns: Iterable[Campaign], language: str) -> list[YearImpact]:
    """Return these years in the same order; two queries for all of them."""
    wanted = list(campaigns)
    rows = list(Tally.objects.filter(campaign__in=wanted))
    names = City.objects.in_order(language)
    known = {city.pk: city for city in names.filter(pk__in={row.city_id for row in rows})}
    return [
        _year(campaign, [row for row in rows if row.campaign_id == campaign.pk], known)
        for campaign in wanted
    ]


def _year(campaign: Campaign, rows: list[Tally], known: Mapping[int, City]) -> YearImpact:
    figures = {measure: _published(measure, rows) for measure in MEASURES}
    told = {city for figure in figures.values() for city in figure.cities}
    return YearImpact(
        campaign=campaign,
        figures=figures,
        cities={pk: city for pk, city in known.items() if pk in told},
        sources={row.city_id: tuple(row.sources.split(",")) for row in rows if row.sources},
        counted_at=max((row.counted_at for row in rows), default=None),
        changed_at={
            TallyMeasure(row.measure): row.counted_at
            for row in rows
            if row.city_id is None and figures[TallyMeasure(row.measure)].total is not None
        },
    )


def _published(measure: TallyMeasure, rows: Iterable[Tally]) -> Published:
    own = [row for row in rows if row.measure == measure]
    cities = {row.city_id: row.value for row in own if row.city_id is not None}
    total = next((row.value for row in own if row.city_id is None), 0)
    return published(measure, total, cities)


def pledge_counts(campaign: Campaign) -> list[Count]:
    """Return the counted pledges of a year from their rows, by city and in all."""
    found = pledges_per_city(campaign)
    cities = [Count(TallyMeasure.PLEDGES, city, count) for city, count in found.items()]
    total = sum(count.value for count in cities)
    return [*cities, Count(TallyMeasure.PLEDGES, None, total)]


def tallies_of(campaign: Campaign) -> dict[tuple[str, int | None], tuple[int, str]]:
    """Return what is written down for a year: (value, sources) by measure and city."""
    rows = Tally.objects.filter(campaign=campaign)
    return {(row.measure, row.city_id): (row.value, row.sources) for row in rows}


def partner_tallies_of(campaign: Campaign) -> dict[int, PartnerCount]:
    """Return what is written down of each organisation's links in a year, by its number."""
    rows = PartnerTally.objects.filter(campaign=campaign)
    return {row.organisation_id: (row.registered, row.pledges) for row in rows}
