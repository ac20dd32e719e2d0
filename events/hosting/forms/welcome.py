"""The form in which a new host chooses a password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.models import User
from events.desk.forms.signing_in import LONGEST_PASSWORD, REQUIRED, PasswordField

SHORTEST = 12
MESSAGES = {"required": REQUIRED, "max_length": _("This is too long.")}
WIDGET = {"autocomplete": "new-password", "dir": "ltr"}


class ChoosePasswordForm(forms.Form):
    """A password typed twice; nobody else ever sees it."""

    use_required_attribute = False

    password = PasswordField(
        label=_("New password"),
        help_text=_("At least 12 letters or numbers. Three words in a row are easy to remember."),
        strip=False,
        max_length=LONGEST_PASSWORD,
        error_messages=MESSAGES,
        widget=forms.PasswordInput(attrs=WIDGET),
    )
    repeated = PasswordField(
        label=_("The same password again"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        error_messages=MESSAGES,
        widget=forms.PasswordInput(attrs=WIDGET),
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        self._user = user
        super().__init__(data)

    def clean_password(self) -> str:
        """Refuse what is short or common, in our own words."""
        password: str = self.cleaned_data["password"]
        if len(password) < SHORTEST:
            raise ValidationError(_("This password is too short: write at least 12 characters."))
        try:
            validate_password(password, self._user)
        except ValidationError as error:
            raise ValidationError(
                _("This password is easily guessed. Choose another one.")
            ) from error
        return password

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("password") and data.get("repeated") not in (None, data["password"]):
            self.add_error("repeated", _("The two passwords are not the same."))
        return data
