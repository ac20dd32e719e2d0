"""Choosing how a sheet of the print shop looks; what nobody offers is treated as not chosen."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from documents.placards import PlacardPaper
from documents.posters import PosterShape
from documents.printing import Palette
from events.prints.enums import BadgeRole, BadgeSource, PrintLanguage, TableSign
from events.prints.forms import CodeField
from events.prints.lists.drawing import EVERY
from participants.forms import NameField, NamesField, TypedTextField

INKS = [(Palette.COLOUR.value, _("Colour")), (Palette.BLACK.value, _("Black, for any printer"))]
SHAPES = [
    (PosterShape.A4.value, _("A4, for a wall")),
    (PosterShape.A3.value, _("A3, for a large wall")),
    (PosterShape.SQUARE.value, _("Square, to share")),
    (PosterShape.STORY.value, _("Tall, for a status or story")),
]
PAPERS = [(PlacardPaper.A4.value, _("A4 across")), (PlacardPaper.A3.value, _("A3 across"))]
FOLDS = [("tent", _("A4, folded: both sides say it")), ("a5", _("A5, one side"))]
SHEET_COUNTS = [(str(count), str(count)) for count in (1, 2, 5, 10, 20)]
LONGEST_OWN = 80


class SheetForm(forms.Form):
    """Language and ink, which every sheet has."""

    use_required_attribute = False

    language = forms.ChoiceField(label=_("Language"), choices=PrintLanguage.choices)
    ink = forms.ChoiceField(label=_("Ink"), choices=INKS)

    def __init__(self, query: Mapping[str, str], usual: Mapping[str, str]) -> None:
        super().__init__()
        self.offer()
        for name, field in self.fields.items():
            if name in usual:
                field.initial = usual[name]
            elif isinstance(field, forms.ChoiceField):
                field.initial = next(str(key) for key, _label in self._choices(field))
        self.chosen = {name: self._chosen(name, query) for name in self.fields}
        self.initial = self.chosen

    def offer(self) -> None:
        """Fill in the choices that are the event's own."""

    def _choices(self, field: forms.ChoiceField) -> list[tuple[Any, Any]]:
        return list(field.choices)  # type: ignore[arg-type]  # a list, or Django's own iterator

    def _chosen(self, name: str, query: Mapping[str, str]) -> str:
        field = self.fields[name]
        typed = query.get(name, "")
        if isinstance(field, forms.BooleanField):
            return "on" if typed == "on" else ""
        offered = [str(key) for key, _label in self._choices(field)]  # type: ignore[arg-type]
        return typed if typed in offered else str(field.initial)

    def query(self) -> str:
        """Return what was chosen as a query string, for the picture and the file of it."""
        return urlencode({name: value for name, value in self.chosen.items() if value})


class PosterForm(SheetForm):
    """A poster's size."""

    shape = forms.ChoiceField(label=_("Size"), choices=SHAPES)


class PlacardForm(SheetForm):
    """A placard's paper and sentence; the sentences are the event's."""

    paper = forms.ChoiceField(label=_("Size"), choices=PAPERS)
    slogan = forms.ChoiceField(label=_("Sentence"))

    def __init__(
        self, query: Mapping[str, str], usual: Mapping[str, str], slogans: list[tuple[str, str]]
    ) -> None:
        self.slogans = slogans
        super().__init__(query, usual)

    def offer(self) -> None:
        """Offer the event's sentences, and all of them."""
        every = [*self.slogans, (EVERY, _("All of them, one a page"))]
        self.fields["slogan"] = forms.ChoiceField(label=_("Sentence"), choices=every)


class SignForm(SheetForm):
    """A table sign's words and how it stands."""

    sign = forms.ChoiceField(
        label=_("Sign"), choices=[*TableSign.choices, (EVERY, _("All of them, one a page"))]
    )
    fold = forms.ChoiceField(label=_("Size"), choices=FOLDS)


class BadgeForm(SheetForm):
    """Whose badges; a role and a number of sheets for blank ones."""

    source = forms.ChoiceField(label=_("For whom"), choices=BadgeSource.choices)
    with_unnamed = forms.BooleanField(
        required=False, label=_("Also one for everybody in a group whose name is not known")
    )
    role = forms.ChoiceField(label=_("Role on blank badges"), choices=BadgeRole.choices)
    sheets = forms.ChoiceField(label=_("Sheets of blank badges"), choices=SHEET_COUNTS)


class TypedBadgesForm(forms.Form):
    """Names for badges, one a line; nothing of it is kept."""

    use_required_attribute = False

    names = NamesField(
        label=_("Names, one on each line"),
        error_messages={"required": _("Write at least one name.")},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "autocomplete": "off"}),
    )
    names_role = forms.ChoiceField(label=_("Role"), choices=BadgeRole.choices)


class OwnWordsForm(forms.Form):
    """Words of one's own for a placard or a sign; nothing of it is kept."""

    use_required_attribute = False

    own_ur = TypedTextField(
        required=False,
        label=_("Your own words in Urdu"),
        max_length=LONGEST_OWN,
        widget=forms.TextInput(attrs={"dir": "rtl", "lang": "ur", "autocomplete": "off"}),
    )
    own_en = TypedTextField(
        required=False,
        label=_("Your own words in English"),
        max_length=LONGEST_OWN,
        widget=forms.TextInput(attrs={"dir": "ltr", "lang": "en", "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words in at least one language."""
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Write the words in at least one language."))
        return cleaned


class IssueForm(forms.Form):
    """The organiser's word that people took part; for everybody, or for one registration."""

    use_required_attribute = False

    reference = TypedTextField(
        required=False,
        label=_("Only one registration: its reference number"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"dir": "ltr", "autocomplete": "off", "autocapitalize": "characters"}
        ),
    )
    say_so = forms.BooleanField(
        label=_("I confirm that these people took part."),
        error_messages={"required": _("Certificates are given to those who took part only.")},
    )


class OneCertificateForm(forms.Form):
    """A name to be printed on one certificate."""

    use_required_attribute = False

    full_name = NameField(
        label=_("Name on the certificate"), widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    is_child = forms.BooleanField(
        required=False, label=_("Under 18: the check page does not show the name")
    )
    one_say_so = forms.BooleanField(
        label=_("I confirm that this person took part."),
        error_messages={"required": _("Certificates are given to those who took part only.")},
    )


class WithdrawForm(forms.Form):
    """The code of a certificate to take back."""

    use_required_attribute = False

    code = CodeField(label=_("Code of the certificate"))
