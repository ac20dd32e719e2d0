"""Forms of the own page: names, how many come, and handing over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.enums import PartyKind
from events.models import Registration
from participants.enums import ConsentPurpose
from participants.forms import CountField, NameField, NamesField, OptionalEmailField, PhoneField
from participants.rules.consents import CONSENT_WORDINGS
from participants.services import ContactDetails

COUNT_ATTRS = {"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}
HAND_OVER_WORDS = CONSENT_WORDINGS[ConsentPurpose.HAND_OVER][1]


class PartyNamesForm(forms.Form):
    """The leader's name and, for a family, the names of those who come along."""

    use_required_attribute = False

    full_name = NameField(label=_("Full name"), help_text=_("You can write it in Urdu or English."))
    names = NamesField(
        label=_("Names of the others (optional)"),
        help_text=_("One name on each line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        names = [attendee.full_name for attendee in registration.attendees.all()]
        kwargs["initial"] = {
            "full_name": registration.contact.full_name,
            "names": "\n".join(names),
        }
        super().__init__(*args, **kwargs)
        self._most = registration.party_size - 1
        # The names of a class are pasted on a page of their own.
        if registration.kind == PartyKind.GROUP or not self._most:
            del self.fields["names"]

    def clean_names(self) -> tuple[str, ...]:
        """Refuse more names than people."""
        names: tuple[str, ...] = self.cleaned_data["names"]
        if len(names) > self._most:
            raise forms.ValidationError(
                _("There are more names here than people coming with you."), code="too_many"
            )
        return names

    def names_of_others(self) -> tuple[str, ...] | None:
        """Return what was typed; None where the names are not asked for and stay as they are."""
        return self.cleaned_data.get("names")


class PartySizeForm(forms.Form):
    """How many people a party now is."""

    use_required_attribute = False

    party_size = CountField(
        label=_("How many people are coming, including you?"),
        min_value=1,
        widget=forms.TextInput(attrs=COUNT_ATTRS),
        error_messages={
            "required": _("Write how many people are coming."),
            "invalid": _("Write a number."),
            "min_value": _("At least one person must come. If nobody can, cancel instead."),
        },
    )

    def __init__(self, *args: Any, party_size: int, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["party_size"] = party_size
        # A party that is larger already, by a rule of before, may stay as it is.
        self._most = max(party_size, most)

    def clean_party_size(self) -> int:
        """Refuse more than the event takes in one party."""
        size: int = self.cleaned_data["party_size"]
        if size > self._most:
            text = ngettext(
                "A group can have at most %(count)d person here.",
                "A group can have at most %(count)d people here.",
                self._most,
            )
            raise forms.ValidationError(text % {"count": self._most}, code="max_value")
        return size


class HandOverForm(forms.Form):
    """Who holds the registration from now on."""

    use_required_attribute = False

    full_name = NameField(label=_("Name of the new person"))
    phone = PhoneField(label=_("Their mobile number"))
    email = OptionalEmailField(label=_("Their email (optional)"), required=False)
    consent = forms.BooleanField(
        label=_(HAND_OVER_WORDS),
        error_messages={"required": _("Ask this person first, then tick the box.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Somebody else's details: the phone's owner's own must not be filled in.
        for name in ("full_name", "phone", "email"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def details(self, language: str) -> ContactDetails:
        """Return the new holder's details; call after is_valid()."""
        data = self.cleaned_data
        return ContactDetails(data["full_name"], data["phone"], data["email"], language)
