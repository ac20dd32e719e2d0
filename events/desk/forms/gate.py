"""What is typed at a gate without a script, and what organisers decide about it."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.attendance.rules import LARGEST_ENTRY, PIN_LENGTH
from events.desk.lists.gate_answers import RESOLUTION_WORDS
from events.enums import ConflictResolution
from events.models.gate import LABEL_MAX_LENGTH
from participants.forms import CountField, NameField, TypedTextField
from urdu.digits import to_latin_digits

LONGEST_REASON = 160
TOO_LONG = {"max_length": _("This is too long.")}
COUNT_ERRORS = {
    "required": _("Write how many people."),
    "invalid": _("Write a number."),
    "min_value": _("Write a number of at least 1."),
    "max_value": _("This is more than can be right."),
}


class WalkInForm(forms.Form):
    """Somebody without a registration: a name and how many they are."""

    use_required_attribute = False

    full_name = NameField(
        label=_("Name"), max_length=500, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    people_count = CountField(
        label=_("How many people?"),
        min_value=1,
        max_value=LARGEST_ENTRY,
        initial=1,
        error_messages=COUNT_ERRORS,
    )


class GateNameForm(forms.Form):
    """What this gate is called: others read it where a pass came in before."""

    use_required_attribute = False

    label = TypedTextField(
        label=_("Name of this gate"),
        required=False,
        max_length=LABEL_MAX_LENGTH,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class GateLinkForm(forms.Form):
    """A link for a helper without an account."""

    use_required_attribute = False

    label = TypedTextField(
        label=_("Name of the gate"),
        max_length=LABEL_MAX_LENGTH,
        help_text=_("For example: Gate 2. Others read it where a pass came in before."),
        error_messages=TOO_LONG | {"required": _("Write what the gate is called.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    allows_practice = forms.BooleanField(
        label=_("May practise before the day; nothing is counted then"), required=False
    )


class PinField(TypedTextField):
    """Six digits, in any keyboard's digits, with or without spaces."""

    def to_python(self, value: Any) -> str:
        """Return the digits alone."""
        return re.sub(r"[\s-]", "", to_latin_digits(super().to_python(value)))


class PinForm(forms.Form):
    """The PIN that was told apart from the link."""

    use_required_attribute = False

    pin = PinField(
        label=_("PIN of six digits"),
        max_length=40,
        error_messages={"required": _("Write the PIN."), "max_length": _("The PIN is wrong.")},
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "dir": "ltr",
                "maxlength": 2 * PIN_LENGTH,
            }
        ),
    )


class DecisionForm(forms.Form):
    """What holds where two gates do not agree, and why."""

    use_required_attribute = False

    resolution = forms.ChoiceField(
        label=_("What is right?"),
        choices=list(RESOLUTION_WORDS.items()),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the options."),
            "invalid_choice": _("Choose one of the options."),
        },
    )
    people_in = CountField(
        label=_("How many of this party are in?"),
        required=False,
        min_value=0,
        max_value=LARGEST_ENTRY,
        error_messages=COUNT_ERRORS | {"min_value": _("Write a number.")},
    )
    reason = TypedTextField(
        label=_("Why? (no names)"),
        max_length=LONGEST_REASON,
        error_messages=TOO_LONG | {"required": _("Write the reason in a few words.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, has_party: bool, prefix: str) -> None:
        super().__init__(data, prefix=prefix)
        if not has_party:
            # Of walk-ins there is nothing to count anew: they are in, and flagged.
            field = self.fields["resolution"]
            kept = [(ConflictResolution.KEEP, RESOLUTION_WORDS[ConflictResolution.KEEP])]
            field.choices = kept  # type: ignore[attr-defined]  # a ChoiceField by its declaration
            del self.fields["people_in"]

    def clean(self) -> dict[str, Any]:
        """Ask for the number where another one is right."""
        data: dict[str, Any] = super().clean() or {}
        is_corrected = data.get("resolution") == ConflictResolution.CORRECTED
        if is_corrected and data.get("people_in") is None and "people_in" not in self.errors:
            self.add_error("people_in", _("Write how many are in."))
        return data
