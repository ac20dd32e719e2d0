"""What pages ask about campaigns, pledges and the network."""

from dataclasses import dataclass

from django.db.models import Count

from campaigns.enums import PledgeState
from campaigns.models import Campaign, Organisation, Pledge
from campaigns.models.pledge import PledgeQuerySet
from campaigns.rules import SMALLEST_SHOWN_COUNT, split_small
from directory.models import City
from participants.selectors import contact_of_token
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


def pledge_totals(campaign: Campaign) -> PledgeTotals:
    """Return the counted pledges of a campaign, in all and by city, small cells hidden."""
    found = list(
        Pledge.objects.counted()
        .filter(campaign=campaign)
        .order_by()
        .values_list("city")
        .annotate(count=Count("pk"))
    )
    cities = City.objects.in_bulk([city for city, _count in found])
    rows = [CityPledges(cities[city], count) for city, count in found]
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


def other_campaigns(campaign: Campaign) -> list[Campaign]:
    """Return the campaigns of other years, latest first."""
    return list(Campaign.objects.exclude(pk=campaign.pk))


def network_organisations(language: str) -> list[Organisation]:
    """Return the organisations of the network as the language sorts them."""
    found = list(Organisation.objects.filter(is_in_network=True))
    if language == "ur":
        found.sort(key=lambda organisation: (sort_key(organisation.name_ur), organisation.pk))
    return found


def pledge_of_token(token: str) -> Pledge | None:
    """Return whose pledge a link from our e-mail is, or none."""
    contact = contact_of_token(token)
    if contact is None:
        return None
    return Pledge.objects.select_related("campaign", "city").filter(contact=contact).first()


def pledge_standing(pledge: Pledge) -> PledgeState:
    """Return where a pledge stands for its maker.

    Whoever pledged twice from one address is counted once, and is told the same both times.
    """
    if pledge.state == PledgeState.PENDING and counted_pledges_like(pledge).exists():
        return PledgeState.CONFIRMED
    return PledgeState(pledge.state)


def counted_pledges_like(pledge: Pledge) -> PledgeQuerySet:
    """Return the counted pledges of the same e-mail address for the same campaign."""
    found = Pledge.objects.counted().filter(campaign_id=pledge.campaign_id)
    return found.filter(email_key=pledge.email_key) if pledge.email_key else found.none()
