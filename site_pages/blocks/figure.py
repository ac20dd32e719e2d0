"""A number that says where it comes from."""

import datetime
from typing import Any, ClassVar

from django.utils import timezone
from wagtail.blocks import BooleanBlock, CharBlock, DateBlock, IntegerBlock, StructBlock, URLBlock


def is_under_review(review_by: datetime.date | None, today: datetime.date) -> bool:
    """Tell whether somebody should have looked at a number again by now."""
    return review_by is not None and review_by < today


class FigureBlock(StructBlock):
    """Number, what it counts, source with year, and the day to look at it again."""

    number = CharBlock(max_length=40, help_text="As it should be read: 3.3 million")
    statement = CharBlock(max_length=240)
    source_title = CharBlock(max_length=200)
    source_url = URLBlock(required=False, label="Source address")
    source_year = IntegerBlock(min_value=1990, max_value=2100)
    is_source_english = BooleanBlock(
        required=False, label="The source's title is in English on this Urdu page"
    )
    review_by = DateBlock(
        required=False,
        help_text="When somebody should check the number again. After that day readers see "
        "“under review” beside it, until you have checked and moved the day.",
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add whether the number is past its day."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["is_under_review"] = is_under_review(value.get("review_by"), timezone.localdate())
        return context

    class Meta:
        icon = "order"
        label = "Figure with source"
        template = "blocks/figure.html"
        description = "A large number with its source and year."
        preview_value: ClassVar[dict[str, Any]] = {
            "number": "33 لاکھ",
            "statement": "بچے 2021 میں جبری مشقت کا شکار تھے۔",
            "source_title": "بین الاقوامی ادارۂ محنت",
            "source_url": "",
            "source_year": 2022,
            "is_source_english": False,
            "review_by": None,
        }
