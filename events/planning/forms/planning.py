"""What is common to many events, what differs by city, and which events to hold again."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import City
from events.desk.forms.moments import ClockField, DayField
from events.desk.forms.terms import LARGEST_CAPACITY
from events.enums.hosting import DateShift
from events.models import Event
from events.planning.rules import CityPlan, When
from events.planning.selectors import campaigns
from events.planning.services.planning import Repetition
from events.selectors import KIND_LABELS
from participants.forms import CHOOSE, PastedTextField, TypedTextField, count_field

LONGEST_TITLE = 120
LONGEST_TEXT = 4000
URDU = {"lang": "ur", "dir": "rtl", "autocomplete": "off"}
ENGLISH = {"lang": "en", "dir": "ltr", "autocomplete": "off"}
TOO_LONG = {"max_length": _("This is too long.")}
WRITE_BOTH = {"required": _("Write it in both languages."), **TOO_LONG}
PAIRED = ("summary", "why_this_day", "good_to_know")
WORDS = ("title", *PAIRED)


def text_field(label: Any, attributes: dict[str, str]) -> PastedTextField:
    """Return one half of a pair of longer words, which may stay empty."""
    return PastedTextField(
        label=label,
        required=False,
        max_length=LONGEST_TEXT,
        error_messages=TOO_LONG,
        widget=forms.Textarea(attrs={**attributes, "rows": "3"}),
    )


def title_field(label: Any, attributes: dict[str, str]) -> TypedTextField:
    """Return one half of the title."""
    return TypedTextField(
        label=label,
        help_text=_("The city’s name is added to it."),
        max_length=LONGEST_TITLE,
        error_messages=WRITE_BOTH,
        widget=forms.TextInput(attrs=attributes),
    )


class CitiesForm(forms.Form):
    """The same event in many cities; `language` decides how the cities are named and sorted."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=_("Kind of event"), choices=list(KIND_LABELS.items()), error_messages=CHOOSE
    )
    day = DayField(label=_("Day"))
    starts = ClockField(label=_("From"))
    ends = ClockField(label=_("Until"))
    capacity = count_field(_("How many people may come in each city?"), 1, LARGEST_CAPACITY)
    cities = forms.MultipleChoiceField(
        label=_("Cities"), widget=forms.CheckboxSelectMultiple, error_messages=CHOOSE
    )
    title_ur = title_field(_("Title in Urdu"), URDU)
    title_en = title_field(_("Title in English"), ENGLISH)
    summary_ur = text_field(_("Summary in Urdu (optional)"), URDU)
    summary_en = text_field(_("Summary in English (optional)"), ENGLISH)
    why_this_day_ur = text_field(_("Why this day, in Urdu (optional)"), URDU)
    why_this_day_en = text_field(_("Why this day, in English (optional)"), ENGLISH)
    good_to_know_ur = text_field(_("Good to know, in Urdu, one a line (optional)"), URDU)
    good_to_know_en = text_field(_("Good to know, in English, one a line (optional)"), ENGLISH)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "title_ur": "آگاہی واک",
            "title_en": "Awareness walk",
            "starts": "07:00",
            "ends": "09:00",
            "capacity": 200,
        } | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.known = {city.slug: city for city in City.objects.in_order(language)}
        names = [(slug, getattr(city, f"name_{language}")) for slug, city in self.known.items()]
        field = self.fields["cities"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = names

    def clean(self) -> dict[str, Any]:
        """Ask for both languages of a pair, and for an end after the beginning."""
        data: dict[str, Any] = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("This lies before the beginning."))
        for stem in PAIRED:
            for one, other in ((f"{stem}_ur", f"{stem}_en"), (f"{stem}_en", f"{stem}_ur")):
                if data.get(other) and not data.get(one) and one not in self.errors:
                    self.add_error(one, _("Write it in both languages, or in neither."))
        return data

    @property
    def when(self) -> When:
        """The common day and hours; call after is_valid()."""
        data = self.cleaned_data
        return When(data["day"], data["starts"], data["ends"])

    @property
    def chosen_cities(self) -> list[City]:
        """The chosen cities in the page's order; call after is_valid()."""
        wanted = set(self.cleaned_data["cities"])
        return [city for slug, city in self.known.items() if slug in wanted]

    def plan(self, capacities: dict[str, int]) -> CityPlan:
        """Return what is to be made; call after is_valid()."""
        data = self.cleaned_data
        names = [f"{stem}_{language}" for stem in WORDS for language in ("en", "ur")]
        return CityPlan(
            kind=data["kind"],
            year=data["day"].year,
            when=self.when,
            words={name: data[name] for name in names},
            capacities=capacities,
        )


class CapacitiesForm(forms.Form):
    """How many may come in each of the chosen cities."""

    use_required_attribute = False

    def __init__(self, data: Any, *, cities: Sequence[City], common: int) -> None:
        super().__init__(data)
        self._slugs = [city.slug for city in cities]
        for city in cities:
            field = count_field(_("How many people may come in all?"), 1, LARGEST_CAPACITY)
            field.initial = common
            self.fields[f"capacity-{city.slug}"] = field

    def capacities(self) -> dict[str, int]:
        """Return capacities by city slug; call after is_valid()."""
        return {slug: self.cleaned_data[f"capacity-{slug}"] for slug in self._slugs}


class AgainForm(forms.Form):
    """Whose events, for which year, and how the days move."""

    use_required_attribute = False

    from_year = forms.ChoiceField(label=_("Events of"), error_messages=CHOOSE)
    to_year = forms.ChoiceField(label=_("To be held again in"), error_messages=CHOOSE)
    shift = forms.ChoiceField(
        label=_("The day"),
        widget=forms.RadioSelect,
        choices=[
            (DateShift.WEEKDAY, _("The same day of the week")),
            (DateShift.DATE, _("The same date")),
        ],
        error_messages=CHOOSE,
    )

    def __init__(self, data: Any = None, *, latest_year: int) -> None:
        years = [campaign.year for campaign in campaigns()]
        known = [(str(year), str(year)) for year in years]
        newest = max([latest_year, *years]) + 1
        ahead = [(str(year), str(year)) for year in range(latest_year, newest + 1)]
        first = {"shift": DateShift.WEEKDAY, "to_year": ahead[-1][0]}
        super().__init__(data, initial=first)
        for name, choices in (("from_year", known), ("to_year", ahead)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Refuse the same year twice."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("from_year") and data.get("from_year") == data.get("to_year"):
            self.add_error("to_year", _("Choose another year than the one of the events."))
        return data

    @property
    def years(self) -> tuple[int, int]:
        """From which year to which; call after is_valid()."""
        return int(self.cleaned_data["from_year"]), int(self.cleaned_data["to_year"])

    @property
    def date_shift(self) -> DateShift:
        """How days move; call after is_valid()."""
        return DateShift(self.cleaned_data["shift"])

    def repetition(self, slugs: Sequence[str]) -> Repetition:
        """Return what is to be made; call after is_valid()."""
        from_year, to_year = self.years
        return Repetition(from_year, to_year, self.date_shift, frozenset(slugs))


class ChosenForm(forms.Form):
    """Which of a year's events; all of them unless told otherwise."""

    events = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one event."), **CHOOSE},
    )

    def __init__(self, data: Any, *, events: Sequence[Event]) -> None:
        super().__init__(data)
        field = self.fields["events"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(event.slug, event.slug) for event in events]
