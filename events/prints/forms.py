"""Typing the code of a certificate."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from events.prints.rules import LONGEST_TYPED_CODE, certificate_code
from participants.forms import TypedTextField


class CodeField(TypedTextField):
    """A certificate's code as it is typed: any case, any digits, with or without hyphens."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write the code that stands on the certificate."),
        "invalid": _("A certificate’s code has twelve letters and digits: 7K2Q-FH3M-9XWA"),
        "max_length": _("A certificate’s code has twelve letters and digits: 7K2Q-FH3M-9XWA"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_TYPED_CODE, **kwargs)
        typing = {"dir": "ltr", "autocomplete": "off", "autocapitalize": "characters"}
        self.widget.attrs.update(typing)

    def clean(self, value: Any) -> str:
        """Return the code as it is printed."""
        typed: str = super().clean(value)
        code = certificate_code(typed)
        if not code:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return code


class CertificateCodeForm(forms.Form):
    """One code."""

    use_required_attribute = False

    code = CodeField(label=_("Code of the certificate"))
