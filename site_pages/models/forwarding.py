"""What editors want sent on of a page, in their own words."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Page

from directory.models import SoundFile


class ForwardWords(models.Model):
    """Words for messages about one page, in the page's language; empty ones are made for it.

    A child of the page: drafted, published and copied for translation together with it.
    """

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="forward_words")
    whatsapp_text = models.TextField(
        "For WhatsApp",
        blank=True,
        max_length=700,
        help_text="The page’s address is added at the end. Example: Seven questions to ask before "
        "a job abroad. Please send this on to whoever is leaving.",
    )
    sms_text = models.TextField(
        "For text messages (SMS)",
        blank=True,
        max_length=300,
        help_text="Short: 70 letters in Urdu and 160 in English are one message, the address "
        "included. Example: Leaving for a job abroad? Ask these questions first.",
    )
    # Nobody who takes the recording back has to ask whoever used it.
    voice_note = models.ForeignKey(
        SoundFile,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown once its words are written down and whoever speaks has agreed.",
    )

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"words to send on page {self.page_id}"


def words_to_send_on() -> InlinePanel:
    """Return the panel; one set of words a page."""
    return InlinePanel(
        "forward_words",
        heading="Words to send on",
        label="Words to send on",
        help_text="Readers find ready messages under “Send this on”. Without words of yours they "
        "are made of title, opening words and address.",
        max_num=1,
        panels=[FieldPanel(name) for name in ("whatsapp_text", "sms_text", "voice_note")],
    )
