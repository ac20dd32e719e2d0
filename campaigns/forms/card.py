"""What somebody may add to their card: a first name and a city, both only if they wish."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.rules.wall import first_name, wall_fault
from directory.models import City
from documents.cards import CardShape
from participants.forms import NameField
from urdu.pairs import pair_field

SHOW = "show"


class PledgeCardForm(forms.Form):
    """Asks for nothing that must be answered, and keeps nothing."""

    use_required_attribute = False

    name = NameField(
        label=_("First name (optional)"),
        help_text=_("It is drawn on your picture and kept nowhere."),
        required=False,
    )
    city = forms.ChoiceField(label=_("City (optional)"), required=False)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        cities = City.objects.in_order(language).values_list("slug", pair_field("name", language))
        self._cities: dict[str, str] = dict(cities)
        city = self.fields["city"]
        if isinstance(city, forms.ChoiceField):
            city.choices = [("", _("Without a city")), *self._cities.items()]

    def clean_name(self) -> str:
        """Draw the first name alone, and nothing that only looks like one."""
        typed: str = self.cleaned_data["name"]
        if typed and wall_fault(typed):
            raise forms.ValidationError(_("Please write a name in letters only."), code="letters")
        return first_name(typed)

    def city_name(self) -> str:
        """Return the chosen city as the language names it; call after is_valid()."""
        return self._cities.get(self.cleaned_data["city"], "")

    @property
    def is_to_be_shown(self) -> bool:
        """Whether the picture is to be looked at first, not saved."""
        return bool(self.data.get("shape") == SHOW)

    def shape(self) -> CardShape:
        """Return which of the two buttons to save it was pressed."""
        is_wide = self.data.get("shape") == CardShape.WIDE.value
        return CardShape.WIDE if is_wide else CardShape.SQUARE
