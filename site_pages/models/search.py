"""What search looks through: folded words of every page and event, a row each language."""

from typing import ClassVar

from django.db import models
from wagtail.models import Page

from events.models import Event


class SearchEntry(models.Model):
    """The words of one page, or of one event in one language; never shown to anybody.

    Every text is folded, its words between single spaces, with one before the first and one
    after the last, so that " word" finds where words begin on any database.
    """

    page = models.ForeignKey(
        Page, null=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    event = models.ForeignKey(
        Event, null=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    language = models.CharField(max_length=2)
    title = models.TextField()
    words = models.TextField()
    # Words as they sound (urdu.romanisation), so that Kausar and کوثر meet; names are marked.
    sounds = models.TextField()
    # Of what it was made from: nothing is folded anew while that stays.
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "language"], name="search_page_once"),
            models.UniqueConstraint(fields=["event", "language"], name="search_event_once"),
            models.CheckConstraint(
                condition=models.Q(page__isnull=False) ^ models.Q(event__isnull=False),
                name="search_page_or_event",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.page_id or self.event_id}"
