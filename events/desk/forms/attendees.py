"""Choosing whom a list shows."""

from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from events.desk.enums import AttendeeSort
from events.desk.lists.columns import STATE_LABELS
from events.desk.rules import search_terms
from events.desk.selectors import AttendeeChoice
from events.enums import RegistrationState
from urdu.cleaning import clean_line

LONGEST_SEARCH = 80


class AttendeeFilterForm(forms.Form):
    """Search, state and order of a list; what nobody offers is treated as not chosen."""

    q = forms.CharField(
        required=False,
        label=_("Find by name, code or the phone’s last four digits"),
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(required=False, label=_("Status"), choices=list(STATE_LABELS.items()))
    sort = forms.ChoiceField(required=False, label=_("Sort by"), choices=AttendeeSort.choices)

    def __init__(self, query: Any) -> None:
        self.search = clean_line(query.get("q", ""))[:LONGEST_SEARCH].strip()
        self.chosen_state: RegistrationState = _offered(
            RegistrationState, query.get("state"), RegistrationState.CONFIRMED
        )
        self.chosen_sort: AttendeeSort = _offered(
            AttendeeSort, query.get("sort"), AttendeeSort.NAME
        )
        super().__init__(
            {"q": self.search, "state": self.chosen_state.value, "sort": self.chosen_sort.value}
        )

    def choice(self) -> AttendeeChoice:
        """Return what was chosen, each thing the default where it was not."""
        terms = search_terms(self.search) if self.search else None
        return AttendeeChoice(state=self.chosen_state, sort=self.chosen_sort, terms=terms)

    def query(self) -> str:
        """Return what differs from the default as a query string, for links of the same list."""
        chosen = {
            "q": self.search,
            "state": ""
            if self.chosen_state == RegistrationState.CONFIRMED
            else self.chosen_state.value,
            "sort": "" if self.chosen_sort == AttendeeSort.NAME else self.chosen_sort.value,
        }
        return urlencode({name: value for name, value in chosen.items() if value})


def _offered(choices: Any, wanted: str | None, default: Any) -> Any:
    return choices(wanted) if wanted in choices.values else default
