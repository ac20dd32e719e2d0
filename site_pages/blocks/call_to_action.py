"""The one thing to do next."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.blocks import CharBlock, ChoiceBlock, PageChooserBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

# Addresses of the program that an editor may lead to.
ROUTES = {
    "events": ("events:list", "Walks and events"),
    "pledge": ("campaigns:pledge", "The pledge"),
    "help": ("site_pages:help", "Helplines"),
}


class CallToActionValue(StructValue):
    """Knows where the button leads."""

    @property
    def url(self) -> str:
        """The page's address, or the program's; empty in a draft that names neither yet."""
        page, route = self.get("page"), self.get("route")
        if page is not None:
            return str(page.url or "")
        return reverse(ROUTES[route][0]) if route else ""


class CallToActionBlock(StructBlock):
    """A heading, a sentence and a button that says what will happen."""

    title = CharBlock(required=False, max_length=120)
    text = CharBlock(required=False, max_length=240)
    label = CharBlock(max_length=60, help_text="What happens: Register for the walk")
    page = PageChooserBlock(required=False)
    route = ChoiceBlock(
        required=False,
        label="Or a part of the site",
        choices=[(name, label) for name, (_, label) in ROUTES.items()],
    )

    def clean(self, value: Any) -> Any:
        """Ask for exactly one target; a draft may be saved before it is chosen."""
        cleaned = super().clean(value)
        chosen = [target for target in (cleaned.get("page"), cleaned.get("route")) if target]
        if len(chosen) > 1 or not (chosen or self.is_deferred_validation):
            error = ValidationError("Choose either a page or a part of the site.")
            raise StructBlockValidationError({"route": error})
        return cleaned

    class Meta:
        icon = "arrow-right"
        label = "Call to action"
        template = "blocks/call_to_action.html"
        value_class = CallToActionValue
        description = "A heading, a sentence and one button."
        preview_value: ClassVar[dict[str, Any]] = {
            "title": "اپنے شہر کے ساتھ قدم ملائیں",
            "text": "واک میں شرکت مفت ہے۔",
            "label": "واک کے لیے رجسٹریشن کریں",
            "page": None,
            "route": "events",
        }
