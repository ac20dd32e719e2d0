"""The registration forms: one short page, phone first, no account; for people, and for groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.forms.partner import PartnerFormMixin
from campaigns.rules.placements import PartnerLine
from events.enums import PartyKind
from events.registration.rules import PartySubmission
from events.rules import LARGEST_PARTY
from participants.forms import (
    CountField,
    NameField,
    NamesField,
    OptionalEmailField,
    PhoneField,
)


def size_field(label: Any, largest: int, **more: Any) -> CountField:
    """Return the question how many come, with the limit said in its errors."""
    invalid = gettext("Write a number from 1 to %(largest)d.") % {"largest": largest}
    return CountField(
        label=label,
        min_value=1,
        max_value=largest,
        error_messages={
            "required": _("Write how many people are coming."),
            "invalid": invalid,
            "min_value": _("At least one person must come."),
            "max_value": _("A group can have at most %(limit_value)d people."),
        },
        **more,
    )


def minors_field(label: Any, largest: int, **more: Any) -> CountField:
    """Return the question how many are children; left empty, none are."""
    invalid = gettext("Write a number from 0 to %(largest)d.") % {"largest": largest}
    return CountField(
        label=label,
        required=False,
        min_value=0,
        max_value=largest,
        initial=0,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), invalid),
        **more,
    )


class PartyForm(PartnerFormMixin):
    """What both forms ask: who can be reached, how many come, and what may be done."""

    use_required_attribute = False
    kind = PartyKind.PEOPLE

    full_name = NameField(label=_("Full name"), help_text=_("You can write it in Urdu or English."))
    phone = PhoneField(label=_("Mobile number"))
    email = OptionalEmailField(label=_("Email (optional)"), required=False)
    wants_no_photographs = forms.BooleanField(
        label=_("No photographs of me or of those with me"),
        help_text=_(
            "Photographs are taken at events. With a tick here the organisers know, and publish "
            "no picture in which you can be recognised."
        ),
        required=False,
    )
    consent = forms.BooleanField(
        label=_("You may message me about this event."),
        error_messages={
            "required": _("Without this we cannot tell you if the time or place changes.")
        },
    )

    def __init__(
        self,
        *args: Any,
        largest: int = LARGEST_PARTY,
        partner: PartnerLine | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.add_partner(partner)
        self.has_minors = False
        self.add_counts(largest)
        self.order_fields(self.field_order)

    def add_counts(self, largest: int) -> None:
        """Add the fields whose limits the event sets."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Check what depends on more than one field."""
        data: dict[str, Any] = super().clean() or {}
        size = data.get("party_size")
        minors = data.get("minors_count") or 0
        data["minors_count"] = minors
        self.has_minors = bool(minors)
        if size and minors > size:
            self.add_error("minors_count", _("There cannot be more children than people."))
        return data

    def submission(self) -> PartySubmission:
        """Return what was submitted, normalised; call after is_valid()."""
        data = self.cleaned_data
        return PartySubmission(
            full_name=data["full_name"],
            phone=data["phone"],
            email=data["email"],
            party_size=data["party_size"],
            minors_count=data["minors_count"],
            kind=self.kind,
            wants_no_photographs=data["wants_no_photographs"],
            partner_wording=self.partner_wording,
            **self.particulars(),
        )

    def particulars(self) -> dict[str, Any]:
        """Return what only this form asks."""
        raise NotImplementedError


class RegistrationForm(PartyForm):
    """A person, family or friends, with a guardian when children come along."""

    field_order = ("full_name", "phone", "party_size", "email")

    names = NamesField(
        label=_("Names of the others (optional)"),
        help_text=_("One name on each line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    guardian_name = NameField(label=_("Guardian’s name"), required=False)
    guardian_phone = PhoneField(label=_("Guardian’s mobile number"), required=False)
    guardian_consent = forms.BooleanField(
        label=_("I am this child’s guardian and I allow the child to take part."), required=False
    )

    def add_counts(self, largest: int) -> None:
        """Ask how many come, of whom how many are children."""
        self.fields["party_size"] = size_field(
            _("How many people are coming, including you?"), largest, initial=1
        )
        self.fields["minors_count"] = minors_field(_("How many of them are under 18?"), largest)

    def clean(self) -> dict[str, Any]:
        """Check names and guardian against the numbers."""
        data = super().clean()
        size = data.get("party_size")
        if size and len(data.get("names") or ()) > size - 1:
            self.add_error("names", _("There are more names here than people coming with you."))
        if self.has_minors:
            self._require_guardian(data)
        return data

    def _require_guardian(self, data: dict[str, Any]) -> None:
        message = _("A guardian’s name and number are needed for anyone under 18.")
        for name in ("guardian_name", "guardian_phone"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, message)
        if not data.get("guardian_consent"):
            self.add_error("guardian_consent", _("The guardian’s permission is needed."))

    def particulars(self) -> dict[str, Any]:
        """Return the names, and the guardian where children come."""
        data = self.cleaned_data
        return {
            "names": data["names"],
            "guardian_name": data["guardian_name"] if self.has_minors else "",
            "guardian_phone": data["guardian_phone"] if self.has_minors else "",
        }

    @property
    def is_too_large(self) -> bool:
        """Whether more people come than a family's form takes; a group's form may take them."""
        return self.has_error("party_size", "max_value")

    @property
    def has_group_details(self) -> bool:
        """Whether the folded part of the form holds something or is wrong: then it stands open."""
        names = ("names", "minors_count", "guardian_name", "guardian_phone", "guardian_consent")
        # Also of a form that comes back from the check page, where nothing is bound.
        typed = any(self[name].value() not in (None, "", "0", 0, False) for name in names)
        return typed or any(name in self.errors for name in names)
