"""A helpline from the directory, so that a changed number changes everywhere."""

from typing import Any

from django.utils import timezone
from wagtail.blocks import StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from directory.models import Helpline
from directory.rules import is_stale


class HelplineBlock(StructBlock):
    """One number; an unverified one shows nothing."""

    helpline = SnippetChooserBlock("directory.Helpline")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add whether the number was last checked too long ago."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        line = value.get("helpline")
        context["is_stale"] = line is not None and is_stale(line.checked_on, timezone.localdate())
        return context

    def get_preview_value(self) -> Any:
        """Show a number that belongs to nobody."""
        sample = Helpline(
            name_en="Helpline",
            name_ur="ہیلپ لائن",
            number_display="0399-0000000",
            dial="+923990000000",
            what_for_en="An example",
            what_for_ur="ایک مثال",
            area_en="Pakistan",
            area_ur="پاکستان",
            is_verified=True,
        )
        return self.to_python({}) | {"helpline": sample}

    class Meta:
        icon = "help"
        label = "Helpline"
        template = "blocks/helpline.html"
        description = "A number from the directory, with what it is for."
