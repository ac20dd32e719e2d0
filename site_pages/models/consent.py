"""On what ground a story is told, and until when; no name of anybody stands here."""

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from site_pages.enums import ConsentKeeper, ConsentKind


class StoryConsent(models.Model):
    """One consent for one story, in whatever languages it is told.

    A row of its own: whoever withdraws it takes both languages down, and no old revision of a
    page brings it back.
    """

    reference = models.CharField(
        max_length=40,
        unique=True,
        help_text="What stands on the paper, never a name. Example: Story 2027-03",
    )
    kind = models.CharField(max_length=20, choices=ConsentKind.choices)
    given_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(
        null=True,
        blank=True,
        help_text="The last day the story may be read here; then it goes by itself.",
    )
    withdrawn_on = models.DateField(
        null=True,
        blank=True,
        help_text="When the person took the consent back: the story goes at once.",
    )
    keeper = models.CharField(
        max_length=20,
        blank=True,
        choices=ConsentKeeper.choices,
        verbose_name="who keeps the paper",
        help_text="By office: the name of whoever holds it stands nowhere in this program.",
    )
    source_title_en = models.CharField(
        max_length=240, blank=True, help_text="Example: UNODC, Global Report on Trafficking, 2024"
    )
    source_title_ur = models.CharField(max_length=240, blank=True)
    source_url = models.URLField(max_length=600, blank=True)
    source_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = "consent to a story"
        verbose_name_plural = "consents to stories"
        ordering: ClassVar[list[str]] = ["reference", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="story_consent_says_who_and_until_when",
                condition=Q(kind="published-source")
                | (Q(given_on__isnull=False, expires_on__isnull=False) & ~Q(keeper="")),
            ),
            models.CheckConstraint(
                name="story_source_is_named",
                condition=~Q(kind="published-source")
                | (Q(source_year__isnull=False) & ~Q(source_title_en="") & ~Q(source_title_ur="")),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def holds_on(self, day: datetime.date) -> bool:
        """Tell whether a story may be read on a day of Pakistan."""
        is_withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= day
        is_over = self.expires_on is not None and self.expires_on < day
        return not is_withdrawn and not is_over
