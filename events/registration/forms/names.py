"""Names of those who come along, given later: pasted, or in a sheet; looked at before saving."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from documents.errors import SheetFault, SheetUnreadable
from documents.sheet_reading import MAX_BYTES, MAX_ROWS, SheetRow, read_sheet
from events.registration.forms.name_list import (
    NameList,
    NoColumnOfNames,
    names_in,
    pasted_rows,
)
from participants.forms import PastedTextField

# Five hundred of the longest names there may be, and room to see what is too much.
LONGEST_TEXT = 80_000
NOTHING = NameList((), (), (), ())


class NamesForm(forms.Form):
    """A list of at most so many names; what was read is in `found`, wrong rows included."""

    use_required_attribute = False

    names = PastedTextField(
        label=_("Names, one on each line"),
        help_text=_("You can paste a list here. Numbers before the names do no harm."),
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        error_messages={"max_length": _("This is too long. Please write one name on each line.")},
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto", "autocomplete": "off"}),
    )
    sheet = forms.FileField(
        label=_("Or choose a sheet (Excel or CSV)"),
        help_text=_(
            "Only the column called “Name” is read, and nothing else is kept. At most 1 MB."
        ),
        required=False,
        allow_empty_file=True,
        error_messages=dict.fromkeys(
            ("invalid", "missing", "empty", "max_length"), _("Choose the file once more.")
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )

    def __init__(self, *args: Any, limit: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limit = limit
        self.found = NOTHING

    def clean(self) -> dict[str, Any]:
        """Read the sheet if there is one, else the text; neither is stored here."""
        data: dict[str, Any] = super().clean() or {}
        source = "sheet" if data.get("sheet") else "names"
        if self.errors:
            return data
        try:
            rows = self._rows(data)
            self.found = names_in(rows) if rows else NOTHING
            if source == "sheet" and rows:
                # What stands in a sheet goes on in the page: it is corrected there, on a phone.
                self.data = {"names": "\n".join(self.found.lines)}
        except SheetUnreadable as error:
            self.add_error(source, _why(error.fault))
        except NoColumnOfNames as error:
            self.add_error(source, str(error))
        else:
            self._check_found(source)
        return data

    def _rows(self, data: dict[str, Any]) -> list[SheetRow]:
        sheet: UploadedFile[bytes] | None = data.get("sheet")
        if sheet is None:
            return pasted_rows(data.get("names", ""))
        if sheet.size is None or sheet.size > MAX_BYTES:
            raise SheetUnreadable(SheetFault.TOO_LARGE)
        return read_sheet(sheet.read())

    def _check_found(self, source: str) -> None:
        if not self.found.lines:
            nothing = _("This sheet holds no names.")
            self.add_error(source, nothing if source == "sheet" else _("Write or paste the names."))
        if len(self.found.lines) > self.limit:
            words = ngettext(
                "There are %(names)d names here, but only %(limit)d more person is coming.",
                "There are %(names)d names here, but only %(limit)d people are coming.",
                self.limit,
            )
            self.add_error(source, words % {"names": len(self.found.lines), "limit": self.limit})
        if self.found.faults:
            words = ngettext(
                "%(count)d row needs correcting. Nothing has been saved.",
                "%(count)d rows need correcting. Nothing has been saved.",
                len(self.found.faults),
            )
            self.add_error("names", words % {"count": len(self.found.faults)})


def _why(fault: SheetFault) -> str:
    words = {
        SheetFault.OLD_OR_LOCKED: gettext(
            "This is an old Excel file (.xls) or one locked with a password. Save it as .xlsx "
            "without a password, or as CSV."
        ),
        SheetFault.NOT_A_SHEET: gettext(
            "This file cannot be read as a sheet. Save it as .xlsx, or as “CSV UTF-8”."
        ),
        SheetFault.TOO_LARGE: gettext(
            "This file is too large. A list of names takes less than 1 MB."
        ),
        SheetFault.TOO_MANY_ROWS: gettext(
            "This has more than %(count)d rows. Keep only your group."
        )
        % {"count": MAX_ROWS},
    }
    return words[fault]
