"""The registration form: one short page, phone first, no account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.registration.rules import PartySubmission
from events.rules import LARGEST_PARTY
from participants.forms import (
    CountField,
    NameField,
    NamesField,
    OptionalEmailField,
    PhoneField,
)

COUNT_ATTRS = {"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}


class RegistrationForm(forms.Form):
    """A party of one to six people, with a guardian when children come along."""

    use_required_attribute = False

    full_name = NameField(label=_("Full name"), help_text=_("You can write it in Urdu or English."))
    phone = PhoneField(label=_("Mobile number"))
    party_size = CountField(
        label=_("How many people are coming, including you?"),
        min_value=1,
        max_value=LARGEST_PARTY,
        initial=1,
        widget=forms.TextInput(attrs=COUNT_ATTRS),
        error_messages={
            "required": _("Write how many people are coming."),
            "invalid": _("Write a number from 1 to 6."),
            "min_value": _("At least one person must come."),
            "max_value": _("A group can have at most %(limit_value)d people."),
        },
    )
    email = OptionalEmailField(label=_("Email (optional)"), required=False)
    names = NamesField(
        label=_("Names of the others (optional)"),
        help_text=_("One name on each line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    minors_count = CountField(
        label=_("How many of them are under 18?"),
        required=False,
        min_value=0,
        max_value=LARGEST_PARTY,
        initial=0,
        widget=forms.TextInput(attrs=COUNT_ATTRS),
        error_messages={
            "invalid": _("Write a number from 0 to 6."),
            "min_value": _("Write a number from 0 to 6."),
            "max_value": _("Write a number from 0 to 6."),
        },
    )
    guardian_name = NameField(label=_("Guardian’s name"), required=False)
    guardian_phone = PhoneField(label=_("Guardian’s mobile number"), required=False)
    guardian_consent = forms.BooleanField(
        label=_("I am this child’s guardian and I allow the child to take part."), required=False
    )
    consent = forms.BooleanField(
        label=_("You may message me about this event."),
        error_messages={
            "required": _("Without this we cannot tell you if the time or place changes.")
        },
    )

    def clean(self) -> dict[str, Any]:
        """Check what depends on more than one field."""
        data: dict[str, Any] = super().clean() or {}
        size = data.get("party_size")
        minors = data.get("minors_count") or 0
        data["minors_count"] = minors
        if size and len(data.get("names") or ()) > size - 1:
            self.add_error("names", _("There are more names here than people coming with you."))
        if size and minors > size:
            self.add_error("minors_count", _("There cannot be more children than people."))
        if minors:
            self._require_guardian(data)
        return data

    def _require_guardian(self, data: dict[str, Any]) -> None:
        message = _("A guardian’s name and number are needed for anyone under 18.")
        for name in ("guardian_name", "guardian_phone"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, message)
        if not data.get("guardian_consent"):
            self.add_error("guardian_consent", _("The guardian’s permission is needed."))

    def submission(self) -> PartySubmission:
        """Return what was submitted, normalised; call after is_valid()."""
        data = self.cleaned_data
        has_minors = bool(data["minors_count"])
        return PartySubmission(
            full_name=data["full_name"],
            phone=data["phone"],
            email=data["email"],
            party_size=data["party_size"],
            names=data["names"],
            minors_count=data["minors_count"],
            guardian_name=data["guardian_name"] if has_minors else "",
            guardian_phone=data["guardian_phone"] if has_minors else "",
        )

    @property
    def has_group_details(self) -> bool:
        """Whether the folded part of the form holds something or is wrong: then it stands open."""
        names = ("names", "minors_count", "guardian_name", "guardian_phone", "guardian_consent")
        # Also of a form that comes back from the check page, where nothing is bound.
        typed = any(self[name].value() not in (None, "", "0", 0, False) for name in names)
        return typed or any(name in self.errors for name in names)
