"""Somebody's words, with who said them and where they can be checked."""

from typing import Any, ClassVar

from wagtail.blocks import BooleanBlock, CharBlock, IntegerBlock, StructBlock, TextBlock, URLBlock


class QuotationBlock(StructBlock):
    """A quotation nobody can check is none: it names who and where."""

    text = TextBlock(rows=3, max_length=600, help_text="Without quotation marks: they are set.")
    who = CharBlock(max_length=160, help_text="Example: Constitution of Pakistan, Article 11")
    source_title = CharBlock(max_length=200, help_text="Example: Dawn, 31 July 2024")
    source_url = URLBlock(required=False, label="Source address")
    source_year = IntegerBlock(required=False, min_value=1900, max_value=2100)
    is_source_english = BooleanBlock(
        required=False, label="The source's title is in English on this Urdu page"
    )

    class Meta:
        icon = "openquote"
        label = "Quotation"
        template = "blocks/quotation.html"
        description = "Somebody's words with who said them and the source."
        preview_value: ClassVar[dict[str, Any]] = {
            "text": "غلامی معدوم اور ممنوع ہے۔",
            "who": "آئینِ پاکستان، آرٹیکل 11 کی شق 1",
            "source_title": "آئینِ اسلامی جمہوریۂ پاکستان",
            "source_url": "",
            "source_year": 1973,
            "is_source_english": False,
        }
