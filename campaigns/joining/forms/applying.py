"""The form of an organisation that wants to join: short, by phone or e-mail, no card number."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.joining.rules import (
    FEWEST_PEOPLE,
    LONGEST_WEBSITE,
    LONGEST_WORK,
    MOST_PEOPLE,
    JoinSubmission,
)
from campaigns.lists import KIND_LABELS
from participants.applications.forms import ApplicantForm, OwnWordsField, kind_field
from participants.applications.rules import Submission
from participants.enums import ConsentPurpose
from participants.forms import (
    NameField,
    OptionalEmailField,
    PhoneField,
    count_field,
    refuse_card_number,
)
from participants.rules.consents import CONSENT_WORDINGS
from urdu.cleaning import clean_line

WEBSITE_WRONG = _("Enter the address of a website, or leave this empty.")


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


class JoiningForm(ApplicantForm):
    """What is asked of an organisation."""

    shape: ClassVar[type[Submission]] = JoinSubmission
    field_order = (
        "organisation_name",
        "organisation_kind",
        "city",
        "work",
        "website",
        "people_count",
        "full_name",
        "phone",
        "email",
    )

    organisation_name = NameField(
        label=_("Name of the organisation"),
        help_text=_("In the language it has. We write it in the other one."),
        error_messages={"required": _("Write the name of the school or organisation.")},
    )
    organisation_kind = kind_field(KIND_LABELS)
    work = OwnWordsField(
        label=_("What does it do?"),
        help_text=_("A sentence or two. It stands on the page of the network."),
        max_length=LONGEST_WORK,
        missing=_("Write in a sentence or two what the organisation does."),
        no_links=_("Please write it in words, without links. The website has its own field."),
        widget=forms.Textarea(attrs={"rows": "3", "autocomplete": "off", "dir": "auto"}),
    )
    website = WebsiteField(
        label=_("Website (optional)"), required=False, max_length=LONGEST_WEBSITE
    )
    people_count = count_field(
        _("About how many people can you bring? (optional)"),
        FEWEST_PEOPLE,
        MOST_PEOPLE,
        required=False,
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

    def clean(self) -> dict[str, Any]:
        """Ask for one way to be reached."""
        data: dict[str, Any] = super().clean() or {}
        is_silent = not data.get("email") and not data.get("phone")
        if is_silent and not {"email", "phone"} & set(self.errors):
            self.add_error("phone", _("Write a mobile number or an email address."))
        return data


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
