"""Typing the codes of slips that were handed in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms import PastedTextField

LONGEST_LIST = 6000


class SlipCodesForm(forms.Form):
    """One or many codes, in any digits; of one group, the children's numbers are enough."""

    use_required_attribute = False

    codes = PastedTextField(
        label=_("Codes of the slips"),
        max_length=LONGEST_LIST,
        error_messages={
            "required": _("Write at least one code."),
            "max_length": _("These are too many at once. Write them in parts."),
        },
        widget=forms.Textarea(
            attrs={"rows": 3, "dir": "ltr", "autocomplete": "off", "autocapitalize": "characters"}
        ),
    )
