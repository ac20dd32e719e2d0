"""The pledge form: one short page, by e-mail or phone, no account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.rules import PledgeSubmission
from directory.models import City
from participants.enums import ConsentPurpose
from participants.forms import NameField, OptionalEmailField, PhoneField
from participants.rules.consents import CONSENT_WORDINGS

EMAIL_MAX_LENGTH = 254


class PledgeForm(forms.Form):
    """One person's pledge; `language` decides how the cities are named and sorted."""

    use_required_attribute = False

    full_name = NameField(label=_("Full name"), help_text=_("You can write it in Urdu or English."))
    email = OptionalEmailField(
        label=_("Email (optional)"),
        required=False,
        max_length=EMAIL_MAX_LENGTH,
        help_text=_("We send one message with a button. Press it, and your pledge is counted."),
        error_messages={"max_length": _("Enter a valid email address.")},
    )
    phone = PhoneField(
        label=_("Mobile number (optional)"),
        required=False,
        help_text=_("A pledge by phone alone is kept but not counted yet."),
    )
    city = forms.ChoiceField(
        label=_("City"),
        help_text=_("Choose the city nearest to you."),
        error_messages={
            "required": _("Choose one of the options."),
            "invalid_choice": _("Choose one of the options."),
        },
    )
    consent = forms.BooleanField(
        label=_(CONSENT_WORDINGS[ConsentPurpose.PLEDGE][1]),
        error_messages={"required": _("Without this we cannot keep or count your pledge.")},
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cities = City.objects.in_order(language).values_list("slug", f"name_{language}")
        self._cities: dict[str, str] = dict(cities)
        field = self.fields["city"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Select")), *self._cities.items()]

    def clean(self) -> dict[str, Any]:
        """Ask for one way to be reached; which one is up to them."""
        data: dict[str, Any] = super().clean() or {}
        is_silent = not data.get("email") and not data.get("phone")
        if is_silent and not {"email", "phone"} & set(self.errors):
            self.add_error("email", _("Write an email address or a mobile number."))
        return data

    def submission(self) -> PledgeSubmission:
        """Return what was submitted, normalised; call after is_valid()."""
        data = self.cleaned_data
        return PledgeSubmission(
            full_name=data["full_name"],
            phone=data["phone"],
            email=data["email"],
            city=data["city"],
        )

    @property
    def city_name(self) -> str:
        """The chosen city in the page's language; call after is_valid()."""
        return self._cities[str(self.cleaned_data["city"])]
