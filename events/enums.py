"""The fixed words of events."""

from django.db import models


class EventKind(models.TextChoices):
    """What sort of event it is."""

    WALK = "walk", "Walk"
    SEMINAR = "seminar", "Seminar"
    CONFERENCE = "conference", "Conference"
    TRAINING = "training", "Training"
    PRESS = "press", "Press conference"
    WEBINAR = "webinar", "Webinar"


class DatePrecision(models.TextChoices):
    """How much is known of when an event was or will be; nothing is invented."""

    TIME = "time", "Day and hour"
    DAY = "day", "Day only"
    MONTH = "month", "Month only"
    UNKNOWN = "unknown", "Not recorded"


class EventState(models.TextChoices):
    """What the organisers decided."""

    ANNOUNCED = "announced", "Announced"
    OPEN = "open", "Open for registration"
    CLOSED = "closed", "Registration closed"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


class EventStatus(models.TextChoices):
    """What a reader sees: the state, the clock and the places together."""

    ANNOUNCED = "announced", "Announced"
    SOON = "soon", "Registration opens later"
    OPEN = "open", "Open"
    FEW = "few", "Few places left"
    FULL = "full", "Full"
    CLOSED = "closed", "Registration closed"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"
    OVER = "over", "Over"


class RegistrationState(models.TextChoices):
    """Whether a registration holds places."""

    CONFIRMED = "confirmed", "Confirmed"
    WAITING = "waiting", "On the waiting list"
    CANCELLED = "cancelled", "Cancelled"


class EventRoleKind(models.TextChoices):
    """What somebody may do at an event's desk."""

    ORGANISER = "organiser", "Organiser"
    HOST = "host", "Partner host"
    VOLUNTEER = "volunteer", "Gate volunteer"
