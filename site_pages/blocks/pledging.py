"""The pledge inside a page: the way to its form, and how many have pledged."""

import datetime
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.blocks import CharBlock, StructBlock

from campaigns.models import Campaign
from campaigns.selectors import current_campaign, pledge_totals

# A page names the hour of its count, so a reader knows how old it may be.
COUNT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class PledgeCount:
    """How many had pledged at a moment; None while fewer than ten."""

    total: int | None
    counted_at: datetime.datetime


def pledge_count(campaign: Campaign) -> PledgeCount:
    """Return the public count, at most ten minutes old."""
    name = f"pledge-count-{campaign.pk}"
    known: PledgeCount | None = cache.get(name)
    if known is None:
        known = PledgeCount(pledge_totals(campaign).total, timezone.now())
        cache.set(name, known, COUNT_SECONDS)
    return known


class PledgeBlock(StructBlock):
    """The campaign's pledge and a link to its form; a page that is kept in a cache has no form."""

    title = CharBlock(required=False, max_length=120, help_text="“Take the pledge” when empty.")
    text = CharBlock(
        required=False, max_length=240, help_text="The words of the pledge itself when empty."
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the current campaign's pledge."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        campaign = current_campaign()
        language = (get_language() or "ur")[:2]
        context["pledge"] = getattr(campaign, f"pledge_{language}") if campaign else ""
        return context

    class Meta:
        icon = "pick"
        label = "The pledge"
        template = "blocks/pledge.html"
        description = "The campaign's pledge with a button that leads to its form."
        preview_value: ClassVar[dict[str, Any]] = {
            "title": "عہد کریں",
            "text": "اپنے شہر میں جبری مشقت کے خلاف آواز اٹھانے کا عہد۔",
        }


class PledgeCounterBlock(StructBlock):
    """How many have pledged, with the hour of the count."""

    heading = CharBlock(required=False, max_length=120)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the count of the current campaign."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        campaign = current_campaign()
        context["campaign"] = campaign
        context["count"] = pledge_count(campaign) if campaign else None
        return context

    class Meta:
        icon = "order"
        label = "How many have pledged"
        template = "blocks/pledge_counter.html"
        description = "The number of counted pledges, with the hour it was counted."
        preview_value: ClassVar[dict[str, Any]] = {"heading": "اب تک"}
