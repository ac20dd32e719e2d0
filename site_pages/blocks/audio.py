"""A recording to listen to, with every word of it written down below."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from directory.models import SoundFile

NOT_PUBLISHABLE = (
    "This recording cannot be offered: it needs its transcript and the speaker's consent. "
    "Open it under Sounds."
)


def example() -> dict[str, Any]:
    """Return a recording that was never made, for the editor's list of blocks."""
    sound = SoundFile(
        pk=0,
        title_ur="مدد کے لیے کون سا نمبر ملائیں",
        title_en="Which number to call for help",
        language="ur",
        file="sounds/example.mp3",
        transcript="فوری خطرہ ہو تو پولیس کو کال کریں۔",
        has_consent=True,
        kind="mp3",
        seconds=48,
        byte_count=120_000,
    )
    return {"sound": sound, "title": ""}


class AudioValue(StructValue):
    """What a reader should know before the recording costs them data."""

    @property
    def is_offered(self) -> bool:
        """Whether it is there, agreed to and written down; nothing is shown of any other."""
        sound = self.get("sound")
        return sound is not None and sound.is_publishable

    @property
    def name(self) -> str:
        """The title on this page, or the recording's own in the reader's language."""
        return str(self.get("title") or self["sound"].title)


class AudioBlock(StructBlock):
    """A recording; nothing loads before somebody presses play."""

    sound = SnippetChooserBlock("directory.SoundFile")
    title = CharBlock(
        required=False, max_length=160, help_text="Only if this page needs another title."
    )

    def clean(self, value: Any) -> Any:
        """Ask for transcript and consent."""
        cleaned = super().clean(value)
        sound = cleaned.get("sound")
        if sound is not None and not sound.is_publishable:
            raise StructBlockValidationError({"sound": ValidationError(NOT_PUBLISHABLE)})
        return cleaned

    class Meta:
        icon = "media"
        label = "Recording with transcript"
        template = "blocks/audio.html"
        value_class = AudioValue
        description = "A voice note or song to listen to, with all its words below."
        preview_value = staticmethod(example)
