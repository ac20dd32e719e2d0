"""Choosing which lines of the log to see."""

import datetime
from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from directory.models import User
from events.staff.lists import kind_words, names_of
from events.staff.selectors import LogChoice, log_actors, log_kinds, log_subjects

DAY = {"type": "date", "dir": "ltr"}


class LogFilterForm(forms.Form):
    """Kind, event, person and days; what nobody offers is treated as not chosen."""

    kind = forms.ChoiceField(label=_("With what"), required=False)
    event = forms.ChoiceField(label=_("Event"), required=False)
    who = forms.ChoiceField(label=_("Who"), required=False)
    first = forms.CharField(label=_("From day"), required=False, widget=forms.DateInput(attrs=DAY))
    last = forms.CharField(label=_("To day"), required=False, widget=forms.DateInput(attrs=DAY))

    def __init__(self, query: Any, language: str) -> None:
        everything = [("", _("All"))]
        subjects = log_subjects()
        names = names_of(subjects, language)
        choices = {
            "kind": [(kind, kind_words(kind)[0]) for kind in log_kinds()],
            "event": [(slug, names.get(slug, slug)) for slug in subjects],
            "who": [(str(user.pk), _named(user)) for user in log_actors()],
        }
        self.chosen = {
            name: query.get(name, "") if query.get(name) in dict(offered) else ""
            for name, offered in choices.items()
        }
        self.days = {name: _day(query.get(name, "")) for name in ("first", "last")}
        shown = {name: day.isoformat() if day else "" for name, day in self.days.items()}
        super().__init__(self.chosen | shown)
        for name, offered in choices.items():
            self.fields[name].choices = everything + offered  # type: ignore[attr-defined]  # of a choice field

    def choice(self) -> LogChoice:
        """Return what was chosen."""
        return LogChoice(
            kind=self.chosen["kind"],
            subject=self.chosen["event"],
            actor=int(self.chosen["who"]) if self.chosen["who"] else None,
            **self.days,
        )

    def query(self) -> str:
        """Return what was chosen as a query string, for links of the same lines."""
        days = {name: day.isoformat() for name, day in self.days.items() if day}
        return urlencode({name: value for name, value in self.chosen.items() if value} | days)


def _named(user: User) -> str:
    return user.username


def _day(typed: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return None
