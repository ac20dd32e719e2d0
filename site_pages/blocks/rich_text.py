"""Running text with few means: headings, lists, weight and links."""

from typing import Any

from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText


class TextBlock(RichTextBlock):
    """No italics: Nastaliq has none; no pictures: those carry consent and have their own block."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", ["h2", "h3", "bold", "ol", "ul", "link"])
        super().__init__(**kwargs)

    def get_preview_value(self) -> RichText:
        """Show a heading, a paragraph with a number, and a list."""
        return RichText(
            "<h2>کیا کریں</h2><p>اگر کسی کو فوری خطرہ ہو تو پولیس کو 15 پر کال کریں۔</p>"
            "<ul><li>مشتبہ شخص سے خود نہ الجھیں۔</li></ul>"
        )

    class Meta:
        icon = "pilcrow"
        label = "Text"
        template = "blocks/rich_text.html"
        description = "Paragraphs, headings, lists and links."
