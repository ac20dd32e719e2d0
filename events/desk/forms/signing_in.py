"""Signing in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.desk.rules import is_staff_address
from participants.forms import TypedTextField

LONGEST_USERNAME = 150
LONGEST_PASSWORD = 1024
WRONG_LOGIN = _("The username or the password is wrong. Check both and try again.")
REQUIRED = _("This field is required.")


class PasswordField(forms.CharField):
    """A password as typed; what no password can hold makes it a wrong one, not an error."""

    def to_python(self, value: Any) -> str:
        """Return the password without the NUL that the validators would refuse in English."""
        return (super().to_python(value) or "").replace("\0", "\ufffd")


class SignInForm(AuthenticationForm):
    """Username and password; `next` is kept only while it leads to this desk."""

    username = TypedTextField(
        label=_("Username"),
        max_length=LONGEST_USERNAME,
        error_messages={"required": REQUIRED, "max_length": WRONG_LOGIN},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "dir": "ltr"}
        ),
    )
    password = PasswordField(
        label=_("Password"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        error_messages={"required": REQUIRED, "max_length": WRONG_LOGIN},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "dir": "ltr"}),
    )
    next = TypedTextField(required=False, widget=forms.HiddenInput)

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        self.host = request.get_host()
        target = request.GET.get("next", "")
        kept = target if is_staff_address(target, self.host) else ""
        super().__init__(request, data=_with_login_as_username(data), initial={"next": kept})

    def get_invalid_login_error(self) -> forms.ValidationError:
        """Say the same of an unknown name, a wrong password and a suspended account."""
        return forms.ValidationError(WRONG_LOGIN, code="invalid_login")

    @property
    def target(self) -> str:
        """Return where to go after signing in, or "" for the desk's own first page."""
        target = str(self.data.get("next", ""))
        return target if is_staff_address(target, self.host) else ""


def _with_login_as_username(data: Any) -> Any:
    """Let scripts that call the first field `login` sign in too."""
    if data is None or "username" in data or "login" not in data:
        return data
    data = data.copy()
    data["username"] = data["login"]
    return data
