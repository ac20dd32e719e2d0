"""Days and hours as organisers type them: Pakistan time, any digits, nothing absurd."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from urdu.cleaning import clean_line
from urdu.digits import to_latin_digits

EARLIEST, LATEST = datetime.date(2020, 1, 1), datetime.date(2100, 1, 1)
MOMENT_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]


def _typed(value: Any) -> Any:
    return to_latin_digits(clean_line(value)) if isinstance(value, str) else value


def _check(day: datetime.date | None) -> None:
    if day is not None and not EARLIEST <= day < LATEST:
        raise forms.ValidationError(_("This day is too far away."), code="far")


class DayField(forms.DateField):
    """A day."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose a day."),
        "invalid": _("Choose a day, for example 2027-08-01."),
    }

    def to_python(self, value: Any) -> datetime.date | None:
        """Return the day, whatever digits it was typed in."""
        day = super().to_python(_typed(value))
        _check(day)
        return day


class ClockField(forms.TimeField):
    """An hour of the day."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose an hour."),
        "invalid": _("Choose an hour, for example 07:30."),
    }

    def to_python(self, value: Any) -> datetime.time | None:
        """Return the hour, whatever digits it was typed in."""
        return super().to_python(_typed(value))


class MomentField(forms.DateTimeField):
    """A day and an hour of Pakistan in one control."""

    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Choose a day and an hour, for example 2027-08-01 07:30."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"input_formats": MOMENT_FORMATS, "required": False, **kwargs})

    def to_python(self, value: Any) -> datetime.datetime | None:
        """Return the moment, whatever digits it was typed in."""
        value = _typed(value)
        if isinstance(value, str) and value[:4].isdecimal():
            _check(datetime.date(max(1, int(value[:4])), 1, 2))
        return super().to_python(value)
