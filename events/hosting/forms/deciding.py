"""What a director writes when approving or declining an application."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.desk.forms.moments import ClockField, DayField
from events.desk.forms.terms import CHOOSE, LARGEST_CAPACITY, count_field
from events.hosting.lists import REASON_LABELS
from events.hosting.services.deciding import PlannedWalk
from events.models import HostApplication
from participants.forms import ENGLISH, URDU, AnswerForm, words_field
from urdu.scripts import is_in_urdu_letters

LONGEST_TITLE = 160
LONGEST_LINE = 240


class ApproveForm(forms.Form):
    """The draft that approval makes, prefilled from the application, in both languages."""

    use_required_attribute = False

    title_ur = words_field(_("Title in Urdu"), URDU, LONGEST_TITLE)
    title_en = words_field(_("Title in English"), ENGLISH, LONGEST_TITLE)
    organiser_ur = words_field(_("Host in Urdu"), URDU, LONGEST_LINE)
    organiser_en = words_field(_("Host in English"), ENGLISH, LONGEST_LINE)
    assembly_point_ur = words_field(_("Assembly point in Urdu"), URDU, LONGEST_LINE)
    assembly_point_en = words_field(_("Assembly point in English"), ENGLISH, LONGEST_LINE)
    happens_on = DayField(label=_("Day"), required=False)
    starts = ClockField(label=_("From"), required=False)
    ends = ClockField(label=_("Until"), required=False)
    capacity = count_field(_("How many people may come in all?"), 1, LARGEST_CAPACITY)

    def __init__(self, data: Any = None, *, application: HostApplication) -> None:
        super().__init__(data, initial=first_values(application))
        for name, hint in hints(application).items():
            self.fields[name].help_text = hint

    def clean(self) -> dict[str, Any]:
        """Refuse an hour without its day, and an end before the beginning."""
        data: dict[str, Any] = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts and not data.get("happens_on") and "happens_on" not in self.errors:
            self.add_error("happens_on", _("Choose the day, too."))
        if ends and not starts:
            self.add_error("starts", _("Write when it begins, too."))
        elif starts and ends and ends <= starts:
            self.add_error("ends", _("This lies before the beginning."))
        return data

    def walk(self) -> PlannedWalk:
        """Return the event to be made; call after is_valid()."""
        return PlannedWalk(**self.cleaned_data)


def first_values(application: HostApplication) -> dict[str, Any]:
    """Return what an application says of its walk; its words only in the language they are in."""
    city = application.city
    return {
        "title_ur": f"آگاہی واک، {city.name_ur}",
        "title_en": f"Awareness walk, {city.name_en}",
        **{name: words for name, _other, words in _typed(application)},
        "happens_on": application.wished_on,
        "starts": application.wished_from,
        "capacity": application.people_count,
    }


def hints(application: HostApplication) -> dict[str, SafeString]:
    """Return, for the half of each pair that stays empty, what the applicant wrote there."""
    ask = {
        "ur": _("The applicant wrote %(words)s. Write it in Urdu here."),
        "en": _("The applicant wrote %(words)s. Write it in English here."),
    }
    return {
        other: format_html(ask[other[-2:]].replace("%(words)s", "<bdi>{}</bdi>"), words)
        for _name, other, words in _typed(application)
    }


def _typed(application: HostApplication) -> list[tuple[str, str, str]]:
    """Return field, the field of the other language, and words, for all the applicant wrote."""
    found = []
    pairs = {
        "organiser": application.organisation_name,
        "assembly_point": application.gathering_place,
    }
    for name, words in pairs.items():
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
