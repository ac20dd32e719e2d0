"""Inviting one by one or by pasted lines, and keeping seats for groups."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.desk.lists.invitations import GROUP_LABELS, group_of
from events.enums import StakeholderGroup
from events.registration.rules import Guest
from participants.forms import (
    CHOOSE,
    NameField,
    OptionalEmailField,
    PhoneField,
    TypedTextField,
    clean_name,
    count_field,
    refuse_card_number,
)
from urdu.cleaning import clean_line

MOST_LINES = 200
LONGEST_PASTE = 60_000
LONGEST_ORGANISATION = 160
MOST_SEATS = 20
MOST_SEATS_OF_A_GROUP = 10_000
_BETWEEN_CELLS = re.compile(r"[;؛\t|]")


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """One line that could not be used, and what is wrong with it."""

    number: int
    text: str
    fault: str


class PasteForm(forms.Form):
    """Lines of name; organisation; e-mail or phone; group; seats."""

    use_required_attribute = False

    lines = forms.CharField(
        label=gettext_lazy("One guest on each line"),
        help_text=gettext_lazy("Name; organisation; e-mail or mobile; group; seats"),
        max_length=LONGEST_PASTE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Write one guest on each line."),
            "max_length": gettext_lazy("This is too long. Invite them in several goes."),
        },
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Write to them in"),
        widget=forms.RadioSelect,
        choices=[("ur", gettext_lazy("Urdu")), ("en", gettext_lazy("English"))],
        error_messages=CHOOSE,
    )

    def clean_lines(self) -> str:
        """Refuse more lines than one page can be checked by eye."""
        lines: str = self.cleaned_data["lines"]
        count = sum(bool(clean_line(line)) for line in lines.splitlines())
        if count > MOST_LINES:
            message = _("These are %(count)d lines. Invite at most %(most)d at once.")
            raise forms.ValidationError(message % {"count": count, "most": MOST_LINES})
        if not count:
            raise forms.ValidationError(_("Write one guest on each line."))
        return lines

    def read(self) -> tuple[list[Guest], list[FaultyLine]]:
        """Return the guests and the lines that could not be used; call after is_valid()."""
        guests: list[Guest] = []
        faults: list[FaultyLine] = []
        for number, line in enumerate(self.cleaned_data["lines"].splitlines(), start=1):
            if not clean_line(line):
                continue
            try:
                guests.append(read_guest(line))
            except forms.ValidationError as error:
                faults.append(FaultyLine(number, clean_line(line)[:200], error.messages[0]))
        return guests, faults


def read_guest(line: str) -> Guest:
    """Return the guest of one line.

    Raises ValidationError, in the page's language, for the first thing that is wrong.
    """
    cells = [clean_line(cell) for cell in _BETWEEN_CELLS.split(line.replace("\0", ""))]
    cells += [""] * (5 - len(cells))
    name, organisation, reach, group, seats = cells[:5]
    if any(cells[5:]):
        raise forms.ValidationError(_("There is more in this line than the five things."))
    if len(organisation) > LONGEST_ORGANISATION:
        raise forms.ValidationError(_("The organisation’s name is too long."))
    refuse_card_number(organisation)
    phone, email = _reach(reach)
    return Guest(
        full_name=clean_name(name),
        organisation=organisation,
        phone=phone,
        email=email,
        group=_group(group),
        seats=_seats(seats),
    )


def _reach(typed: str) -> tuple[str, str]:
    """Return phone and e-mail, one of them empty."""
    if "@" in typed:
        return "", OptionalEmailField().clean(typed)
    return PhoneField(required=True).clean(typed), ""


def _group(typed: str) -> str:
    group = group_of(typed) if typed else StakeholderGroup.OTHER.value
    if group is None:
        names = "، ".join(str(label) for label in GROUP_LABELS.values())
        raise forms.ValidationError(_("This group is not known. Write one of: %s") % names)
    return group


def _seats(typed: str) -> int:
    field = count_field("", 1, MOST_SEATS)
    return int(field.clean(typed)) if typed else 1


class OneGuestForm(forms.Form):
    """One guest; what comes out is the same line as a pasted one."""

    use_required_attribute = False

    full_name = NameField(label=gettext_lazy("Full name"))
    organisation = TypedTextField(
        label=gettext_lazy("Organisation (optional)"),
        required=False,
        max_length=LONGEST_ORGANISATION,
        error_messages={"max_length": gettext_lazy("This is too long.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    reach = TypedTextField(
        label=gettext_lazy("E-mail or mobile number"),
        max_length=254,
        error_messages={
            "required": gettext_lazy("Write an e-mail address or a mobile number."),
            "max_length": gettext_lazy("This is too long."),
        },
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Group"), choices=list(GROUP_LABELS.items()), error_messages=CHOOSE
    )
    seats = count_field(gettext_lazy("Seats"), 1, MOST_SEATS)
    language = forms.ChoiceField(
        label=gettext_lazy("Write to them in"),
        widget=forms.RadioSelect,
        choices=[("ur", gettext_lazy("Urdu")), ("en", gettext_lazy("English"))],
        error_messages=CHOOSE,
    )

    def clean_reach(self) -> str:
        """Refuse what is neither an address nor a mobile number."""
        typed: str = self.cleaned_data["reach"]
        _reach(typed)
        return typed

    def line(self) -> str:
        """Return the guest as a line; call after is_valid()."""
        names = ("full_name", "organisation", "reach", "group", "seats")
        cells = (str(self.cleaned_data[name]) for name in names)
        return "; ".join(_BETWEEN_CELLS.sub(" ", cell) for cell in cells)


class QuotaForm(forms.Form):
    """Seats kept for each group; all empty keeps none."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, seats: Mapping[str, int], capacity: int) -> None:
        self.capacity = capacity
        super().__init__(data, initial=dict(seats))
        for code, label in GROUP_LABELS.items():
            self.fields[code] = count_field(label, 0, MOST_SEATS_OF_A_GROUP, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse more seats than there are places."""
        data: dict[str, Any] = super().clean() or {}
        total = sum(value or 0 for value in data.values())
        if total > self.capacity:
            message = _("Together these are %(total)d seats, but only %(capacity)d may come.")
            raise forms.ValidationError(message % {"total": total, "capacity": self.capacity})
        return data

    def seats(self) -> dict[str, int]:
        """Return the seats of each group; nothing where no number was written at all."""
        return {code: value for code, value in self.cleaned_data.items() if value is not None}
