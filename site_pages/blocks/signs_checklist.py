"""Warning signs in groups, each with its source; nothing is ticked, sent or kept."""

from typing import Any, ClassVar

from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StructBlock, TextBlock, URLBlock


class SignBlock(StructBlock):
    """One sign."""

    text = TextBlock(rows=2)
    source_title = CharBlock(required=False, max_length=240)
    source_url = URLBlock(required=False, label="Source address")
    is_source_english = BooleanBlock(
        required=False, label="The source's title is in English on this Urdu page"
    )

    class Meta:
        icon = "tick"
        label = "Sign"


class SignGroupBlock(StructBlock):
    """Signs of one situation."""

    title = CharBlock(max_length=120)
    signs = ListBlock(SignBlock(), min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Group of signs"


class SignsChecklistBlock(StructBlock):
    """A list to hold a situation against."""

    heading = CharBlock(max_length=120)
    intro = TextBlock(required=False, rows=2)
    groups = ListBlock(SignGroupBlock(), min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Warning signs"
        template = "blocks/signs_checklist.html"
        description = "Warning signs in groups, each with its source."
        preview_value: ClassVar[dict[str, Any]] = {
            "heading": "علامات پہچانیں",
            "intro": "صرف ایک علامت سے انسانی اسمگلنگ ثابت نہیں ہوتی۔",
            "groups": [
                {
                    "title": "نقل و حرکت پر پابندی",
                    "signs": [
                        {
                            "text": "وہ شخص کام کی جگہ سے اپنی مرضی سے باہر نہیں جا سکتا۔",
                            "source_title": "بین الاقوامی ادارۂ محنت",
                            "source_url": "",
                            "is_source_english": False,
                        }
                    ],
                }
            ],
        }
