"""The form of whoever applies: phone first, cities in order, no card number."""

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from directory.models import City
from participants.applications.rules import Submission
from participants.forms import (
    CHOOSE,
    TOO_LONG,
    NameField,
    OptionalEmailField,
    PhoneField,
    TypedTextField,
)
from urdu.cleaning import has_link, has_unreasonable_marks, is_blank_to_the_eye
from urdu.scripts import is_in_urdu_letters


class OwnWordsField(TypedTextField):
    """Something told in a person's own words: no links, nothing invisible.

    `missing` asks for the words, `no_links` asks for words alone.
    """

    def __init__(self, *, missing: Any, no_links: Any, **kwargs: Any) -> None:
        super().__init__(error_messages={"required": missing, **TOO_LONG}, **kwargs)
        self._missing, self._no_links = missing, no_links

    def clean(self, value: Any) -> str:
        """Return the cleaned text."""
        words = str(super().clean(value))
        if is_blank_to_the_eye(words):
            raise forms.ValidationError(self._missing, code="required")
        if has_link(words) or has_unreasonable_marks(words):
            raise forms.ValidationError(self._no_links, code="words")
        return words


class ApplicantForm(forms.Form):
    """What is asked of every applicant; `language` decides how the cities are named and sorted.

    A kind of application adds `organisation_kind`, its wish, and `field_order`.
    """

    use_required_attribute = False
    shape: ClassVar[type[Submission]]

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

    def __init__(self, *args: Any, language: str, now: datetime.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = timezone.localtime(now).date()
        self._cities = {city.slug: city for city in City.objects.in_order(language)}
        names = [(slug, getattr(city, f"name_{language}")) for slug, city in self._cities.items()]
        field = self.fields["city"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Select")), *names]
        self.fields["organisation_name"].widget.attrs["autocomplete"] = "organization"

    def submission(self) -> Submission:
        """Return what was submitted, normalised; call after is_valid()."""
        names = self.shape.__dataclass_fields__
        return self.shape(**{name: self.cleaned_data[name] for name in names})

    def city_meant(self) -> City:
        """Return the city that was chosen; call after is_valid()."""
        return self._cities[self.cleaned_data["city"]]


def kind_field(labels: Mapping[str, Any]) -> forms.ChoiceField:
    """Return the question what kind of organisation applies."""
    return forms.ChoiceField(
        label=_("What kind of organisation are you?"),
        choices=[("", _("Select")), *labels.items()],
        error_messages=CHOOSE,
    )


def typed_halves(texts: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return field, the field of the other language, and words, of what the applicant wrote.

    `texts` by the name of their pair: "name" becomes ("name_ur", "name_en", …) for Urdu words.
    """
    found = []
    for name, words in texts.items():
        own, other = ("ur", "en") if is_in_urdu_letters(words) else ("en", "ur")
        found.append((f"{name}_{own}", f"{name}_{other}", words))
    return found


def hints_of(texts: Mapping[str, str]) -> dict[str, SafeString]:
    """Return, for the half of each pair that stays empty, what the applicant wrote there."""
    ask = {
        "ur": gettext("The applicant wrote %(words)s. Write it in Urdu here."),
        "en": gettext("The applicant wrote %(words)s. Write it in English here."),
    }
    return {
        other: format_html(ask[other[-2:]].replace("%(words)s", "<bdi>{}</bdi>"), words)
        for _own, other, words in typed_halves(texts)
    }
