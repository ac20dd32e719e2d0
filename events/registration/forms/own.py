"""Forms of the own page: names, how many come, and handing over."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.enums import PartyKind
from events.models import Guardian, Registration
from events.registration.forms.register import minors_field
from events.registration.rules import PartyDetails
from participants.enums import ConsentPurpose
from participants.forms import CountField, NameField, NamesField, OptionalEmailField, PhoneField
from participants.rules.consents import CONSENT_WORDINGS
from participants.services import ContactDetails

GUARDIAN_FIELDS = ("guardian_name", "guardian_phone", "guardian_consent")
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
    """How many people a party now is, how many of them are children, and who drops out."""

    use_required_attribute = False

    party_size = CountField(
        label=_("How many people are coming, including you?"),
        min_value=1,
        error_messages={
            "required": _("Write how many people are coming."),
            "invalid": _("Write a number."),
            "min_value": _("At least one person must come. If nobody can, cancel instead."),
        },
    )
    guardian_name = NameField(label=_("Guardian’s name"), required=False)
    guardian_phone = PhoneField(label=_("Guardian’s mobile number"), required=False)
    guardian_consent = forms.BooleanField(
        label=_("I am this child’s guardian and I allow the child to take part."), required=False
    )
    leaving = forms.TypedMultipleChoiceField(
        label=_("Who is not coming?"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose one of the options.")},
    )

    def __init__(self, *args: Any, registration: Registration, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._registration = registration
        # A party that is larger already, by a rule of before, may stay as it is.
        self._most = max(registration.party_size, most)
        self._names = list(registration.attendees.all())
        # How many names are too many for the number typed; known once the form is checked.
        self.surplus = 0
        self.initial["party_size"] = registration.party_size
        self.fields["minors_count"] = minors_field(_("How many of them are under 18?"), self._most)
        self.initial["minors_count"] = registration.minors_count
        self.order_fields(["party_size", "minors_count", *GUARDIAN_FIELDS, "leaving"])
        self.fields["leaving"].choices = [  # type: ignore[attr-defined]
            (person.position, format_html("<bdi>{}</bdi>", person.full_name))
            for person in self._names
        ]
        if self.is_group:
            self.fields["party_size"].label = _("How many people are coming altogether?")
        if self.is_group or Guardian.objects.filter(registration=registration).exists():
            for name in GUARDIAN_FIELDS:
                del self.fields[name]

    @property
    def is_group(self) -> bool:
        """Whether a school or organisation comes, whose children bring slips."""
        return self._registration.kind == PartyKind.GROUP

    @property
    def asks_for_guardian(self) -> bool:
        """Whether nobody answers for children of this party yet."""
        return GUARDIAN_FIELDS[0] in self.fields

    @property
    def has_children(self) -> bool:
        """Whether the folded part about children holds something: then it stands open."""
        return self["minors_count"].value() not in (None, "", "0", 0)

    @property
    def must_choose(self) -> bool:
        """Whether it has yet to be said whose names go; call after is_valid()."""
        return bool(self.surplus and not self.cleaned_data.get("leaving"))

    def clean(self) -> dict[str, Any]:
        """Check children, their guardian and those who drop out against the number."""
        data: dict[str, Any] = super().clean() or {}
        size, minors = data.get("party_size"), data.get("minors_count") or 0
        if size is None:
            return data
        if minors > size:
            self.add_error("minors_count", _("There cannot be more children than people."))
        elif minors and self.asks_for_guardian:
            self._require_guardian(data)
        fit = size if self.is_group else size - 1
        # When nobody is left beside the leader there is nothing to choose.
        self.surplus = max(0, len(self._names) - fit) if fit else 0
        self._check_leaving(data.get("leaving") or [], self._registration.party_size - size)
        return data

    def _require_guardian(self, data: dict[str, Any]) -> None:
        for name in ("guardian_name", "guardian_phone"):
            if not data.get(name) and name not in self.errors:
                self.add_error(
                    name, _("A guardian’s name and number are needed for anyone under 18.")
                )
        if not data.get("guardian_consent"):
            self.add_error("guardian_consent", _("The guardian’s permission is needed."))

    def _check_leaving(self, leaving: Sequence[int], fewer: int) -> None:
        """Hold the ticks to the number: as many as have to go, at most as many as do not come."""
        is_asked = self.data.get("choosing") and self.surplus
        if not (leaving or is_asked) or self.surplus <= len(leaving) <= max(fewer, 0):
            return
        text = ngettext(
            "Tick the %(count)d person who is not coming.",
            "Tick the %(count)d people who are not coming.",
            self.surplus,
        )
        self.add_error("leaving", text % {"count": self.surplus})

    def details(self) -> PartyDetails:
        """Return what changes with the size; call after is_valid()."""
        data = self.cleaned_data
        # Whoever sends the number alone leaves the children as they are.
        is_said = "minors_count" in self.data
        return PartyDetails(
            minors_count=(data["minors_count"] or 0) if is_said else None,
            guardian_name=data.get("guardian_name", ""),
            guardian_phone=data.get("guardian_phone", ""),
            leaving=tuple(data["leaving"]),
        )

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
