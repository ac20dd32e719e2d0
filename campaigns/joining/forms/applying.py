"""The form of an organisation that wants to join: short, by phone or e-mail, no card number."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.forms import CHOOSE
from campaigns.joining.lists import Joining
from campaigns.joining.rules import (
    FEWEST_PEOPLE,
    LONGEST_WEBSITE,
    LONGEST_WORK,
    MOST_PEOPLE,
    JoinSubmission,
)
from campaigns.lists import KIND_LABELS
from directory.models import City
from participants.enums import ConsentPurpose
from participants.forms import (
    CountField,
    NameField,
    OptionalEmailField,
    PhoneField,
    TypedTextField,
    refuse_card_number,
)
from participants.rules.consents import CONSENT_WORDINGS
from urdu.cleaning import (
    clean_line,
    has_link,
    has_unreasonable_marks,
    is_blank_to_the_eye,
)

WORK_MISSING = _("Write in a sentence or two what the organisation does.")
WEBSITE_WRONG = _("Enter the address of a website, or leave this empty.")
ONE_TO_MANY = lazy(
    lambda: (
        gettext("Write a number from %(least)d to %(most)d.")
        % {"least": FEWEST_PEOPLE, "most": MOST_PEOPLE}
    ),
    str,
)()


class WorkField(TypedTextField):
    """What an organisation does, in its own words: no links, no card numbers."""

    def clean(self, value: Any) -> str:
        """Return the cleaned text."""
        work = str(super().clean(value))
        if is_blank_to_the_eye(work):
            raise forms.ValidationError(WORK_MISSING, code="required")
        if has_link(work) or has_unreasonable_marks(work):
            raise forms.ValidationError(
                _("Please write it in words, without links. The website has its own field."),
                code="words",
            )
        return work


class WebsiteField(forms.URLField):
    """The address of a public site; https where nobody said."""

    widget = forms.TextInput(
        attrs={"inputmode": "url", "autocomplete": "url", "dir": "ltr", "autocapitalize": "none"}
    )

    def __init__(self, **kwargs: Any) -> None:
        messages = dict.fromkeys(("invalid", "max_length"), WEBSITE_WRONG)
        super().__init__(error_messages=messages, assume_scheme="https", **kwargs)

    def to_python(self, value: Any) -> str:
        """Return one clean line with its scheme."""
        return super().to_python(clean_line(str(value or ""))) or ""

    def clean(self, value: Any) -> str:
        """Return the address; only of the web, and without anybody's password."""
        refuse_card_number(str(value or ""))
        address = str(super().clean(value))
        if address and (not address.startswith(("http://", "https://")) or "@" in address):
            raise forms.ValidationError(WEBSITE_WRONG, code="invalid")
        return address


class JoiningForm(forms.Form):
    """What is asked of an organisation; `language` decides how cities are named and sorted."""

    use_required_attribute = False

    organisation_name = NameField(
        label=_("Name of the organisation"),
        help_text=_("In the language it has. We write it in the other one."),
        error_messages={"required": _("Write the name of the school or organisation.")},
    )
    organisation_kind = forms.ChoiceField(
        label=_("What kind of organisation are you?"),
        choices=[("", _("Select")), *KIND_LABELS.items()],
        error_messages=CHOOSE,
    )
    city = forms.ChoiceField(
        label=_("City"),
        help_text=_("Choose the city nearest to you."),
        error_messages=CHOOSE,
    )
    work = WorkField(
        label=_("What does it do?"),
        help_text=_("A sentence or two. It stands on the page of the network."),
        max_length=LONGEST_WORK,
        error_messages={"required": WORK_MISSING, "max_length": _("This is too long.")},
        widget=forms.Textarea(attrs={"rows": "3", "autocomplete": "off", "dir": "auto"}),
    )
    website = WebsiteField(
        label=_("Website (optional)"), required=False, max_length=LONGEST_WEBSITE
    )
    people_count = CountField(
        label=_("About how many people can you bring? (optional)"),
        required=False,
        min_value=FEWEST_PEOPLE,
        max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), ONE_TO_MANY),
    )
    full_name = NameField(
        label=_("First name of the contact person"),
        help_text=_("You can write it in Urdu or English."),
    )
    phone = PhoneField(
        label=_("Mobile number"),
        required=False,
        help_text=_("This or an email address. It is never shown."),
    )
    email = OptionalEmailField(label=_("Email"), required=False)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._cities = {city.slug: city for city in City.objects.in_order(language)}
        names = [(slug, getattr(city, f"name_{language}")) for slug, city in self._cities.items()]
        field = self.fields["city"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Select")), *names]
        self.fields["organisation_name"].widget.attrs["autocomplete"] = "organization"

    def clean(self) -> dict[str, Any]:
        """Ask for one way to be reached."""
        data: dict[str, Any] = super().clean() or {}
        is_silent = not data.get("email") and not data.get("phone")
        if is_silent and not {"email", "phone"} & set(self.errors):
            self.add_error("phone", _("Write a mobile number or an email address."))
        return data

    def submission(self) -> JoinSubmission:
        """Return what was submitted, normalised; call after is_valid()."""
        names = JoinSubmission.__dataclass_fields__
        return JoinSubmission(**{name: self.cleaned_data[name] for name in names})

    def joining(self) -> Joining:
        """Return what was submitted, to be read over; call after is_valid()."""
        data = self.cleaned_data | {"city": self._cities[self.cleaned_data["city"]]}
        return Joining(**{name: data[name] for name in Joining.__dataclass_fields__})


class JoinForm(JoiningForm):
    """The application, with the network's statement and leave to be written to about it."""

    agreement = forms.BooleanField(
        label=_(CONSENT_WORDINGS[ConsentPurpose.NETWORK][1]),
        error_messages={"required": _("The network stands on this statement.")},
    )
    consent = forms.BooleanField(
        label=_(CONSENT_WORDINGS[ConsentPurpose.JOIN][1]),
        error_messages={"required": _("Without this we cannot answer you.")},
    )
