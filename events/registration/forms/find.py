"""The form for a lost link: a number or an address, and the reference if somebody knows it."""

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from participants.errors import InvalidPhone
from participants.forms import EMAIL_MAX_LENGTH, TypedTextField
from participants.rules.phones import to_e164
from participants.rules.references import REFERENCE_ALPHABET, REFERENCE_LENGTH
from urdu.digits import to_latin_digits

_REFERENCE = re.compile(rf"([A-Z]{{2,5}})[^A-Z0-9]*([{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}})")
TYPED_MAX_LENGTH = EMAIL_MAX_LENGTH


class ReachField(TypedTextField):
    """A mobile number or an e-mail address; the value is (phone, address), one of them empty."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write the mobile number or email you registered with."),
        "invalid": _("This is neither a mobile number nor an email address."),
        "max_length": _("This is neither a mobile number nor an email address."),
    }

    def clean(self, value: Any) -> Any:
        """Return the number in E.164 form, or the address with its domain in lower case."""
        typed: str = super().clean(value)
        try:
            if "@" not in typed:
                return to_e164(typed), ""
            validate_email(typed)
        except (InvalidPhone, ValidationError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        mailbox, at, domain = typed.rpartition("@")
        return "", f"{mailbox}{at}{domain.lower()}"


class ReferenceField(TypedTextField):
    """A reference as people write it down: small letters, without hyphen, with Urdu digits."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("A reference number looks like this: LHE-7K2QF. You can leave it out."),
        "max_length": _("A reference number looks like this: LHE-7K2QF. You can leave it out."),
    }

    def clean(self, value: Any) -> Any:
        """Return the reference as it is stored, or nothing."""
        typed = to_latin_digits(str(super().clean(value))).upper()
        if not typed:
            return ""
        found = _REFERENCE.fullmatch(typed)
        if found is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return f"{found[1]}-{found[2]}"


class FindForm(forms.Form):
    """Asks for nothing that is not needed to find a registration."""

    use_required_attribute = False

    phone = ReachField(
        label=_("Mobile number or email"),
        help_text=_("The one you gave when you registered."),
        max_length=TYPED_MAX_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    reference = ReferenceField(
        label=_("Reference number (optional)"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )

    @property
    def reach(self) -> tuple[str, str]:
        """Return (phone, address) as typed; call after is_valid()."""
        phone, address = self.cleaned_data["phone"]
        return phone, address
