"""An organisation in the CMS: its logo is a picture that may be published."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm

NOT_PUBLISHABLE = (
    "This picture cannot be shown: it needs recorded consent (here: of the organisation), no "
    "recognisable child, and a description in both languages."
)


class OrganisationForm(WagtailAdminModelForm):
    """Refuse a logo nobody may see."""

    def clean(self) -> dict[str, Any]:
        """Check consent, children and description of the chosen picture."""
        cleaned: dict[str, Any] = super().clean()
        logo = cleaned.get("logo")
        if logo is not None and not logo.is_publishable:
            self.add_error("logo", ValidationError(NOT_PUBLISHABLE))
        return cleaned
