"""A picture everybody in it agreed to."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from directory.models.image import refuse_picture


class ImageBlock(StructBlock):
    """Refuses a picture without consent or description when the page is saved."""

    image = ImageChooserBlock()
    alt_text = CharBlock(
        required=False,
        max_length=240,
        help_text="Only if this page needs another description than the picture's own.",
    )
    caption = CharBlock(required=False, max_length=240)

    def clean(self, value: Any) -> Any:
        """Check consent, children and description of the chosen picture."""
        cleaned = super().clean(value)
        try:
            refuse_picture(cleaned.get("image"))
        except ValidationError as error:
            raise StructBlockValidationError({"image": error}) from error
        return cleaned

    class Meta:
        icon = "image"
        label = "Picture"
        template = "blocks/image.html"
        description = "A picture with consent, description and credit."
        preview_template = "blocks/previews/image.html"
