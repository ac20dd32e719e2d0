"""What is told of an event afterwards; texts in both languages or in neither."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from documents.photographs import MOST_BYTES as MOST_PHOTOGRAPH_BYTES
from documents.presentations import MOST_BYTES as MOST_PRESENTATION_BYTES
from events.desk.forms.talking import TOO_LONG, LinesField
from events.desk.services.report import PhotographFacts, ReportFacts
from events.models import EventReport
from events.models.report import LONGEST_NOTE
from events.views.report import SOURCES
from participants.forms import CountField, TypedTextField
from urdu.cleaning import looks_like_cnic

LARGEST_HEADCOUNT = 1_000_000
LONGEST_LINE = 160
LONGEST_ALT = 240


def _line(label: Any, language: str, longest: int, *, required: bool = False) -> TypedTextField:
    attributes = {"lang": language, "dir": "rtl" if language == "ur" else "ltr"}
    return TypedTextField(
        label=label,
        required=required,
        max_length=longest,
        error_messages=TOO_LONG | {"required": _("Write it in both languages.")},
        widget=forms.TextInput(attrs=attributes | {"autocomplete": "off"}),
    )


def _note(label: Any, language: str) -> LinesField:
    attributes = {"lang": language, "dir": "rtl" if language == "ur" else "ltr", "rows": 8}
    return LinesField(
        label=label,
        required=False,
        max_length=LONGEST_NOTE,
        error_messages=TOO_LONG,
        widget=forms.Textarea(attrs=attributes),
    )


class ReportForm(forms.Form):
    """The head-count with its source, and the press note."""

    use_required_attribute = False

    headcount = CountField(
        label=_("How many people came in all?"),
        help_text=_("Empty if nobody counted."),
        required=False,
        min_value=1,
        max_value=LARGEST_HEADCOUNT,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write a whole number.")
        ),
    )
    headcount_source = forms.ChoiceField(
        label=_("How is that known?"),
        required=False,
        choices=[("", _("Choose one")), *SOURCES.items()],
        error_messages={"invalid_choice": _("Choose one of the options.")},
    )
    counted_by_ur = _line(_("Counted by whom, in Urdu (optional)"), "ur", LONGEST_LINE)
    counted_by_en = _line(_("Counted by whom, in English (optional)"), "en", LONGEST_LINE)
    press_note_ur = _note(_("Press note in Urdu (optional)"), "ur")
    press_note_en = _note(_("Press note in English (optional)"), "en")

    def clean(self) -> dict[str, Any]:
        """Ask for the source of a number, and for the other language of a text."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("headcount") and not data.get("headcount_source"):
            self.add_error("headcount_source", _("Say how the number is known."))
        for name in ("counted_by", "press_note"):
            for code, other in (("ur", "en"), ("en", "ur")):
                mine, its = f"{name}_{code}", f"{name}_{other}"
                if data.get(its) and not data.get(mine) and mine not in self.errors:
                    self.add_error(mine, _("Write it in both languages, or in neither."))
                if looks_like_cnic(str(data.get(mine, ""))):
                    self.add_error(mine, _("Please do not write an identity card number here."))
        return data

    def facts(self) -> ReportFacts:
        """Return what was written; call after is_valid()."""
        data = self.cleaned_data
        return ReportFacts(**{name: data[name] for name in ReportFacts.__dataclass_fields__})


def first_values(report: EventReport | None) -> dict[str, Any]:
    """Return what stands in the form at first."""
    names = ReportFacts.__dataclass_fields__
    return {name: getattr(report, name) for name in names} if report else {}


def _size_checked(file: UploadedFile[Any], most: int, words: Any) -> UploadedFile[Any]:
    if file.size is None or file.size > most:
        raise forms.ValidationError(words)
    return file


class PhotographForm(forms.Form):
    """A photograph, who agreed, what it shows."""

    use_required_attribute = False

    photograph = forms.FileField(
        label=_("Photograph"),
        error_messages=dict.fromkeys(
            ("required", "invalid", "empty", "missing"), _("Choose a photograph.")
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt_ur = _line(_("What it shows, in Urdu"), "ur", LONGEST_ALT, required=True)
    alt_en = _line(_("What it shows, in English"), "en", LONGEST_ALT, required=True)
    credit = _line(_("Who took it (optional)"), "ur", LONGEST_LINE)
    has_consent = forms.BooleanField(
        label=_("Everybody who can be recognised has agreed in writing."), required=False
    )
    shows_children = forms.BooleanField(
        label=_("A child can be recognised."),
        help_text=_("Then it is kept here and never published."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credit"].widget.attrs |= {"dir": "auto"}
        del self.fields["credit"].widget.attrs["lang"]

    def clean_photograph(self) -> UploadedFile[Any]:
        """Refuse what is too large before it is read."""
        words = _("This picture is too large: at most 8 MB.")
        return _size_checked(self.cleaned_data["photograph"], MOST_PHOTOGRAPH_BYTES, words)

    def facts(self) -> PhotographFacts:
        """Return what is known of the photograph; call after is_valid()."""
        data = self.cleaned_data
        return PhotographFacts(**{n: data[n] for n in PhotographFacts.__dataclass_fields__})


class PresentationForm(forms.Form):
    """A speaker's slides or paper."""

    use_required_attribute = False

    title_ur = _line(_("Title in Urdu"), "ur", LONGEST_LINE, required=True)
    title_en = _line(_("Title in English"), "en", LONGEST_LINE, required=True)
    presentation = forms.FileField(
        label=_("PDF file"),
        error_messages=dict.fromkeys(
            ("required", "invalid", "empty", "missing"), _("Choose a PDF file.")
        ),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    def clean_presentation(self) -> UploadedFile[Any]:
        """Refuse what is too large before it is read."""
        words = _("This file is too large: at most 10 MB.")
        return _size_checked(self.cleaned_data["presentation"], MOST_PRESENTATION_BYTES, words)

    def titles(self) -> dict[str, str]:
        """Return the title by language; call after is_valid()."""
        return {"en": self.cleaned_data["title_en"], "ur": self.cleaned_data["title_ur"]}
