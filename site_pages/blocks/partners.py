"""The organisations of the network, as the directory has them."""

from typing import Any, ClassVar

from django.utils.translation import get_language
from wagtail.blocks import CharBlock, StructBlock

from campaigns.selectors import network_organisations


class PartnersBlock(StructBlock):
    """Names and work of the organisations in the network, sorted as the language sorts."""

    heading = CharBlock(required=False, max_length=120)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the organisations."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["organisations"] = network_organisations((get_language() or "ur")[:2])
        return context

    class Meta:
        icon = "group"
        label = "Partners"
        template = "blocks/partners.html"
        description = "The organisations of the network; they stay current by themselves."
        preview_value: ClassVar[dict[str, Any]] = {"heading": "شریک ادارے"}
