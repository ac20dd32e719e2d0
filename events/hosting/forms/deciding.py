"""What a director writes when approving an application."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.desk.forms.moments import ClockField, DayField
from events.desk.forms.terms import LARGEST_CAPACITY
from events.hosting.services.deciding import PlannedWalk
from events.models import HostApplication
from participants.applications.forms import hints_of, typed_halves
from participants.forms import ENGLISH, URDU, count_field, words_field

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
        for name, hint in hints_of(_texts(application)).items():
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
        **{name: words for name, _other, words in typed_halves(_texts(application))},
        "happens_on": application.wished_on,
        "starts": application.wished_from,
        "capacity": application.people_count,
    }


def _texts(application: HostApplication) -> dict[str, str]:
    return {
        "organiser": application.organisation_name,
        "assembly_point": application.gathering_place,
    }
