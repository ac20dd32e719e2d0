"""Events, their schedule and places, registrations and roles at the desk."""

from events.models.certificate import Certificate
from events.models.change import EventChange
from events.models.event import Event, EventSource, ProgrammeItem, Speaker
from events.models.invitation import Invitation, SeatQuota
from events.models.link_request import LinkRequest
from events.models.registration import Attendee, ConsentSlip, Guardian, Registration
from events.models.role import EventRole
from events.models.schedule import Places, Schedule
from events.models.venue import Venue

__all__ = [
    "Attendee",
    "Certificate",
    "ConsentSlip",
    "Event",
    "EventChange",
    "EventRole",
    "EventSource",
    "Guardian",
    "Invitation",
    "LinkRequest",
    "Places",
    "ProgrammeItem",
    "Registration",
    "Schedule",
    "SeatQuota",
    "Speaker",
    "Venue",
]
