"""The form of whoever wants to host a walk: phone first, e-mail optional, no card number."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import City
from events.desk.forms.moments import ClockField, DayField
from events.desk.forms.terms import CHOOSE, count_field
from events.hosting.lists import KIND_LABELS, Wish
from events.hosting.rules import FEWEST_PEOPLE, LONGEST_PLACE, MOST_PEOPLE, HostSubmission
from participants.enums import ConsentPurpose
from participants.forms import NameField, OptionalEmailField, PhoneField, TypedTextField
from participants.rules.consents import CONSENT_WORDINGS
from urdu.cleaning import has_link, has_unreasonable_marks, is_blank_to_the_eye

CONSENT_WORDS = CONSENT_WORDINGS[ConsentPurpose.HOST][1]
PLACE_MISSING = _("Write where people would gather.")


class PlaceField(TypedTextField):
    """A place in a person's own words: no links, nothing invisible."""

    def clean(self, value: Any) -> str:
        """Return the cleaned line."""
        place = str(super().clean(value))
        if self.required and is_blank_to_the_eye(place):
            raise forms.ValidationError(PLACE_MISSING, code="required")
        if has_link(place) or has_unreasonable_marks(place):
            raise forms.ValidationError(
                _("Please write the place in words, without links."), code="words"
            )
        return place


class WishForm(forms.Form):
    """What is asked of a host; `language` decides how the cities are named and sorted."""

    use_required_attribute = False

    organisation_kind = forms.ChoiceField(
        label=_("What kind of organisation are you?"),
        choices=[("", _("Select")), *KIND_LABELS.items()],
        error_messages=CHOOSE,
    )
    organisation_name = NameField(
        label=_("Name of the organisation"),
        error_messages={"required": _("Write the name of the school or organisation.")},
    )
    full_name = NameField(label=_("Your name"), help_text=_("You can write it in Urdu or English."))
    phone = PhoneField(label=_("Mobile number"))
    email = OptionalEmailField(label=_("Email (optional)"), required=False)
    city = forms.ChoiceField(
        label=_("City"),
        help_text=_("Choose the city nearest to you."),
        error_messages=CHOOSE,
    )
    gathering_place = PlaceField(
        label=_("Where would people gather?"),
        help_text=_("For example a park, a school ground or the gate of the courts."),
        max_length=LONGEST_PLACE,
        error_messages={"required": PLACE_MISSING, "max_length": _("This is too long.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    people_count = count_field(
        _("About how many people do you expect?"), FEWEST_PEOPLE, MOST_PEOPLE
    )
    wished_on = DayField(
        label=_("Which day would you like? (optional)"),
        required=False,
        help_text=_("Most walks are on the World Day, 30 July, or the Sunday next to it."),
    )
    wished_from = ClockField(label=_("At what time? (optional)"), required=False)

    def __init__(self, *args: Any, language: str, now: datetime.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = timezone.localtime(now).date()
        self._cities = {city.slug: city for city in City.objects.in_order(language)}
        names = [(slug, getattr(city, f"name_{language}")) for slug, city in self._cities.items()]
        field = self.fields["city"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Select")), *names]
        self.fields["organisation_name"].widget.attrs["autocomplete"] = "organization"

    def clean_wished_on(self) -> datetime.date | None:
        """Refuse a day that is over."""
        day: datetime.date | None = self.cleaned_data["wished_on"]
        if day is not None and day <= self._today:
            raise forms.ValidationError(_("This day is over already. Choose a later one."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for the day that belongs to an hour."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("wished_from") and not data.get("wished_on") and "wished_on" not in self.errors:
            self.add_error("wished_on", _("Choose the day, too."))
        return data

    def submission(self) -> HostSubmission:
        """Return what was submitted, normalised; call after is_valid()."""
        data = self.cleaned_data
        names = HostSubmission.__dataclass_fields__
        return HostSubmission(**{name: data[name] for name in names})

    def wish(self) -> Wish:
        """Return what was submitted, to be read over; call after is_valid()."""
        data = self.cleaned_data | {"city": self._cities[self.cleaned_data["city"]]}
        return Wish(**{name: data[name] for name in Wish.__dataclass_fields__})


class HostForm(WishForm):
    """The application, with leave to be written to about it."""

    consent = forms.BooleanField(
        label=_(CONSENT_WORDS),
        error_messages={"required": _("Without this we cannot answer you.")},
    )
