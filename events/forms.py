"""The filter above the list of events."""

from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from campaigns.models import Campaign
from directory.models import City
from events.selectors import KIND_LABELS
from participants.forms import TypedTextField
from urdu.pairs import pair_field


class EventFilterForm(forms.Form):
    """City, kind and campaign; a choice nobody offers is treated as no choice."""

    city = TypedTextField(required=False, label=_("City"))
    kind = TypedTextField(required=False, label=_("Kind of event"))
    campaign = TypedTextField(required=False, label=_("Year"))

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offered: dict[str, set[str]] = {}
        self._offer("city", _cities(language), _("All cities"))
        self._offer("kind", [(k, str(v)) for k, v in KIND_LABELS.items()], _("All kinds"))
        self._offer("campaign", _years(), _("All years"))

    def chosen(self) -> dict[str, Any]:
        """Return city slug, kind and campaign year; None where nothing was chosen."""
        self.is_valid()
        return {
            name: self._offered_value(name, self.cleaned_data.get(name, "")) for name in self.fields
        }

    def query(self) -> str:
        """Return the choices as the start of a query string: empty, or ending in "&"."""
        chosen = {name: value for name, value in self.chosen().items() if value}
        return f"{urlencode(chosen)}&" if chosen else ""

    def _offer(self, name: str, choices: list[tuple[str, str]], everything: Any) -> None:
        self.fields[name].widget = forms.Select(choices=[("", everything), *choices])
        self._offered[name] = {key for key, _label in choices}

    def _offered_value(self, name: str, value: str) -> Any:
        if value not in self._offered[name]:
            return None
        return int(value) if name == "campaign" else value


def _cities(language: str) -> list[tuple[str, str]]:
    cities = City.objects.filter(events__live=True).distinct().in_order(language)
    return list(cities.values_list("slug", pair_field("name", language)))


def _years() -> list[tuple[str, str]]:
    years = Campaign.objects.public().order_by("-year").values_list("year", flat=True)
    return [(str(year), str(year)) for year in years]
