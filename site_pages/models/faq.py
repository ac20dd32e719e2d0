"""Questions people ask, with their answers."""

from typing import Any, ClassVar

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from site_pages.blocks import QuestionsStream
from site_pages.models.reading import ReadingPage, panels_with


class FAQPage(ReadingPage):
    """Each answer folds under its question, without script; search engines get them as such."""

    questions = StreamField(QuestionsStream(), blank=True)

    structured_type = "FAQPage"
    kind_label = _("Questions and answers")
    template = "pages/faq_page.html"
    page_description = "Questions people ask; each opens its answer with one tap."
    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage", "site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = panels_with(
        FieldPanel("questions", heading="Questions, the most asked first"),
    )

    class Meta:
        verbose_name = "questions and answers"
        verbose_name_plural = "questions and answers"

    def structured(self) -> dict[str, Any]:
        """Return schema.org's FAQPage: a question's words and its answer's, without markup."""
        return {
            "@context": "https://schema.org",
            "@type": self.structured_type,
            "inLanguage": self.locale.language_code,
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": question.value["question"],
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": " ".join(strip_tags(question.value["answer"].source).split()),
                    },
                }
                for question in self.questions
            ],
        }
