"""Which pledges are meant, and what is to become of them."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums import PledgeState
from campaigns.rules.screening import Conditions
from directory.models import City
from events.desk.forms.moments import MomentField
from participants.forms import TypedTextField
from urdu.digits import to_latin_digits
from urdu.pairs import pair_field

LONGEST = 120
LEFT = {"dir": "ltr", "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
MARKS = [
    (PledgeState.SUSPECT, _("Hold: not counted until somebody has looked")),
    (PledgeState.INVALID, _("Not counted")),
    (PledgeState.CONFIRMED, _("Counted after all (only those who have confirmed)")),
]


def _typed(label: Any, hint: Any) -> TypedTextField:
    widget = forms.TextInput(attrs=LEFT)
    return TypedTextField(
        label=label, help_text=hint, required=False, max_length=LONGEST, widget=widget
    )


class MarkForm(forms.Form):
    """Conditions that must all hold; at least one, so that nobody marks everybody."""

    use_required_attribute = False

    mark = forms.ChoiceField(
        label=_("What is to become of them"),
        choices=MARKS,
        initial=PledgeState.SUSPECT,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the options."),
            "invalid_choice": _("Choose one of the options."),
        },
    )
    email_domain = _typed(_("E-mail domain"), _("What stands after the @ sign."))
    email_prefix = _typed(_("E-mail begins with"), "")
    phone_prefix = _typed(_("Phone begins with"), _("For example 0333."))
    address_block = _typed(_("Neighbourhood of the network"), _("As it stands in the list above."))
    city = forms.ChoiceField(label=_("City"), required=False)
    since = MomentField(label=_("Pledged from"))
    until = MomentField(label=_("Pledged before"))

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cities = City.objects.in_order(language).values_list("slug", pair_field("name", language))
        field = self.fields["city"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("All")), *cities]

    def clean_email_domain(self) -> str:
        """Return the domain alone, however it was written."""
        return str(self.cleaned_data["email_domain"]).rpartition("@")[2].casefold()

    def clean_phone_prefix(self) -> str:
        """Return the beginning in E.164 form, e.g. "+92333" for 0333."""
        digits = re.sub(r"[^0-9]", "", to_latin_digits(self.cleaned_data["phone_prefix"]))
        if not digits:
            return ""
        national = digits.removeprefix("0092").removeprefix("92").removeprefix("0")
        return f"+92{national}"

    def clean(self) -> dict[str, Any]:
        """Refuse to mean everybody."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and self.conditions().is_empty:
            raise forms.ValidationError(_("Say at least one thing the pledges have in common."))
        return data

    def conditions(self) -> Conditions:
        """Return what was said; call after is_valid()."""
        data = self.cleaned_data
        return Conditions(
            email_domain=data.get("email_domain") or "",
            email_prefix=data.get("email_prefix") or "",
            phone_prefix=data.get("phone_prefix") or "",
            address_block=data.get("address_block") or "",
            city=data.get("city") or "",
            since=data.get("since"),
            until=data.get("until"),
        )
