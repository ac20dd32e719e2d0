"""English and Urdu side by side in the forms and lists of the CMS."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.utils.text import capfirst
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.views.snippets import IndexView

LANGUAGE_NAMES = {"en": "English", "ur": "Urdu"}


def pair(name: str, heading: str, *, example: Mapping[str, str] | None = None) -> FieldRowPanel:
    """Return one row with a field's wording in both languages; `example` is {language: words}."""
    return FieldRowPanel(
        [
            FieldPanel(
                f"{name}_{code}",
                heading=f"{heading} in {language}",
                help_text=f"Example: {example[code]}" if example else "",
            )
            for code, language in LANGUAGE_NAMES.items()
        ]
    )


def label_in_language(name: str) -> str:
    """Return a field's name in words: "title_ur" as "Title in Urdu", others as they are."""
    words, _cut, code = name.rpartition("_")
    if code not in LANGUAGE_NAMES:
        return capfirst(name.replace("_", " "))
    return f"{capfirst(words.replace('_', ' '))} in {LANGUAGE_NAMES[code]}"


class PairedIndexView(IndexView):
    """A list whose columns name the language of their words."""

    @cached_property
    def columns(self) -> list[Any]:
        """Return the columns, relabelled where a field holds one language's words."""
        found: list[Any] = super().columns
        for column in found:
            if column.name.rpartition("_")[2] in LANGUAGE_NAMES:
                column.label = label_in_language(column.name)
        return found
