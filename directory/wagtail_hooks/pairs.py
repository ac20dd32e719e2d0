"""English and Urdu side by side in a form of the CMS."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

LANGUAGE_NAMES = {"en": "English", "ur": "Urdu"}


def pair(name: str, heading: str) -> FieldRowPanel:
    """Return one row with a field's wording in both languages."""
    return FieldRowPanel(
        [
            FieldPanel(f"{name}_{code}", heading=f"{heading} ({language})")
            for code, language in LANGUAGE_NAMES.items()
        ]
    )
