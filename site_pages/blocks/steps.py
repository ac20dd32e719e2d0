"""What to do, one step after the other."""

from typing import Any, ClassVar

from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock


class StepBlock(StructBlock):
    """One step."""

    title = CharBlock(max_length=120)
    text = TextBlock(required=False, rows=2)

    class Meta:
        icon = "arrow-right"
        label = "Step"


class StepsBlock(StructBlock):
    """Numbered steps under a heading."""

    heading = CharBlock(required=False, max_length=120)
    steps = ListBlock(StepBlock(), min_num=1)

    class Meta:
        icon = "list-ol"
        label = "Steps"
        template = "blocks/steps.html"
        description = "What to do, one step after the other."
        preview_value: ClassVar[dict[str, Any]] = {
            "heading": "تین قدم جو ہر کوئی اٹھا سکتا ہے",
            "steps": [
                {"title": "پہچانیں", "text": "ایک علامت سے کچھ ثابت نہیں ہوتا۔"},
                {"title": "کال کریں", "text": "پورا یقین ہونا ضروری نہیں۔"},
            ],
        }
