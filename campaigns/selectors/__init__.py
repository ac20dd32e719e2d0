"""What pages ask about campaigns, pledges and the network."""

from dataclasses import dataclass

from django.db.models import Count

from campaigns.models import Campaign, Organisation, Pledge
from campaigns.rules import SMALLEST_SHOWN_COUNT, split_small
from directory.models import City
from urdu.sorting import sort_key


@dataclass(frozen=True, slots=True)
class CityPledges:
    """How many pledges count in a city; `city` is None for all the smaller ones together."""

    city: City | None
    count: int


@dataclass(frozen=True, slots=True)
class PledgeTotals:
    """What the public sees of a campaign's pledges.

    `total` is None while fewer than ten people have pledged; the rows of `cities` add up to
    the total, largest first and the smaller ones together last. No rows, no city can be told.
    """

    total: int | None
    cities: tuple[CityPledges, ...]


def pledges_per_city(campaign: Campaign) -> dict[int, int]:
    """Return how many pledges of a campaign count in each city, by the city's number."""
    counted = Pledge.objects.counted().filter(campaign=campaign).order_by()
    return dict(counted.values_list("city").annotate(count=Count("pk")))


def pledge_totals(campaign: Campaign) -> PledgeTotals:
    """Return the counted pledges of a campaign, in all and by city, small cells hidden."""
    found = pledges_per_city(campaign)
    cities = City.objects.in_bulk(list(found))
    rows = [CityPledges(cities[city], count) for city, count in found.items()]
    rows.sort(key=lambda row: (-row.count, row.city.sort_key if row.city else ""))
    total = sum(row.count for row in rows)
    if total < SMALLEST_SHOWN_COUNT:
        return PledgeTotals(total=None, cities=())
    shown = split_small([row.count for row in rows])
    return PledgeTotals(total=total, cities=_with_others(rows, shown))


def _with_others(rows: list[CityPledges], shown: int) -> tuple[CityPledges, ...]:
    others = sum(row.count for row in rows[shown:])
    if not shown:
        return ()
    return (*rows[:shown], *([CityPledges(None, others)] if others else []))


def current_campaign() -> Campaign | None:
    """Return this year's campaign."""
    return Campaign.objects.filter(is_current=True).first()


def campaign_at_work() -> Campaign | None:
    """Return the campaign whose pledges staff look after: this year's, else the latest."""
    return current_campaign() or Campaign.objects.public().order_by("-year").first()


def other_campaigns(campaign: Campaign) -> list[Campaign]:
    """Return the campaigns of other years that readers see, latest first."""
    return list(Campaign.objects.public().exclude(pk=campaign.pk))


def network_organisations(language: str) -> list[Organisation]:
    """Return the organisations of the network as the language sorts them."""
    rows = Organisation.objects.filter(is_in_network=True)
    found = list(rows.select_related("city", "logo").prefetch_related("logo__renditions"))
    if language == "ur":
        found.sort(key=lambda organisation: (sort_key(organisation.name_ur), organisation.pk))
    return found
