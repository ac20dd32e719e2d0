"""Choosing whom a list shows, in which order and for what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from events.desk.enums import AttendeeSort
from events.desk.lists.rows import KIND_LABELS, LANGUAGE_LABELS, STATE_LABELS
from events.desk.lists.shapes import PRESET_LABELS, ListShape
from events.desk.rules import search_terms
from events.desk.selectors.attendees import AttendeeChoice
from events.enums import ListPreset, PartyKind, RegistrationState
from events.models import ListSetting

LONGEST_SEARCH = 80
# Under which name addresses and forms carry a search's handle.
FOUND = "found"
ALL = [("", _("All"))]
ARRIVAL_LABELS: dict[str, Promise] = {"here": _("Arrived"), "away": _("Not arrived yet")}
_HAS_ARRIVED = {"": None, "here": True, "away": False}
# What a browser sends for a box that is ticked.
TICKED = "on"


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked for, and the handle that stands for it in addresses."""

    text: str = ""
    handle: str = ""


class AttendeeFilterForm(forms.Form):
    """Search, state, order and filters; what nobody offers is treated as not chosen.

    What somebody remembers for this event stands where they have not chosen otherwise.
    """

    q = forms.CharField(
        required=False,
        label=_("Find by name, code or the phone’s last four digits"),
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(required=False, label=_("Status"), choices=list(STATE_LABELS.items()))
    sort = forms.ChoiceField(required=False, label=_("Sort by"), choices=AttendeeSort.choices)
    preset = forms.ChoiceField(
        required=False, label=_("Columns for"), choices=list(PRESET_LABELS.items())
    )
    kind = forms.ChoiceField(
        required=False, label=_("Kind of party"), choices=[*ALL, *KIND_LABELS.items()]
    )
    language = forms.ChoiceField(
        required=False, label=_("Language"), choices=[*ALL, *LANGUAGE_LABELS.items()]
    )
    arrival = forms.ChoiceField(
        required=False, label=_("At the event"), choices=[*ALL, *ARRIVAL_LABELS.items()]
    )
    consent = forms.BooleanField(required=False, label=_("Only where consent is missing"))
    photographs = forms.BooleanField(required=False, label=_("Only who wants no photographs"))

    def __init__(
        self,
        query: Mapping[str, Any],
        setting: ListSetting | None = None,
        search: Search | None = None,
    ) -> None:
        self.search = search or Search()
        self._usual = {
            "state": RegistrationState.CONFIRMED.value,
            "sort": _offered(AttendeeSort.values, setting and setting.sort, AttendeeSort.NAME),
            "preset": setting.preset if setting else ListPreset.DOOR.value,
        }
        offered: dict[str, list[Any]] = {
            "state": RegistrationState.values,
            "sort": AttendeeSort.values,
            "preset": ListPreset.values,
            "kind": PartyKind.values,
            "language": list(LANGUAGE_LABELS),
            "arrival": list(ARRIVAL_LABELS),
            "consent": [TICKED],
            "photographs": [TICKED],
        }
        self.chosen = {
            name: _offered(values, query.get(name), self._usual.get(name, ""))
            for name, values in offered.items()
        }
        self._setting = setting
        super().__init__({"q": self.search.text, **self.chosen})

    @property
    def listed_state(self) -> RegistrationState:
        """Return the chosen state."""
        return RegistrationState(self.chosen["state"])

    @property
    def shape(self) -> ListShape:
        """Return what the list is for, with what is remembered of columns and blank rows."""
        preset = ListPreset(self.chosen["preset"])
        if preset == ListPreset.STATISTICS:
            # Nobody walks in to be counted on it.
            return ListShape(preset, blank_row_count=0)
        if self._setting is None:
            return ListShape(preset)
        own = tuple(self._setting.columns)
        return ListShape(preset, own, self._setting.blank_row_count)

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """Return the questions asked of everybody."""
        return [self[name] for name in ("q", "state", "preset", "sort")]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """Return the questions folded away."""
        return [self[name] for name in ("arrival", "kind", "language", "consent", "photographs")]

    @property
    def has_filters(self) -> bool:
        """Tell whether one of the questions folded away is answered."""
        return bool(self.filters_in_words())

    @property
    def is_searched(self) -> bool:
        """Tell whether somebody looks for somebody."""
        return bool(self.search.text)

    @property
    def is_part(self) -> bool:
        """Tell whether the list is narrowed by a search or a filter."""
        return self.is_searched or self.has_filters

    def filters_in_words(self) -> list[str]:
        """Return what narrows the list, but never what was searched for."""
        kind, language = self.chosen["kind"], self.chosen["language"]
        words = [
            ARRIVAL_LABELS.get(self.chosen["arrival"], ""),
            KIND_LABELS[PartyKind(kind)] if kind else "",
            LANGUAGE_LABELS[language] if language else "",
            _("Only where consent is missing") if self.chosen["consent"] else "",
            _("Only who wants no photographs") if self.chosen["photographs"] else "",
        ]
        return [str(word) for word in words if word]

    def choice(self) -> AttendeeChoice:
        """Return what was chosen, each thing the default where it was not."""
        kind = self.chosen["kind"]
        return AttendeeChoice(
            state=self.listed_state,
            sort=AttendeeSort(self.chosen["sort"]),
            terms=search_terms(self.search.text) if self.search.text else None,
            kind=PartyKind(kind) if kind else None,
            language=self.chosen["language"],
            has_arrived=_HAS_ARRIVED[self.chosen["arrival"]],
            lacks_consent=bool(self.chosen["consent"]),
            wants_no_photographs=bool(self.chosen["photographs"]),
            is_anonymous=not self.shape.names_people,
        )

    def differences(self) -> dict[str, str]:
        """Return what differs from the usual, by field: what links and forms of this list carry.

        A search goes by its handle: nobody's name stands in an address.
        """
        chosen = {FOUND: self.search.handle, **self.chosen}
        return {name: value for name, value in chosen.items() if value != self._usual.get(name, "")}

    def query(self) -> str:
        """Return what differs from the usual as a query string, for links of the same list."""
        return urlencode(self.differences())


def _offered(values: list[Any], wanted: Any, default: str) -> str:
    return str(wanted) if wanted in values else str(default)
