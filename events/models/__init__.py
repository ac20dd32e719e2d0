"""Events, their schedule and places, registrations and roles at the desk."""

from events.models.event import Event, EventSource, ProgrammeItem, Speaker
from events.models.registration import Attendee, Guardian, Registration
from events.models.role import EventRole
from events.models.schedule import Places, Schedule
from events.models.venue import Venue

__all__ = [
    "Attendee",
    "Event",
    "EventRole",
    "EventSource",
    "Guardian",
    "Places",
    "ProgrammeItem",
    "Registration",
    "Schedule",
    "Speaker",
    "Venue",
]
