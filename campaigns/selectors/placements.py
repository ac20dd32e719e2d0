"""Finding placements, what their links lead to, and how pledges came of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from campaigns.enums import PledgeState
from campaigns.models import (
    Campaign,
    Organisation,
    PartnerConsent,
    PartnerTally,
    Placement,
    PlacementVisits,
    Pledge,
)
from campaigns.rules import SMALLEST_SHOWN_COUNT
from campaigns.rules.placements import Funnel, PartnerLine, placement_code
from participants.models import Contact
from urdu.sorting import sort_key

ROWS = ("city", "organisation", "campaign")


def placements_of(campaign: Campaign, cities: Iterable[int] | None) -> QuerySet[Placement]:
    """Return a year's placements, those of these cities alone unless None; the latest first."""
    found = Placement.objects.filter(campaign=campaign).select_related(*ROWS)
    return (found if cities is None else found.filter(city__in=cities)).order_by("-pk")


def placement_by_code(typed: str) -> Placement | None:
    """Return the placement of a code as somebody typed it, stopped or not."""
    code = placement_code(typed)
    return Placement.objects.filter(code=code).select_related(*ROWS).first() if code else None


def placement_in_use(typed: str) -> Placement | None:
    """Return the placement somebody came by; None for a wrong or a stopped code."""
    found = placement_by_code(typed)
    return found if found is not None and found.is_active else None


def partner_of(placement: Placement | None) -> Organisation | None:
    """Return whose link it is, where the organisation has a line of its own in both languages."""
    partner = placement.organisation if placement is not None else None
    if partner is None or not (partner.consent_line_en and partner.consent_line_ur):
        return None
    return partner


def partner_line(placement: Placement | None, language: str, question: str) -> PartnerLine | None:
    """Return the box of a partner's link; `question` has a place for %(organisation)s."""
    partner = partner_of(placement)
    if partner is None:
        return None
    name = getattr(partner, f"name_{language}")
    line = getattr(partner, f"consent_line_{language}")
    return PartnerLine(partner.pk, question % {"organisation": name}, line)


def pledge_funnels(placements: Iterable[Placement]) -> dict[int, Funnel]:
    """Return visits and pledges by placement; two queries for any number."""
    wanted = [placement.pk for placement in placements]
    seen = PlacementVisits.objects.filter(placement__in=wanted).order_by()
    visits = dict(seen.values_list("placement").annotate(count=Sum("count")))
    pledges = {
        placement: (made, counted)
        for placement, made, counted in Pledge.objects.filter(placement__in=wanted)
        .order_by()
        .values_list("placement")
        .annotate(made=Count("pk"), counted=Count("pk", filter=Q(state=PledgeState.CONFIRMED)))
    }
    return {
        pk: Funnel(
            visits=visits.get(pk, 0),
            pledged=pledges.get(pk, (0, 0))[0],
            confirmed=pledges.get(pk, (0, 0))[1],
        )
        for pk in wanted
    }


def counted_pledges_by_partner(campaign: Campaign) -> dict[int, int]:
    """Return how many pledges of a year count that came by each organisation's links."""
    counted = Pledge.objects.counted().filter(
        campaign=campaign, placement__organisation__isnull=False
    )
    found = counted.order_by().values_list("placement__organisation")
    return dict(found.annotate(count=Count("pk")))


def held_consents(contact: Contact) -> list[PartnerConsent]:
    """Return every consent to an organisation there was, taken back or not."""
    return list(contact.partner_consents.select_related("organisation").order_by("pk"))


def agreed_to(organisation: Organisation) -> QuerySet[PartnerConsent]:
    """Return those an organisation may write to, the latest first; nobody who is forgotten.

    Of those who pledged only those who confirmed it: a typed address may be somebody else's.
    """
    found = PartnerConsent.objects.filter(organisation=organisation, withdrawn_at__isnull=True)
    is_proven = Q(contact__pledge__isnull=True) | Q(contact__pledge__state=PledgeState.CONFIRMED)
    reachable = found.filter(is_proven).exclude(contact__phone="", contact__email="")
    return reachable.select_related("contact").order_by("-given_at", "-pk")


def partners_with_links(campaign: Campaign) -> list[Organisation]:
    """Return the organisations that have a link of their own, by their names."""
    found = Organisation.objects.filter(placements__campaign=campaign).distinct()
    return list(found.order_by("name_en", "pk"))


def partner_names(contact: Contact, language: str) -> list[str]:
    """Return the organisations that may write to somebody as things stand, by name."""
    standing = [one for one in held_consents(contact) if one.withdrawn_at is None]
    return [str(getattr(one.organisation, f"name_{language}")) for one in standing]


@dataclass(frozen=True, slots=True)
class PartnerCounter:
    """What came by one organisation's links; a number below ten is None and never told."""

    name: str
    registered: int | None
    pledges: int | None


@dataclass(frozen=True, slots=True)
class PartnerLinks:
    """An organisation's own short links of a campaign, and what came by them.

    As to the public, a number below ten is None and never told.
    """

    codes: tuple[str, ...]
    registered: int | None
    pledges: int | None


def partner_links(campaign: Campaign, organisation: Organisation) -> PartnerLinks:
    """Return what an organisation's own page shows of its links that lead on."""
    mine = Placement.objects.filter(campaign=campaign, organisation=organisation, is_active=True)
    tally = PartnerTally.objects.filter(campaign=campaign, organisation=organisation).first()
    return PartnerLinks(
        codes=tuple(mine.values_list("code", flat=True)),
        registered=_told(tally.registered) if tally else None,
        pledges=_told(tally.pledges) if tally else None,
    )


def partner_counters(campaign: Campaign, language: str) -> list[PartnerCounter]:
    """Return the counters of the network's organisations that have anything to tell, by name."""
    rows = PartnerTally.objects.filter(campaign=campaign, organisation__is_in_network=True)
    found = [
        PartnerCounter(
            name=str(getattr(row.organisation, f"name_{language}")),
            registered=_told(row.registered),
            pledges=_told(row.pledges),
        )
        for row in rows.select_related("organisation")
    ]
    told = [one for one in found if one.registered or one.pledges]
    return sorted(told, key=lambda one: sort_key(one.name) if language == "ur" else one.name)


def _told(count: int) -> int | None:
    return count if count >= SMALLEST_SHOWN_COUNT else None
