"""What is typed back from a printed list: its code, row numbers, blank rows, a photograph."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from documents.photographs import MOST_BYTES
from events.attendance.services.walk_ins import Arrivals
from participants.forms import CountField, PastedTextField, TypedTextField, clean_name
from urdu.number_lists import NumberList, read_numbers

LONGEST_CODE = 20
LONGEST_TYPED = 6000
LONGEST_RANGE = 2000
MOST_IN_A_ROW = 500
IN_PARTS = _("These are too many at once. Write them in parts.")


class SheetCodeForm(forms.Form):
    """The five signs on every page of a printed list."""

    use_required_attribute = False

    code = TypedTextField(
        label=_("Code of the sheet"),
        help_text=_("It stands at the foot of every printed page."),
        max_length=LONGEST_CODE,
        error_messages={
            "required": _("Write the code of the sheet."),
            "max_length": _("No sheet of this event has this code."),
        },
        widget=forms.TextInput(
            attrs={"dir": "ltr", "autocomplete": "off", "autocapitalize": "characters"}
        ),
    )


class RowNumbersForm(forms.Form):
    """Row numbers, in any digits; nothing but numbers is kept."""

    use_required_attribute = False

    numbers = PastedTextField(
        label=_("Numbers of the rows that are ticked"),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Write at least one number."), "max_length": IN_PARTS},
        widget=forms.Textarea(
            attrs={"rows": 3, "dir": "ltr", "autocomplete": "off", "inputmode": "text"}
        ),
    )

    def clean_numbers(self) -> NumberList:
        """Return the numbers, and what is none."""
        read = read_numbers(self.cleaned_data["numbers"], LONGEST_RANGE)
        if not read.counts:
            raise forms.ValidationError(
                _("No row number is in this. Write them as they stand on the sheet.")
            )
        if len(read.counts) > LONGEST_RANGE:
            raise forms.ValidationError(IN_PARTS)
        return read


class BlankRowForm(forms.Form):
    """One handwritten row: a name and how many; both empty is an empty row."""

    use_required_attribute = False

    full_name = TypedTextField(
        label=_("Name"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    people_count = CountField(
        label=_("People"),
        required=False,
        min_value=1,
        max_value=MOST_IN_A_ROW,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write a number from 1 to 500.")
        ),
    )

    def clean_full_name(self) -> str:
        """Return a name fit to be kept, or nothing."""
        typed = str(self.cleaned_data["full_name"])
        return clean_name(typed) if typed else ""

    def arrivals(self) -> Arrivals | None:
        """Return who is meant; None for an empty row. A name alone is one person."""
        name, count = self.cleaned_data.get("full_name", ""), self.cleaned_data.get("people_count")
        return Arrivals(name, count or 1) if name or count else None


class SheetPhotographForm(forms.Form):
    """A photograph of the filled-in sheet."""

    use_required_attribute = False

    photograph = forms.FileField(
        label=_("Photograph of the sheet"),
        error_messages={
            "required": _("Choose a photograph."),
            "empty": _("This is no picture that can be kept. Take a JPEG, PNG or WebP."),
            "invalid": _("Choose a photograph."),
        },
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean_photograph(self) -> Any:
        """Refuse what is too large before it is read."""
        file: UploadedFile[Any] = self.cleaned_data["photograph"]
        if file.size is None or file.size > MOST_BYTES:
            raise forms.ValidationError(_("This picture is too large: at most 8 MB."))
        return file
