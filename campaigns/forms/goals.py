"""A campaign in the CMS, with at most one row of goals for a place."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm


class CampaignForm(WagtailAdminModelForm):
    """Refuse two rows for one place here: the database would answer with an error page."""

    def clean(self) -> dict[str, Any]:
        """Compare the rows of goals that stay."""
        cleaned: dict[str, Any] = super().clean()
        goals = self.formsets["goals"]
        if goals.is_valid():
            cities = [form.cleaned_data.get("city") for form in self._kept(goals)]
            if len(cities) != len(set(cities)):
                raise ValidationError(
                    "Goals: one row for a city, and one without a city for the whole country."
                )
        return cleaned

    @staticmethod
    def _kept(goals: Any) -> list[Any]:
        gone = goals.deleted_forms
        written = [form for form in goals.forms if form.instance.pk or form.has_changed()]
        return [form for form in written if form not in gone]
