"""A number that says where it comes from."""

from typing import Any, ClassVar

from wagtail.blocks import BooleanBlock, CharBlock, DateBlock, IntegerBlock, StructBlock, URLBlock


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
        required=False, help_text="When somebody should check the number again; not shown."
    )

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
