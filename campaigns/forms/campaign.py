"""A campaign in the CMS: one row of goals for a place, and nothing shown that may not be."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.admin.forms import WagtailAdminModelForm

from campaigns.services.goals import make_room_for_places
from directory.models.image import refuse_picture

# What an editor is told beside the field, or above the form.
ONE_ROW = "Goals: one row for a city, and one without a city for the whole country."
NO_DRAFT = "The current campaign cannot be a draft. Make another year the current one first."
NO_FILE = (
    "This file cannot be offered: it needs a title in both languages and the language it is "
    "written in. Open it under Documents."
)


class CampaignForm(WagtailAdminModelForm):
    """Refuse here what the database would answer with an error page, or readers would not see."""

    def clean(self) -> dict[str, Any]:
        """Compare the rows of goals that stay, and look at picture and files."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("is_draft") and self.instance.is_current:
            self.add_error("is_draft", NO_DRAFT)
        try:
            refuse_picture(cleaned.get("picture"))
        except ValidationError as missing:
            self.add_error("picture", missing)
        self._look_at_files()
        goals = self.formsets["goals"]
        if goals.is_valid():
            cities = [form.cleaned_data.get("city") for form in self._kept(goals)]
            if len(cities) != len(set(cities)):
                raise ValidationError(ONE_ROW)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Save; of rows of goals, two may swap their places."""
        rows = self.formsets["goals"].initial_forms
        moved = [form.instance.pk for form in rows if "city" in form.changed_data]
        with transaction.atomic():
            if commit and moved:
                make_room_for_places(campaign=self.instance, goals=moved)
            return super().save(commit=commit)

    def _look_at_files(self) -> None:
        for form in self._kept(self.formsets["materials"]):
            file = form.cleaned_data.get("file") if form.is_valid() else None
            if file is not None and not file.is_publishable:
                form.add_error("file", NO_FILE)

    @staticmethod
    def _kept(rows: Any) -> list[Any]:
        gone = rows.deleted_forms
        written = [form for form in rows.forms if form.instance.pk or form.has_changed()]
        return [form for form in written if form not in gone]
