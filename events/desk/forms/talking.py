"""A message to the people of an event, written in both languages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.desk.lists.talking import AUDIENCE_LABELS, group_label
from events.enums import MessageAudience
from events.models.talking import LONGEST_SUBJECT, LONGEST_TEXT
from events.talking.rules import MessageDraft, names_the_campaign, preview_of
from events.talking.selectors.addressees import GroupChoice
from participants.forms import PastedTextField, TypedTextField
from urdu.cleaning import clean_line, looks_like_cnic

TOO_LONG = {"max_length": _("This is too long.")}
DISCREET = _(
    "A locked phone shows this to whoever holds it. Write it so that it does not say what the "
    "campaign is about."
)


class LinesField(PastedTextField):
    """A few lines of prose: direction controls and NUL go, single blank lines stay."""

    def to_python(self, value: Any) -> str:
        """Return the lines, each clean."""
        lines = [clean_line(line) for line in super().to_python(value).splitlines()]
        kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
        return "\n".join(kept).strip()


def _subject(label: Any, language: str) -> TypedTextField:
    attributes = {"lang": language, "dir": "rtl" if language == "ur" else "ltr"}
    return TypedTextField(
        label=label,
        required=False,
        max_length=LONGEST_SUBJECT,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs=attributes | {"autocomplete": "off"}),
    )


def _text(label: Any, language: str) -> LinesField:
    attributes = {"lang": language, "dir": "rtl" if language == "ur" else "ltr", "rows": 5}
    return LinesField(
        label=label,
        max_length=LONGEST_TEXT,
        error_messages=TOO_LONG
        | {"required": _("Write the message in both languages: everybody reads their own.")},
        widget=forms.Textarea(attrs=attributes),
    )


class MessageForm(forms.Form):
    """To whom, and what; the subject is for e-mail only and may stay empty."""

    use_required_attribute = False

    to = forms.ChoiceField(
        label=_("To whom"),
        error_messages={
            "required": _("Choose one of the options."),
            "invalid_choice": _("Choose one of the options."),
        },
    )
    text_ur = _text(_("Message in Urdu"), "ur")
    text_en = _text(_("Message in English"), "en")
    subject_ur = _subject(_("Subject in Urdu (optional, for e-mail)"), "ur")
    subject_en = _subject(_("Subject in English (optional, for e-mail)"), "en")
    has_own_link = forms.BooleanField(
        label=_("Add each person's own link"),
        help_text=_("With it they can change or cancel. It makes a text message longer."),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        audiences: Sequence[MessageAudience],
        groups: Sequence[GroupChoice],
        initial: Any = None,
    ) -> None:
        super().__init__(data, initial=initial)
        choices: list[Any] = [(one.value, AUDIENCE_LABELS[one]) for one in audiences]
        if groups:
            named = [(f"{one.audience.value}:{one.of}", group_label(one)) for one in groups]
            choices.append((_("One group"), named))
        # Of a ChoiceField the typed attribute is the field's own.
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse what a locked phone would tell, and identity card numbers anywhere."""
        data: dict[str, Any] = super().clean() or {}
        for name in ("subject_ur", "subject_en", "text_ur", "text_en"):
            typed = str(data.get(name, ""))
            if looks_like_cnic(typed):
                self.add_error(name, _("Please do not write an identity card number here."))
            elif names_the_campaign(preview_of(typed)):
                self.add_error(name, DISCREET)
        for name, other in (("subject_ur", "subject_en"), ("subject_en", "subject_ur")):
            if data.get(other) and not data.get(name) and name not in self.errors:
                self.add_error(name, _("Write the subject in both languages, or in neither."))
        return data

    def draft(self) -> MessageDraft:
        """Return the message; call after is_valid()."""
        audience, _colon, of = str(self.cleaned_data["to"]).partition(":")
        return MessageDraft(
            audience=MessageAudience(audience),
            of=of,
            subject_en=self.cleaned_data["subject_en"],
            subject_ur=self.cleaned_data["subject_ur"],
            text_en=self.cleaned_data["text_en"],
            text_ur=self.cleaned_data["text_ur"],
            has_own_link=self.cleaned_data["has_own_link"],
        )
