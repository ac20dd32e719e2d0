"""What happened: a piece of news with its day, its city and its event."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from directory.models import City
from events.models import Event
from site_pages.enums import DayPrecision
from site_pages.models.reading import ReadingPage, panels_with
from urdu.dates import format_day, format_month


def say_day(day: datetime.date, precision: str, language: str) -> str:
    """Return a day as exactly as it is known: with its weekday, "July 2022", or "2022"."""
    if precision == DayPrecision.YEAR:
        return str(day.year)
    if precision == DayPrecision.MONTH:
        return format_month(day.year, day.month, language)
    return format_day(day, language)


class NewsPage(ReadingPage):
    """Newest first on its list; says no more of its day than is known."""

    dated_on = models.DateField(
        "day",
        help_text="When it happened. Only the month or year is known? Any day of it, and say so.",
    )
    date_precision = models.CharField(
        "known to the", max_length=10, choices=DayPrecision.choices, default=DayPrecision.DAY
    )
    city = models.ForeignKey(
        City, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    event = models.ForeignKey(
        Event,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The walk or seminar it tells of; the page then leads there.",
    )

    structured_type = "NewsArticle"
    kind_label = _("News")
    shared_fields = ("dated_on", "date_precision", "city", "event")
    template = "pages/news_page.html"
    page_description = "Something that happened, with its day; its list shows the newest first."
    parent_page_types: ClassVar[list[str]] = ["site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = panels_with(
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("dated_on"), FieldPanel("date_precision")]),
                FieldPanel("city"),
                FieldPanel("event"),
            ],
            heading="When and where (the same in both languages)",
        ),
    )

    class Meta:
        verbose_name = "piece of news"
        verbose_name_plural = "news"

    def day_in(self, language: str) -> str:
        """Return the day, as exactly as it is known."""
        return say_day(self.dated_on, self.date_precision, language)
