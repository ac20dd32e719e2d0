"""Events, their schedule and places, registrations and roles at the desk."""

from events.models.change import EventChange
from events.models.event import Event, EventSource, ProgrammeItem, Speaker
from events.models.host_application import HostApplication
from events.models.invitation import Invitation, SeatQuota
from events.models.link_request import LinkRequest
from events.models.planning import Plan, PublicHoliday
from events.models.registration import Attendee, ConsentSlip, Guardian, Registration
from events.models.role import EventRole
from events.models.schedule import Places, Schedule
from events.models.venue import Venue

__all__ = [
    "Attendee",
    "ConsentSlip",
    "Event",
    "EventChange",
    "EventRole",
    "EventSource",
    "Guardian",
    "HostApplication",
    "Invitation",
    "LinkRequest",
    "Places",
    "Plan",
    "ProgrammeItem",
    "PublicHoliday",
    "Registration",
    "Schedule",
    "SeatQuota",
    "Speaker",
    "Venue",
]
