"""Events, their schedule and places, registrations and roles at the desk."""

from events.models.attendance import Attendance, CheckIn, Conflict, WalkIn
from events.models.certificate import Certificate
from events.models.change import EventChange
from events.models.event import Event, EventSource, ProgrammeItem, Speaker
from events.models.forwarding import EventForwardWords
from events.models.gate import GateDevice, GateLink
from events.models.host_application import HostApplication
from events.models.invitation import Invitation, SeatQuota
from events.models.link_request import LinkRequest
from events.models.list_paper import ListFile, ListFilePart, ListPrint, ListSetting
from events.models.paper import PaperEntry, SheetPhotograph
from events.models.planning import Plan, PublicHoliday
from events.models.registration import Attendee, ConsentSlip, Guardian, Registration
from events.models.report import EventReport, ReportPhotograph, ReportPresentation
from events.models.role import EventRole
from events.models.schedule import Places, Schedule
from events.models.talking import DeskMessage, HandDelivery
from events.models.venue import Venue

__all__ = [
    "Attendance",
    "Attendee",
    "Certificate",
    "CheckIn",
    "Conflict",
    "ConsentSlip",
    "DeskMessage",
    "Event",
    "EventChange",
    "EventForwardWords",
    "EventReport",
    "EventRole",
    "EventSource",
    "GateDevice",
    "GateLink",
    "Guardian",
    "HandDelivery",
    "HostApplication",
    "Invitation",
    "LinkRequest",
    "ListFile",
    "ListFilePart",
    "ListPrint",
    "ListSetting",
    "PaperEntry",
    "Places",
    "Plan",
    "ProgrammeItem",
    "PublicHoliday",
    "Registration",
    "ReportPhotograph",
    "ReportPresentation",
    "Schedule",
    "SeatQuota",
    "SheetPhotograph",
    "Speaker",
    "Venue",
    "WalkIn",
]
