"""What a director writes when taking an organisation in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.joining.selectors import organisations_alike
from campaigns.joining.services.deciding import NetworkEntry
from campaigns.lists import KIND_LABELS
from campaigns.models import JoinApplication, Organisation
from participants.applications.forms import hints_of, typed_halves
from participants.forms import CHOOSE, ENGLISH, URDU, words_field

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
        for name, hint in hints_of(_texts(application)).items():
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
    typed = {name: words for name, _other, words in typed_halves(_texts(application))}
    return {**typed, "kind": application.organisation_kind}


def _texts(application: JoinApplication) -> dict[str, str]:
    return {"name": application.organisation_name, "work": application.work}
