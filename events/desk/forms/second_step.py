"""The code of the second step, and choosing a password."""

import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.models import User
from directory.rules import APP_CODE_LENGTH, RECOVERY_CODE_LENGTH
from events.desk.forms.signing_in import LONGEST_PASSWORD, REQUIRED, PasswordField
from participants.forms import TypedTextField
from urdu.digits import to_latin_digits

WRONG_CODE = _("This code is wrong or has run out. Wait for the next one in the app and type it.")
LONGEST_CODE = 40
SHORTEST_PASSWORD = 12
_BETWEEN = re.compile(r"[\s-]+")


class CodeForm(forms.Form):
    """Six figures of the app, or where they are taken, the twelve of a recovery code."""

    use_required_attribute = False

    code = TypedTextField(
        label=_("Code"),
        max_length=LONGEST_CODE,
        error_messages={"required": REQUIRED, "max_length": WRONG_CODE},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}
        ),
    )

    def __init__(self, data: Any = None, *, takes_recovery: bool = True) -> None:
        self.lengths = (APP_CODE_LENGTH, RECOVERY_CODE_LENGTH)[: 1 + takes_recovery]
        super().__init__(data)

    def clean_code(self) -> str:
        """Return the figures alone, whichever keyboard typed them."""
        code = _BETWEEN.sub("", to_latin_digits(self.cleaned_data["code"]))
        if not (code.isascii() and code.isdigit() and len(code) in self.lengths):
            raise forms.ValidationError(WRONG_CODE, code="wrong")
        return code

    def refuse(self) -> None:
        """Say that the code opened nothing."""
        self.add_error("code", forms.ValidationError(WRONG_CODE, code="wrong"))


class ChoosePasswordForm(forms.Form):
    """A new password, typed twice by its owner."""

    use_required_attribute = False

    password = PasswordField(
        label=_("New password"),
        help_text=_("At least 12 letters or figures. Four words you can remember are a good one."),
        strip=False,
        max_length=LONGEST_PASSWORD,
        error_messages={"required": REQUIRED, "max_length": _("This password is too long.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )
    again = PasswordField(
        label=_("The same password again"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        error_messages={"required": REQUIRED, "max_length": _("This password is too long.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        self.user = user
        super().__init__(data)

    def clean_password(self) -> str:
        """Refuse what is short, or the first that robots try; in the words of this site."""
        password: str = self.cleaned_data["password"]
        if len(password) < SHORTEST_PASSWORD:
            raise forms.ValidationError(
                _("This password is too short. Use at least 12 letters or figures.")
            )
        try:
            validate_password(password, self.user)
        except ValidationError as error:
            raise forms.ValidationError(
                _("Many people use this password, so robots try it first. Choose another.")
            ) from error
        return password

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ."""
        data: dict[str, Any] = super().clean() or {}
        if "password" in data and "again" in data and data["password"] != data["again"]:
            self.add_error("again", _("The two passwords differ. Type the same one twice."))
        return data
