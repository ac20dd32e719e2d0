"""A recording to listen to, with every word of it written down below."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

NOT_PUBLISHABLE = (
    "This recording cannot be offered: it needs its transcript and the speaker's consent. "
    "Open it under Sounds."
)
BYTES_IN_KILOBYTE = 1000


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
        own = getattr(self["sound"], f"title_{(get_language() or 'ur')[:2]}")
        return str(self.get("title") or own)

    @property
    def length(self) -> str:
        """Minutes and seconds: "2:05"."""
        minutes, seconds = divmod(self["sound"].seconds, 60)
        return f"{minutes}:{seconds:02}"

    @property
    def kilobytes(self) -> int:
        """The size, at least one."""
        return int(max(1, round(self["sound"].byte_count / BYTES_IN_KILOBYTE)))


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
        preview_template = "blocks/previews/audio.html"
