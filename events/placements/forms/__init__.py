"""Making placements, and choosing how they are printed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums import PlacementKind, PlacementTarget
from campaigns.models import Organisation
from campaigns.rules.placements import MOST_AT_ONCE
from campaigns.services.placements import PlacementDetails
from directory.models import City
from documents.placements import PlacementPaper
from events.desk.lists.event_words import words_of
from events.models import Event
from events.placements.lists.labels import (
    KIND_LABELS,
    LANGUAGE_LABELS,
    TARGET_LABELS,
    WHOLE_COUNTRY,
)
from events.prints.enums import PrintLanguage
from participants.forms import CHOOSE, TypedTextField, count_field

# Numbers are added to it.
LONGEST_LABEL = 70
PAPER_LABELS = {
    PlacementPaper.A4: _("One sheet of A4 each"),
    PlacementPaper.A5: _("One sheet of A5 each"),
    PlacementPaper.STICKERS: _("Stickers, 24 on a sheet of A4"),
}
PRINT_LANGUAGES = {
    PrintLanguage.URDU: _("Urdu"),
    PrintLanguage.ENGLISH: _("English"),
    PrintLanguage.BOTH: _("Both languages"),
}


class PlacementForm(forms.Form):
    """One placement, or numbered ones; nobody gets a city, event or partner that is not theirs."""

    use_required_attribute = False

    label = TypedTextField(
        label=_("What do you call it?"),
        help_text=_("For you alone, for example “Rickshaw, Mozang” or “Jamia mosque, gate 2”."),
        max_length=LONGEST_LABEL,
        error_messages={
            "required": _("Write a name by which you know it again."),
            "max_length": _("This is too long."),
        },
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=_("What carries the code?"),
        choices=list(KIND_LABELS.items()),
        error_messages=CHOOSE,
    )
    city = forms.ChoiceField(label=_("City"), error_messages=CHOOSE)
    target = forms.ChoiceField(
        label=_("Where does it lead?"),
        help_text=_("From an event or the pledge we can follow who came by the code."),
        error_messages=CHOOSE,
    )
    language = forms.ChoiceField(
        label=_("Language of the page it opens"),
        choices=list(LANGUAGE_LABELS.items()),
        error_messages=CHOOSE,
    )
    organisation = forms.ChoiceField(
        label=_("Partner whose link it is (optional)"),
        help_text=_("Its own counter, and its own box on the forms if its line is written."),
        required=False,
        error_messages=CHOOSE,
    )
    count = count_field(
        _("How many?"), 1, MOST_AT_ONCE, _("More than one are numbered, each with its own code.")
    )

    def __init__(
        self,
        *args: Any,
        language: str,
        cities: Sequence[City],
        events: Sequence[Event],
        organisations: Sequence[Organisation] | None,
        **kwargs: Any,
    ) -> None:
        """`organisations` is None for whoever makes placements of their own cities alone."""
        kwargs["initial"] = {"language": language, "count": 1} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self._cities = {city.slug: city for city in cities}
        self._organisations = {one.slug: one for one in organisations or ()}
        towns = [(slug, getattr(city, f"name_{language}")) for slug, city in self._cities.items()]
        everywhere = [("", WHOLE_COUNTRY)] if organisations is not None else []
        self._choose("city", [*everywhere, *towns])
        self.fields["city"].required = organisations is None
        self._choose("target", [*_event_choices(events, language), *TARGET_LABELS.items()])
        if self._organisations:
            partners = [
                (slug, getattr(one, f"name_{language}"))
                for slug, one in self._organisations.items()
            ]
            self._choose("organisation", [("", _("No partner")), *partners])
        else:
            del self.fields["organisation"]

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def details(self) -> PlacementDetails:
        """Return what was chosen; call after is_valid()."""
        data = self.cleaned_data
        target, _colon, slug = data["target"].partition(":")
        return PlacementDetails(
            label=data["label"],
            kind=PlacementKind(data["kind"]),
            city=self._cities.get(data["city"]),
            language=data["language"],
            target=PlacementTarget(target),
            event_slug=slug,
            organisation=self._organisations.get(data.get("organisation", "")),
        )


def _event_choices(events: Sequence[Event], language: str) -> list[tuple[str, str]]:
    return [
        (f"{PlacementTarget.EVENT}:{event.slug}", words_of(event, language).running_line)
        for event in events
    ]


class PaperForm(forms.Form):
    """How placements are printed; anything unknown falls back to a sheet of A4."""

    paper = forms.ChoiceField(label=_("Paper"), choices=list(PAPER_LABELS.items()), required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=list(PRINT_LANGUAGES.items()), required=False
    )
    ink = forms.ChoiceField(
        label=_("Ink"),
        choices=[("colour", _("Two colours")), ("black", _("Black only"))],
        required=False,
    )
