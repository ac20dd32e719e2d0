"""What an organiser says when an event is postponed, cancelled, moved or resumed."""

import datetime
from dataclasses import replace
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.desk.forms.moments import ClockField, DayField
from events.enums import ChangeKind, DatePrecision, EventState
from events.models import Event, Schedule, Venue
from events.services import ScheduleDetails, details_of
from participants.forms import TypedTextField

LONGEST_REASON = 240
LONGEST_PLACE = 240
TOO_LONG = {"max_length": _("This is too long.")}


class ReasonForm(forms.Form):
    """Why, in both languages or in neither; people and the public page are told."""

    use_required_attribute = False

    reason_ur = TypedTextField(
        label=_("Reason in Urdu (optional)"),
        required=False,
        max_length=LONGEST_REASON,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"lang": "ur", "dir": "rtl", "autocomplete": "off"}),
    )
    reason_en = TypedTextField(
        label=_("Reason in English (optional)"),
        required=False,
        max_length=LONGEST_REASON,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"lang": "en", "dir": "ltr", "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, event: Event, now: datetime.datetime) -> None:
        self.schedule: Schedule = event.schedule
        self.now = now
        super().__init__(data, initial=self.first_values())

    def first_values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return {}

    def clean(self) -> dict[str, Any]:
        """Ask for the other language: everybody reads the reason in their own."""
        data: dict[str, Any] = super().clean() or {}
        for name, other in (("reason_ur", "reason_en"), ("reason_en", "reason_ur")):
            if data.get(other) and not data.get(name) and name not in self.errors:
                self.add_error(name, _("Write the reason in both languages, or in neither."))
        return data

    def details(self) -> ScheduleDetails:
        """Return the event as it will be; call after is_valid()."""
        return replace(details_of(self.schedule), state=self.state_afterwards())

    def state_afterwards(self) -> str:
        """Return the state the event will be in."""
        raise NotImplementedError


class PostponeForm(ReasonForm):
    """Another day will be said later; registrations are kept."""

    def state_afterwards(self) -> str:
        """Return the state the event will be in."""
        return EventState.POSTPONED


class CancelForm(ReasonForm):
    """It will not take place."""

    def state_afterwards(self) -> str:
        """Return the state the event will be in."""
        return EventState.CANCELLED


class VenueField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable in Django
    """A venue of the event's city, named in the page's language."""

    def label_from_instance(self, obj: Venue) -> str:
        """Return its name."""
        return str(getattr(obj, f"name_{(get_language() or 'ur')[:2]}"))


class MoveForm(ReasonForm):
    """Another day, hour or place."""

    day = DayField(label=_("Day"))
    starts = ClockField(
        label=_("From"), required=False, help_text=_("Empty while only the day is known.")
    )
    ends = ClockField(label=_("Until"), required=False)
    venue = VenueField(
        label=_("Venue"),
        queryset=Venue.objects.none(),
        required=False,
        empty_label=_("Not known yet"),
        error_messages={"invalid_choice": _("Choose one of the options.")},
    )
    assembly_point_ur = TypedTextField(
        label=_("Assembly point in Urdu"),
        required=False,
        max_length=LONGEST_PLACE,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"lang": "ur", "dir": "rtl"}),
    )
    assembly_point_en = TypedTextField(
        label=_("Assembly point in English"),
        required=False,
        max_length=LONGEST_PLACE,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"lang": "en", "dir": "ltr"}),
    )
    field_order = (
        "day",
        "starts",
        "ends",
        "venue",
        "assembly_point_ur",
        "assembly_point_en",
        "reason_ur",
        "reason_en",
    )

    def __init__(self, data: Any = None, *, event: Event, now: datetime.datetime) -> None:
        super().__init__(data, event=event, now=now)
        # A ModelChoiceField by its declaration above.
        self.fields["venue"].queryset = Venue.objects.filter(city=event.city)  # type: ignore[attr-defined]

    def first_values(self) -> dict[str, Any]:
        """Return when and where it is now."""
        schedule = self.schedule
        starts, ends = schedule.starts_at, schedule.ends_at
        return {
            "day": schedule.happens_on if schedule.has_day else None,
            "starts": timezone.localtime(starts).time() if schedule.has_hour and starts else None,
            "ends": timezone.localtime(ends).time() if schedule.has_hour and ends else None,
            "venue": schedule.venue_id,
            "assembly_point_ur": schedule.assembly_point_ur,
            "assembly_point_en": schedule.assembly_point_en,
        }

    def state_afterwards(self) -> str:
        """Return the state the event will be in."""
        return self.schedule.state

    def clean(self) -> dict[str, Any]:
        """Refuse what lies in the past or ends before it begins."""
        data = super().clean()
        starts, ends = data.get("starts"), data.get("ends")
        if ends and not starts:
            self.add_error("starts", _("Write when it begins, too."))
        elif starts and ends and ends <= starts:
            self.add_error("ends", _("This lies before the beginning."))
        if data.get("day") and not self.errors and self._is_past(data):
            self.add_error("day", _("This day or hour is over already."))
        return data

    def _is_past(self, data: dict[str, Any]) -> bool:
        if data.get("starts"):
            return _moment(data["day"], data["starts"]) <= self.now
        return bool(data["day"] < timezone.localtime(self.now).date())

    def details(self) -> ScheduleDetails:
        """Return the event as it will be; call after is_valid()."""
        data = self.cleaned_data
        has_hour = data["starts"] is not None
        return replace(
            super().details(),
            precision=DatePrecision.TIME if has_hour else DatePrecision.DAY,
            happens_on=data["day"],
            starts_at=_moment(data["day"], data["starts"]) if has_hour else None,
            ends_at=_moment(data["day"], data["ends"]) if data["ends"] else None,
            venue=data["venue"],
            assembly_point_ur=data["assembly_point_ur"],
            assembly_point_en=data["assembly_point_en"],
        )


class ResumeForm(MoveForm):
    """It takes place after all, on the old day or a new one."""

    takes_registrations = forms.BooleanField(label=_("Registration is open again"), required=False)

    def first_values(self) -> dict[str, Any]:
        """Return when and where it was to be; registration opens unless told otherwise."""
        return {**super().first_values(), "takes_registrations": True}

    def state_afterwards(self) -> str:
        """Return the state the event will be in."""
        is_open = self.cleaned_data["takes_registrations"]
        return EventState.OPEN if is_open else EventState.CLOSED


def _moment(day: datetime.date, clock: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, clock))


FORMS: dict[ChangeKind, type[ReasonForm]] = {
    ChangeKind.POSTPONED: PostponeForm,
    ChangeKind.CANCELLED: CancelForm,
    ChangeKind.MOVED: MoveForm,
    ChangeKind.RESUMED: ResumeForm,
}
