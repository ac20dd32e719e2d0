"""What a director writes when taking an organisation in or declining it."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.forms import CHOOSE
from campaigns.joining.lists import REASON_LABELS
from campaigns.joining.selectors import organisations_alike
from campaigns.joining.services.deciding import NetworkEntry
from campaigns.lists import KIND_LABELS
from campaigns.models import JoinApplication, Organisation
from participants.forms import ENGLISH, URDU, AnswerForm, words_field
from urdu.scripts import is_in_urdu_letters

LONGEST_NAME = 160
LONGEST_WORDS = 480


class EntryForm(forms.Form):
    """How an organisation will stand in the network, prefilled from the application.

    Where our list has organisations of a like name, `known` asks whether it is one of them.
    """

    use_required_attribute = False

    known = forms.ChoiceField(
        label=_("Is it one of these?"),
        help_text=_("An organisation of our list keeps the words that stand there."),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    name_ur = words_field(_("Name in Urdu"), URDU, LONGEST_NAME)
    name_en = words_field(_("Name in English"), ENGLISH, LONGEST_NAME)
    work_ur = words_field(
        _("What it does, in Urdu"), {**URDU, "rows": "3"}, LONGEST_WORDS, widget=forms.Textarea
    )
    work_en = words_field(
        _("What it does, in English"),
        {**ENGLISH, "rows": "3"},
        LONGEST_WORDS,
        widget=forms.Textarea,
    )
    kind = forms.ChoiceField(
        label=_("Kind of organisation"), choices=list(KIND_LABELS.items()), error_messages=CHOOSE
    )

    def __init__(self, data: Any = None, *, application: JoinApplication, language: str) -> None:
        super().__init__(data, initial=first_values(application))
        for name, hint in hints(application).items():
            self.fields[name].help_text = hint
        self._alike = {
            str(one.pk): one for one in organisations_alike(application.organisation_name)
        }
        if self._alike:
            self._offer(language)
        else:
            del self.fields["known"]

    def _offer(self, language: str) -> None:
        field = self.fields["known"]
        names = [(pk, getattr(one, f"name_{language}")) for pk, one in self._alike.items()]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*names, ("new", _("No, it is another one"))]

    def entry(self) -> NetworkEntry:
        """Return how it will stand there; call after is_valid()."""
        names = NetworkEntry.__dataclass_fields__
        return NetworkEntry(**{name: self.cleaned_data[name] for name in names})

    def known_one(self) -> Organisation | None:
        """Return the organisation of our list that was chosen; call after is_valid()."""
        return self._alike.get(self.cleaned_data.get("known", ""))


def first_values(application: JoinApplication) -> dict[str, Any]:
    """Return what an application says; its words only in the language they are in."""
    typed = {name: words for name, _other, words in _typed(application)}
    return {**typed, "kind": application.organisation_kind}


def hints(application: JoinApplication) -> dict[str, SafeString]:
    """Return what was written in the one language beside the empty field of the other."""
    ask = {
        "ur": gettext("The applicant wrote %(words)s. Write it in Urdu here."),
        "en": gettext("The applicant wrote %(words)s. Write it in English here."),
    }
    return {
        other: format_html(ask[other[-2:]].replace("%(words)s", "<bdi>{}</bdi>"), words)
        for _name, other, words in _typed(application)
    }


def _typed(application: JoinApplication) -> list[tuple[str, str, str]]:
    """Return field, field of the other language, and words of each free text."""
    texts = {"name": application.organisation_name, "work": application.work}
    found = []
    for name, words in texts.items():
        own, other = ("ur", "en") if is_in_urdu_letters(words) else ("en", "ur")
        found.append((f"{name}_{own}", f"{name}_{other}", words))
    return found


class DeclineForm(AnswerForm):
    """A reason from the list, and words of one's own in both languages or in neither."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        widget=forms.RadioSelect,
        choices=list(REASON_LABELS.items()),
        error_messages=CHOOSE,
    )
