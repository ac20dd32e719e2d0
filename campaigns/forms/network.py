"""Narrowing the network by kind and city, as a GET form without script."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.lists import KIND_LABELS
from campaigns.models import Organisation
from participants.forms import TypedTextField
from urdu.sorting import sort_key


class NetworkFilterForm(forms.Form):
    """Kind and city, of those that the network has; any other choice is no choice."""

    kind = TypedTextField(required=False, label=_("Kind of organisation"))
    city = TypedTextField(required=False, label=_("City"))

    def __init__(
        self, *args: Any, organisations: Iterable[Organisation], language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._everybody = list(organisations)
        order = sort_key if language == "ur" else str.casefold
        present = {one.kind for one in self._everybody}
        kinds = {kind: str(label) for kind, label in KIND_LABELS.items() if kind in present}
        cities = {
            one.city.slug: str(getattr(one.city, f"name_{language}"))
            for one in self._everybody
            if one.city is not None
        }
        self._offered = {"kind": kinds, "city": cities}
        for name, everything in (("kind", _("All kinds")), ("city", _("All cities"))):
            choices = sorted(self._offered[name].items(), key=lambda pair: order(pair[1]))
            self.fields[name].widget = forms.Select(choices=[("", everything), *choices])

    @property
    def has_choices(self) -> bool:
        """Whether there is anything to narrow by."""
        return any(self._offered.values())

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen."""
        return any(self._chosen(name) for name in self._offered)

    def narrowed(self) -> list[Organisation]:
        """Return the organisations that fit the choice, in the order in which they came."""
        kind, city = self._chosen("kind"), self._chosen("city")
        return [
            one
            for one in self._everybody
            if kind in ("", one.kind) and (not city or (one.city and one.city.slug == city))
        ]

    def _chosen(self, name: str) -> str:
        self.is_valid()
        value = str(self.cleaned_data.get(name, ""))
        return value if value in self._offered[name] else ""
