"""How an organiser wants an event's lists: what for, which columns, sorted how, blank rows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.desk.enums import AttendeeSort
from events.desk.lists.columns import Medium
from events.desk.lists.shapes import (
    LYING_MM,
    PRESET_LABELS,
    ListShape,
    choosable_columns,
    columns_drawn,
    paper_width_mm,
)
from events.enums import ListPreset
from events.models import ListSetting
from participants.forms import CHOOSE, count_field

MOST_BLANK_ROWS = 200


class ListColumnsForm(forms.Form):
    """The purpose, the columns of one's own, the order, and rows left blank for walk-ins."""

    use_required_attribute = False

    preset = forms.ChoiceField(
        label=_("What is the list for?"),
        choices=list(PRESET_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    columns = forms.MultipleChoiceField(
        required=False,
        label=_("My own columns"),
        help_text=_("For “My own columns” alone. On paper a phone shows its last four digits."),
        choices=lambda: list(choosable_columns().items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )
    sort = forms.ChoiceField(
        label=_("Sort by"), choices=AttendeeSort.choices, error_messages=CHOOSE
    )
    blank_row_count = count_field(
        _("Blank rows at the end, for people without a registration"), 0, MOST_BLANK_ROWS
    )

    def __init__(self, data: Any, setting: ListSetting) -> None:
        chosen = setting.columns or _usual_columns()
        super().__init__(
            data,
            initial={
                "preset": setting.preset,
                "columns": chosen,
                "sort": setting.sort or AttendeeSort.NAME,
                "blank_row_count": setting.blank_row_count,
            },
        )

    def clean_columns(self) -> list[str]:
        """Return the keys in reading order; refuse none at all, and more than paper holds."""
        chosen = [key for key in choosable_columns() if key in self.cleaned_data["columns"]]
        if self.cleaned_data.get("preset") != ListPreset.OWN:
            return chosen
        if not chosen:
            raise ValidationError(_("Choose at least one column."))
        shape = ListShape(ListPreset.OWN, tuple(chosen))
        if paper_width_mm(columns_drawn(Medium.PAPER, shape)) > LYING_MM:
            raise ValidationError(_("So many columns do not fit on A4. Leave some out."))
        return chosen


def _usual_columns() -> list[str]:
    """Return what a list for the door shows, as a start."""
    return [
        column.chosen_by
        for column in columns_drawn(Medium.PAPER, ListShape())
        if column.key != "number"
    ] + ["party_names"]
