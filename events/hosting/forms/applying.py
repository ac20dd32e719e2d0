"""The form of whoever wants to host a walk: phone first, e-mail optional, no card number."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from events.desk.forms.moments import ClockField, DayField
from events.hosting.lists import KIND_LABELS
from events.hosting.rules import FEWEST_PEOPLE, LONGEST_PLACE, MOST_PEOPLE, HostSubmission
from participants.applications.forms import ApplicantForm, OwnWordsField, kind_field
from participants.applications.rules import Submission
from participants.enums import ConsentPurpose
from participants.forms import count_field
from participants.rules.consents import CONSENT_WORDINGS

CONSENT_WORDS = CONSENT_WORDINGS[ConsentPurpose.HOST][1]


class WishForm(ApplicantForm):
    """What is asked of a host."""

    shape: ClassVar[type[Submission]] = HostSubmission
    field_order = (
        "organisation_kind",
        "organisation_name",
        "full_name",
        "phone",
        "email",
        "city",
        "gathering_place",
        "people_count",
        "wished_on",
        "wished_from",
    )

    organisation_kind = kind_field(KIND_LABELS)
    gathering_place = OwnWordsField(
        label=_("Where would people gather?"),
        help_text=_("For example a park, a school ground or the gate of the courts."),
        max_length=LONGEST_PLACE,
        missing=_("Write where people would gather."),
        no_links=_("Please write the place in words, without links."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    people_count = count_field(
        _("About how many people do you expect?"), FEWEST_PEOPLE, MOST_PEOPLE
    )
    wished_on = DayField(
        label=_("Which day would you like? (optional)"),
        required=False,
        help_text=_("Most walks are on the World Day, 30 July, or the Sunday next to it."),
    )
    wished_from = ClockField(label=_("At what time? (optional)"), required=False)

    def clean_wished_on(self) -> datetime.date | None:
        """Refuse a day that is over."""
        day: datetime.date | None = self.cleaned_data["wished_on"]
        if day is not None and day <= self._today:
            raise forms.ValidationError(_("This day is over already. Choose a later one."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for the day that belongs to an hour."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("wished_from") and not data.get("wished_on") and "wished_on" not in self.errors:
            self.add_error("wished_on", _("Choose the day, too."))
        return data


class HostForm(WishForm):
    """The application, with leave to be written to about it."""

    consent = forms.BooleanField(
        label=_(CONSENT_WORDS),
        error_messages={"required": _("Without this we cannot answer you.")},
    )
