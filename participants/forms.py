"""Form fields for people's details: forgiving of spelling, firm about what is stored."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participants.errors import InvalidPhone
from participants.rules.phones import to_e164
from urdu.cleaning import (
    clean_line,
    has_link,
    has_unreasonable_marks,
    is_blank_to_the_eye,
    looks_like_cnic,
)
from urdu.digits import to_latin_digits

LONGEST_ANSWER = 480
CHOOSE = {
    "required": _("Choose one of the options."),
    "invalid_choice": _("Choose one of the options."),
}
URDU = {"lang": "ur", "dir": "rtl", "autocomplete": "off"}
ENGLISH = {"lang": "en", "dir": "ltr", "autocomplete": "off"}
TOO_LONG = {"max_length": _("This is too long.")}
WRITE_BOTH = {"required": _("Write it in both languages."), **TOO_LONG}

NAME_MAX_LENGTH = 120
# Far more than any party needs: cleaning a megabyte of lines would keep a worker busy.
NAMES_MAX_LENGTH = 4000
MOST_FAULTS_SHOWN = 5
# As long as an address may be on the wire (RFC 5321), and as the column is.
EMAIL_MAX_LENGTH = 254


def refuse_card_number(text: str) -> None:
    """Raise ValidationError for a text that holds an identity card number."""
    if looks_like_cnic(text):
        raise forms.ValidationError(
            _("Please do not write an identity card number here."), code="cnic"
        )


def clean_name(typed: str) -> str:
    """Return a name fit to be stored and printed.

    Raises ValidationError, in the page's language, for names nobody could read or that hold
    a link or an identity card number.
    """
    name = clean_line(typed)
    if is_blank_to_the_eye(name):
        raise forms.ValidationError(_("Please write your name."), code="required")
    if len(name) > NAME_MAX_LENGTH:
        raise forms.ValidationError(
            _("This name is too long. Please write at most %(max)d letters."),
            code="max_length",
            params={"max": NAME_MAX_LENGTH},
        )
    refuse_card_number(name)
    if has_link(name) or has_unreasonable_marks(name) or not any(c.isalpha() for c in name):
        raise forms.ValidationError(_("Please write a name in letters only."), code="letters")
    return name


class TypedTextField(forms.CharField):
    """Text from outside: NUL and direction controls go before any validator sees them.

    Nobody needs an identity card number here, whatever the field asks for.
    """

    def to_python(self, value: Any) -> str:
        """Return one clean line."""
        return clean_line(str(value)) if value not in self.empty_values else ""

    def clean(self, value: Any) -> str:
        """Return the line; one with an identity card number is refused."""
        text: str = super().clean(value)
        refuse_card_number(text)
        return text


class PastedTextField(forms.CharField):
    """Lines pasted from elsewhere: NUL goes before any validator sees it, all else stays."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """Return the text as it was pasted."""
        return (super().to_python(value) or "").replace("\0", "")


class NameField(TypedTextField):
    """A person's name in any script."""

    default_error_messages: ClassVar[dict[str, Any]] = {"required": _("Please write your name.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("autocomplete", "name")
        self.widget.attrs.setdefault("dir", "auto")

    def clean(self, value: Any) -> str:
        """Return the cleaned name; an optional empty one stays empty."""
        text = super().clean(value)
        return clean_name(text) if text else ""


class NamesField(forms.Field):
    """Names of several people, one a line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> tuple[str, ...]:
        """Return the cleaned names, empty lines left out."""
        typed = "" if value in self.empty_values else str(value)
        if len(typed) > NAMES_MAX_LENGTH:
            raise forms.ValidationError(
                _("This is too long. Please write one name on each line."), code="max_length"
            )
        return _names_of(typed.splitlines())


def _names_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the names; raises ValidationError that says which lines are none."""
    names: list[str] = []
    faults: list[forms.ValidationError] = []
    for number, line in enumerate(lines, 1):
        if not clean_line(line):
            continue
        try:
            names.append(clean_name(line))
        except forms.ValidationError as error:
            faults.append(_fault_of_line(number, error))
    if faults:
        # Of a list of something else the first lines tell enough.
        raise forms.ValidationError(faults[:MOST_FAULTS_SHOWN])
    return tuple(names)


def _fault_of_line(number: int, error: forms.ValidationError) -> forms.ValidationError:
    said = gettext("Line %(number)d: %(message)s")
    message = " ".join(error.messages)
    return forms.ValidationError(said % {"number": number, "message": message}, code=error.code)


class PhoneField(TypedTextField):
    """A Pakistani mobile in any spelling, stored in one."""

    widget = forms.TextInput(
        attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel", "dir": "ltr"}
    )
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Enter a valid mobile number, for example 0300 1234567."),
        "invalid": _("Enter a valid mobile number, for example 0300 1234567."),
    }

    def clean(self, value: Any) -> str:
        """Return the number in E.164 form."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            return to_e164(text)
        except InvalidPhone as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error


class OptionalEmailField(forms.EmailField):
    """An e-mail address that may be left empty."""

    widget = forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Enter a valid email address.")
    }

    def __init__(self, **kwargs: Any) -> None:
        # The length is looked at in clean(): two validators would say the same thing twice.
        super().__init__(**{"max_length": None, **kwargs})

    def to_python(self, value: Any) -> str:
        """Return one clean line, the domain in lower case."""
        if value in self.empty_values:
            return ""
        mailbox, at, domain = clean_line(str(value)).rpartition("@")
        return f"{mailbox}{at}{domain.lower()}"

    def clean(self, value: Any) -> str:
        """Return the address; one longer than mail can reach is refused like any wrong one."""
        address = str(super().clean(value))
        if len(address) > EMAIL_MAX_LENGTH:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        # A mailbox may be made of one: 35202_1234567_1@…
        refuse_card_number(address.replace("_", "-").replace("+", " "))
        return address


class CountField(forms.IntegerField):
    """A small number; Urdu digits are welcome."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"})

    def to_python(self, value: Any) -> int | None:
        """Return the number whatever digits it was typed in."""
        if isinstance(value, str):
            value = to_latin_digits(value).strip()
        return super().to_python(value)


def _between(least: int, most: int) -> str:
    return gettext("Write a number from %(least)d to %(most)d.") % {"least": least, "most": most}


def count_field(label: Any, least: int, most: int, help_text: Any = "", **more: Any) -> CountField:
    """Return a field for a number between two others, which its messages name."""
    names = ("required", "invalid", "min_value", "max_value")
    messages = dict.fromkeys(names, lazy(_between, str)(least, most))
    return CountField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        error_messages=messages,
        **more,
    )


def words_field(label: Any, attributes: dict[str, str], most: int, **more: Any) -> TypedTextField:
    """Return one half of a pair of words."""
    widget = more.pop("widget", forms.TextInput)
    more.setdefault("error_messages", WRITE_BOTH)
    return TypedTextField(label=label, max_length=most, widget=widget(attrs=attributes), **more)


class DeclineForm(forms.Form):
    """A reason from a list, and words of one's own in both languages or in neither.

    `reasons` are what may be answered, by their stored names.
    """

    use_required_attribute = False

    reason = forms.ChoiceField(label=_("Reason"), widget=forms.RadioSelect, error_messages=CHOOSE)
    answer_ur = words_field(
        _("In your own words, in Urdu (optional)"),
        {**URDU, "rows": "3"},
        LONGEST_ANSWER,
        widget=forms.Textarea,
        required=False,
    )
    answer_en = words_field(
        _("In your own words, in English (optional)"),
        {**ENGLISH, "rows": "3"},
        LONGEST_ANSWER,
        widget=forms.Textarea,
        required=False,
    )

    def __init__(self, data: Any = None, *, reasons: Mapping[str, Any]) -> None:
        super().__init__(data)
        field = self.fields["reason"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(reasons.items())

    def clean(self) -> dict[str, Any]:
        """Ask for the other language: whoever looks later reads either."""
        data: dict[str, Any] = super().clean() or {}
        for name, other in (("answer_ur", "answer_en"), ("answer_en", "answer_ur")):
            if data.get(other) and not data.get(name) and name not in self.errors:
                self.add_error(name, _("Write it in both languages, or in neither."))
        return data

    def answers(self) -> dict[str, str]:
        """Return the own words by language; call after is_valid()."""
        return {"en": self.cleaned_data["answer_en"], "ur": self.cleaned_data["answer_ur"]}
