"""Postponing, cancelling, moving and resuming an event: one transaction changes all and tells."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from directory.models import User
from events.enums import ChangeKind, EventState, RegistrationState
from events.errors import ChangeNotPossible, EventHasChanged, NothingToChange
from events.models import Event, EventChange, Places, Registration, Schedule
from events.notifications import begins_at
from events.registration.notifications import (
    KIND_OF_CHANGE,
    Told,
    invited_without_registration,
    queue_change,
    standing_registrations,
)
from events.registration.services import places
from events.registration.services.waiting import promote_waiting
from events.rules import possible_changes
from events.services import ScheduleDetails, is_material, lock_schedule, set_schedule
from messaging.enums import MessageKind
from messaging.services import drop_messages

# Said of the old time or place, or by now simply wrong: what has not left yet stays here.
OVERTAKEN = (
    *KIND_OF_CHANGE.values(),
    MessageKind.REMINDER_DAY_BEFORE,
    MessageKind.REMINDER_SAME_MORNING,
    MessageKind.INVITATION_REMINDER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change as an organiser confirmed it.

    `seen_sequence` is what stood when the form was opened: a second press of the button, or
    somebody else's change meanwhile, is told apart by it. `details` is the event afterwards.
    """

    kind: ChangeKind
    details: ScheduleDetails
    seen_sequence: int
    reason_en: str = ""
    reason_ur: str = ""

    @property
    def reasons(self) -> dict[str, str]:
        """Return the reason by language."""
        return {"en": self.reason_en, "ur": self.reason_ur}


@transaction.atomic
def change_event(
    *, event: Event, change: Change, actor: User, now: datetime.datetime
) -> EventChange:
    """Write the schedule, the record and everybody's message; registrations stay as they are.

    Raises EventHasChanged when the event is not what the organiser saw, ChangeNotPossible when
    its state does not allow this, NothingToChange when a move moves nothing.
    """
    # As everybody who changes registrations: places first, so that nobody waits crosswise.
    has_places = Places.objects.filter(event=event).exists()
    if has_places:
        places.lock_places(event_id=event.pk)
    schedule = lock_schedule(event=event)
    _check(schedule, change, now)
    began_at = begins_at(schedule.event)
    set_schedule(event=event, details=change.details, now=now)
    changed = Event.objects.select_related("city", "schedule__venue").get(pk=event.pk)
    drop_messages(about=event.slug, kinds=OVERTAKEN)
    if change.kind == ChangeKind.RESUMED:
        _renew_offers(changed, now)
    told = queue_event_change(
        event=changed, kind=change.kind, reasons=change.reasons, began_at=began_at, now=now
    )
    if has_places:
        promote_waiting(event=changed, now=now)
    return _record(event, change, told, actor, now)


def _check(schedule: Schedule, change: Change, now: datetime.datetime) -> None:
    if schedule.sequence != change.seen_sequence:
        raise EventHasChanged
    if change.kind not in possible_changes(
        EventState(schedule.state), is_past=_is_past(schedule, now)
    ):
        raise ChangeNotPossible
    if not is_material(schedule, change.details):
        raise NothingToChange


def _is_past(schedule: Schedule, now: datetime.datetime) -> bool:
    return schedule.ends_by is not None and now >= schedule.ends_by


def changes_possible_for(event: Event, now: datetime.datetime) -> tuple[ChangeKind, ...]:
    """Return what can be done with an event now."""
    schedule = event.schedule
    return possible_changes(EventState(schedule.state), is_past=_is_past(schedule, now))


def queue_event_change(
    *,
    event: Event,
    kind: ChangeKind,
    reasons: Mapping[str, str],
    began_at: datetime.datetime | None,
    now: datetime.datetime,
) -> Told:
    """Queue a message to every registration and to everybody invited who has not declined."""
    told = Told()
    for people in (standing_registrations(event), invited_without_registration(event)):
        told += queue_change(
            event=event,
            kind=KIND_OF_CHANGE[kind],
            people=list(people),
            reasons=reasons,
            began_at=began_at,
            now=now,
        )
    return told


def _renew_offers(event: Event, now: datetime.datetime) -> None:
    """Give whoever was offered places the whole time again: nobody could answer meanwhile."""
    hours = Places.objects.filter(event=event).values_list("offer_hours", flat=True).first()
    if hours is None:
        return
    Registration.objects.filter(event=event, state=RegistrationState.OFFERED).update(
        offer_expires_at=now + datetime.timedelta(hours=hours)
    )


def _record(
    event: Event, change: Change, told: Told, actor: User, now: datetime.datetime
) -> EventChange:
    return EventChange.objects.create(
        event=event,
        kind=change.kind,
        made_at=now,
        made_by=actor,
        reason_en=change.reason_en,
        reason_ur=change.reason_ur,
        told_by_email_count=told.email,
        told_by_sms_count=told.text,
        to_phone_count=told.phone,
    )
