"""What a gate says of its hours: practice before the day, and why it is closed."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.attendance.rules import GateHours, GatePhase
from urdu.dates import format_day

CLOSED_WORDS: dict[str, Promise] = {
    GatePhase.OVER: gettext_lazy(
        "This event is over: its gate is closed. What was counted wrongly is set right by the "
        "organiser."
    ),
    GatePhase.POSTPONED: gettext_lazy(
        "This event is postponed: its gate stays closed until there is a new day."
    ),
    GatePhase.CANCELLED: gettext_lazy("This event is cancelled: its gate is closed."),
}


def practice_words(hours: GateHours, phase: GatePhase, language: str) -> str:
    """Return why nothing is counted, and from which day on it is."""
    if phase != GatePhase.PRACTICE:
        return _("Practice: nothing is counted")
    if hours.opens_at is None:
        return _("Practice: nothing is counted until the day of the event is known.")
    day = format_day(timezone.localtime(hours.opens_at).date(), language)
    return _("Practice: nothing is counted before %(day)s, the day of the event.") % {"day": day}
