"""The box by which somebody lets the organisation whose link they came by write to them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.rules.placements import PartnerLine

# Beside the box: %(organisation)s is the partner's name in the page's language.
QUESTION = _("%(organisation)s may write to me.")
FIELD, SEAL = "partner_consent", "partner_seal"


class PartnerFormMixin(forms.Form):
    """A form that may show one box more, unticked; never required."""

    partner_line: PartnerLine | None = None

    def add_partner(self, line: PartnerLine | None) -> None:
        """Ask for a partner, where somebody came by a partner's link."""
        self.partner_line = line
        if line is not None:
            self.fields[FIELD] = forms.BooleanField(
                label=line.question, help_text=line.line, required=False
            )

    def clean_partner_consent(self) -> bool:
        """Take a tick for the words that were read, and for no others."""
        is_ticked = bool(self.cleaned_data.get(FIELD))
        line = self.partner_line
        if is_ticked and line is not None and self.data.get(SEAL) != line.seal:
            raise forms.ValidationError(
                _("The words beside this box have changed. Please read them once more.")
            )
        return is_ticked

    @property
    def partner_box(self) -> forms.BoundField | None:
        """The box as templates show it; nothing where there is none."""
        return self[FIELD] if FIELD in self.fields else None

    @property
    def partner_wording(self) -> str:
        """What was agreed to, word for word; empty where nothing was. Call after is_valid()."""
        data: dict[str, Any] = self.cleaned_data
        return self.partner_line.wording if self.partner_line and data.get(FIELD) else ""
