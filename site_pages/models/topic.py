"""A page of running text: a topic, an article, the warning signs."""

from typing import ClassVar

from site_pages.models.reading import ReadingPage


class TopicPage(ReadingPage):
    """A topic and an article differ in nothing a reader or an editor would notice."""

    template = "pages/topic_page.html"
    page_description = "A subject in plain words: what it is, how to see it, what to do."
    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage", "site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "topic or article"
        verbose_name_plural = "topics and articles"
