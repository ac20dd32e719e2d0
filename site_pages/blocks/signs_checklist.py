"""Warning signs in groups, each with its source; nothing is ticked, sent or kept."""

from dataclasses import dataclass
from typing import Any, ClassVar

from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ListBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)


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


@dataclass(frozen=True, slots=True)
class SignSource:
    """Where signs of a group come from."""

    title: str
    is_english: bool


class SignGroupValue(StructValue):
    """Knows its sources: many signs share one, and it is named once."""

    @property
    def sources(self) -> list[SignSource]:
        """Each source once, in the order of the signs."""
        named = (sign for sign in self["signs"] if sign["source_title"])
        found = (
            SignSource(sign["source_title"], bool(sign["is_source_english"])) for sign in named
        )
        return list(dict.fromkeys(found))


class SignGroupBlock(StructBlock):
    """Signs of one situation."""

    title = CharBlock(max_length=120)
    signs = ListBlock(SignBlock(), min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Group of signs"
        value_class = SignGroupValue


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
