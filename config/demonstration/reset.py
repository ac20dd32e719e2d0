"""Forgetting the demonstration's people; the facts and the audit log stay."""

from django.db import transaction
from django.db.models import F

from campaigns.models import (
    JoinApplication,
    MeasuredPledge,
    PartnerConsent,
    Placement,
    PlacementVisits,
    Pledge,
    PledgeCode,
    PledgeMeasure,
    ReceivedBatch,
    ReceivedMessage,
)
from events.models import (
    Attendance,
    Attendee,
    Certificate,
    CheckIn,
    Conflict,
    ConsentSlip,
    DeskMessage,
    GateDevice,
    GateLink,
    Guardian,
    HandDelivery,
    HostApplication,
    Invitation,
    LinkRequest,
    ListFile,
    ListFilePart,
    ListPrint,
    Places,
    Registration,
    SeatQuota,
    WalkIn,
)
from messaging.models import OutboxMessage
from participants.models import Consent, Contact, OwnLink


@transaction.atomic
def forget_people() -> None:
    """Delete every registration, pledge and message, and free every place."""
    # In this order: what points at a registration goes before it.
    talk = (HandDelivery, DeskMessage)
    gates = (Conflict, CheckIn, WalkIn, Attendance, GateDevice, GateLink)
    hosts = (HostApplication, JoinApplication)
    lists = (ListFilePart, ListFile, ListPrint)
    people = (
        Attendee, Certificate, Guardian, ConsentSlip, LinkRequest, Invitation, Registration,
    )  # fmt: skip
    desk = (*talk, *gates, *lists)
    screening = (MeasuredPledge, PledgeMeasure, ReceivedMessage, ReceivedBatch, PledgeCode)
    pledges = (*screening, Pledge.statements.through, Pledge)
    codes = (PartnerConsent, PlacementVisits, Placement)
    for model in (*desk, *people, *hosts, *pledges, *codes, Consent, OwnLink, Contact):
        everything = model._base_manager.all()
        everything._raw_delete(everything.db)
    OutboxMessage.objects.all().delete()
    Places.objects.update(taken=0, waiting=0, ceiling=F("capacity"), next_waiting_number=1)
    SeatQuota.objects.update(taken=0)
