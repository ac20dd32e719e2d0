"""The pledge form: one short page, by e-mail or phone, no account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.forms.partner import PartnerFormMixin
from campaigns.models import Campaign
from campaigns.rules import PledgeSubmission
from campaigns.rules.codes import DIGITS
from campaigns.rules.placements import PartnerLine
from campaigns.rules.wall import wall_fault
from campaigns.selectors.pledges import statement_choices
from directory.models import City
from participants.enums import ConsentPurpose
from participants.forms import CHOOSE, NameField, OptionalEmailField, PhoneField, TypedTextField
from participants.rules.consents import CONSENT_WORDINGS

EMAIL_MAX_LENGTH = 254
LONGEST_CODE = 20


class PledgeForm(PartnerFormMixin):
    """One person's pledge; `language` decides how cities and statements are worded and sorted."""

    use_required_attribute = False

    statements = forms.MultipleChoiceField(
        label=_("And I will"),
        help_text=_("Choose one or several, or none."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )
    full_name = NameField(
        label=_("Your name (optional)"),
        help_text=_("You can write it in Urdu or English."),
        required=False,
    )
    email = OptionalEmailField(
        label=_("Email"),
        required=False,
        max_length=EMAIL_MAX_LENGTH,
        help_text=_(
            "This or a mobile number. We send one message with a button. Press it, and your "
            "pledge is counted."
        ),
        error_messages={"max_length": _("Enter a valid email address.")},
    )
    phone = PhoneField(
        label=_("Mobile number"),
        required=False,
        help_text=_(
            "Enough without an email address: you confirm by phone, and the next page says how."
        ),
    )
    city = forms.ChoiceField(
        label=_("City"),
        help_text=_("Choose the city nearest to you."),
        error_messages=CHOOSE,
    )
    is_adult = forms.BooleanField(label=_("I am 18 or older."), required=False)
    wall = forms.BooleanField(
        label=_(CONSENT_WORDINGS[ConsentPurpose.WALL][1]),
        help_text=_("Only if you wish. We look at each name first; you can take it off again."),
        required=False,
    )
    consent = forms.BooleanField(
        label=_(CONSENT_WORDINGS[ConsentPurpose.PLEDGE][1]),
        error_messages={"required": _("Without this we cannot keep or count your pledge.")},
    )

    def __init__(
        self,
        *args: Any,
        language: str,
        campaign: Campaign,
        partner: PartnerLine | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.add_partner(partner)
        cities = City.objects.in_order(language).values_list("slug", f"name_{language}")
        self._cities: dict[str, str] = dict(cities)
        self._statements = dict(statement_choices(campaign.pk, language))
        self._choose("city", [("", _("Select")), *self._cities.items()])
        self._choose("statements", list(self._statements.items()))
        if not self._statements:
            del self.fields["statements"]

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Ask for one way to be reached, and for the wall for a name of somebody grown up."""
        data: dict[str, Any] = super().clean() or {}
        is_silent = not data.get("email") and not data.get("phone")
        if is_silent and not {"email", "phone"} & set(self.errors):
            self.add_error("email", _("Write an email address or a mobile number."))
        if data.get("wall"):
            self._check_wall(data)
        return data

    def _check_wall(self, data: dict[str, Any]) -> None:
        if not data.get("is_adult"):
            words = _("The wall shows adults only. Without it your pledge counts all the same.")
            self.add_error("wall", words)
        if "full_name" in self.errors:
            return
        if not data.get("full_name"):
            self.add_error("full_name", _("For the wall, write your first name."))
        elif wall_fault(data["full_name"]):
            words = _("The wall shows names only: no numbers, links or slogans.")
            self.add_error("full_name", words)

    def submission(self) -> PledgeSubmission:
        """Return what was submitted, normalised; call after is_valid()."""
        data = self.cleaned_data
        return PledgeSubmission(
            full_name=data["full_name"],
            phone=data["phone"],
            email=data["email"],
            city=data["city"],
            statements=tuple(sorted(int(key) for key in data.get("statements", ()))),
            is_adult=data["is_adult"],
            wants_wall=data["wall"],
            partner_wording=self.partner_wording,
        )

    @property
    def city_name(self) -> str:
        """The chosen city in the page's language; call after is_valid()."""
        return self._cities[str(self.cleaned_data["city"])]

    @property
    def statement_words(self) -> list[str]:
        """What was chosen, in the page's language; call after is_valid()."""
        return [self._statements[key] for key in self.cleaned_data.get("statements", ())]


class CodeForm(forms.Form):
    """The six digits of a text, from any keyboard."""

    use_required_attribute = False

    digits = TypedTextField(
        label=_("Code from the text message"),
        max_length=LONGEST_CODE,
        error_messages={
            "required": _("Write the six digits of the text message."),
            "max_length": _("Write the six digits of the text message."),
        },
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "dir": "ltr",
                "size": DIGITS,
            }
        ),
    )
