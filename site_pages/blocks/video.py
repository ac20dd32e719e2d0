"""A film on another site: a plain link that says what it costs, since an embed would spy."""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    DecimalBlock,
    IntegerBlock,
    StructBlock,
    StructValue,
    URLBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError

from directory.enums import SpokenLanguage


class VideoValue(StructValue):
    """Knows which site it opens and how its language is called."""

    @property
    def site(self) -> str:
        """The other site's name as the address bar will show it."""
        return (urlsplit(self["url"] or "").hostname or "").removeprefix("www.")

    @property
    def language_name(self) -> str:
        """The language in the reader's own."""
        return str(SpokenLanguage(self["language"]).label)


class VideoBlock(StructBlock):
    """Title, address, length and weight."""

    title = CharBlock(max_length=160)
    url = URLBlock(label="Address", help_text="Must begin with https://")
    minutes = IntegerBlock(min_value=1, max_value=600)
    megabytes = DecimalBlock(
        min_value=0,
        max_digits=6,
        decimal_places=1,
        help_text="About how much of their data it takes to watch. Ten minutes are about 60.",
    )
    language = ChoiceBlock(choices=SpokenLanguage.choices, default=SpokenLanguage.URDU)

    def clean(self, value: Any) -> Any:
        """Refuse an address that anybody on the way could change."""
        cleaned = super().clean(value)
        # A draft may be saved before anything is written here.
        if cleaned["url"] and not str(cleaned["url"]).startswith("https://"):
            error = ValidationError("The address must begin with https://")
            raise StructBlockValidationError({"url": error})
        return cleaned

    class Meta:
        icon = "media"
        label = "Video on another site"
        template = "blocks/video.html"
        value_class = VideoValue
        description = "A link to a film; says which site opens, how long it is and how heavy."
        preview_value: ClassVar[dict[str, Any]] = {
            "title": "ایک مثال",
            "url": "https://video.example/",
            "minutes": 3,
            "megabytes": 18,
            "language": "ur",
        }
