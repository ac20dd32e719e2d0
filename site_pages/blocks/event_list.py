"""Coming events inside a page; they stay current by themselves."""

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import get_language
from wagtail.blocks import CharBlock, ChoiceBlock, IntegerBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from events.enums import EventKind
from events.models.event import EventQuerySet
from events.selectors import event_cards, filtered_events

DEFAULT_COUNT = 6


class EventListBlock(StructBlock):
    """Events of a campaign, city or kind."""

    heading = CharBlock(max_length=120)
    campaign = SnippetChooserBlock("campaigns.Campaign", required=False)
    city = SnippetChooserBlock("directory.City", required=False)
    kind = ChoiceBlock(required=False, choices=EventKind.choices)
    max_count = IntegerBlock(default=DEFAULT_COUNT, min_value=1, max_value=30)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the cards."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["cards"] = event_cards(
            language=(get_language() or "ur")[:2],
            now=timezone.now(),
            events=_chosen(value),
            limit=value.get("max_count") or DEFAULT_COUNT,
        )
        return context

    class Meta:
        icon = "calendar-alt"
        label = "Coming walks and events"
        template = "blocks/event_list.html"
        description = "Coming events as cards; they stay current by themselves."
        preview_value: ClassVar[dict[str, Any]] = {
            "heading": "آئندہ تقریبات",
            "campaign": None,
            "city": None,
            "kind": "",
            "max_count": 3,
        }


def _chosen(value: Any) -> EventQuerySet:
    campaign, city = value.get("campaign"), value.get("city")
    return filtered_events(
        campaign=campaign.year if campaign else None,
        city=city.slug if city else None,
        kind=value.get("kind") or None,
    )
