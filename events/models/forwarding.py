"""What organisers want sent on of an event, in their own words."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey

from directory.models import SoundFile
from events.models.event import Event


class EventForwardWords(models.Model):
    """Words for messages about one event, in pairs; empty ones are made of its facts."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="forward_words")
    whatsapp_en = models.TextField(blank=True, max_length=700)
    whatsapp_ur = models.TextField(blank=True, max_length=700)
    sms_en = models.TextField(blank=True, max_length=300)
    sms_ur = models.TextField(blank=True, max_length=300)
    voice_note_en = models.ForeignKey(
        SoundFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    voice_note_ur = models.ForeignKey(
        SoundFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"words to send on of {self.event}"
