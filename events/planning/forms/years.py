"""Which events the next year begins with, and how their days move."""

from collections.abc import Sequence
from typing import Any

from django import forms

from events.enums.hosting import DateShift
from events.models import Event
from participants.forms import CHOOSE


def shift_of(asked: str | None) -> DateShift:
    """Return how days move; anything else than the two ways is the first of them."""
    return DateShift.DATE if asked == DateShift.DATE else DateShift.WEEKDAY


class YearForm(forms.Form):
    """The events to hold again, none of them if one likes."""

    events = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, error_messages=CHOOSE
    )

    def __init__(self, data: Any = None, *, events: Sequence[Event]) -> None:
        super().__init__(data)
        field = self.fields["events"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(event.slug, event.slug) for event in events]
