"""Messages and missed calls that staff bring in, pasted or in a sheet of any columns."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from campaigns.rules.received import Received, from_cells
from documents.errors import SheetUnreadable
from documents.sheet_reading import MAX_BYTES, MAX_ROWS, read_sheet
from participants.forms import PastedTextField

LONGEST_TEXT = 200_000
UNREADABLE = _("This file cannot be read as a sheet. Save it as .xlsx, or as “CSV UTF-8”.")
TOO_MANY = _("These are more than a thousand lines. Bring them in in parts.")


class ReceivedForm(forms.Form):
    """Lines with a number each, and whatever stands beside it; `lines` after is_valid()."""

    use_required_attribute = False

    text = PastedTextField(
        label=_("Numbers, one on each line"),
        help_text=_("Paste the list of calls or messages as it is: other columns do no harm."),
        required=False,
        max_length=LONGEST_TEXT,
        error_messages={"max_length": TOO_MANY},
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto", "autocomplete": "off"}),
    )
    sheet = forms.FileField(
        label=_("Or choose a sheet (Excel or CSV)"),
        help_text=_("Nothing but the numbers and codes in it is read. At most 1 MB."),
        required=False,
        allow_empty_file=True,
        error_messages=dict.fromkeys(
            ("invalid", "missing", "empty", "max_length"), _("Choose the file once more.")
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )

    lines: tuple[Received, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Read the sheet if there is one, else the text; neither is stored here."""
        data: dict[str, Any] = super().clean() or {}
        source = "sheet" if data.get("sheet") else "text"
        if self.errors:
            return data
        try:
            rows = self._rows(data)
        except SheetUnreadable:
            self.add_error(source, UNREADABLE)
            return data
        self.lines = tuple(from_cells(cells, str(at)) for at, cells in enumerate(rows, 1))
        if not self.lines:
            self.add_error(source, _("There is no line in this."))
        elif len(self.lines) > MAX_ROWS:
            self.add_error(source, TOO_MANY)
        return data

    def _rows(self, data: dict[str, Any]) -> list[list[str]]:
        sheet: UploadedFile[bytes] | None = data.get("sheet")
        if sheet is None:
            lines = str(data.get("text") or "").splitlines()
            return [[line] for line in lines if line.strip()]
        if sheet.size is not None and sheet.size > MAX_BYTES:
            self.add_error("sheet", TOO_MANY)
            return []
        return [[cell.text for cell in row.cells] for row in read_sheet(sheet.read())]

    def as_text(self) -> str:
        """Return the lines as they go on in the page: number and codes, and nothing else."""
        return "\n".join(" ".join([one.phone or "-", *one.codes]) for one in self.lines)
