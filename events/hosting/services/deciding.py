"""Approving and declining: the draft event, the host's account, the answer."""

import datetime
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from directory.errors import UsernameTaken
from directory.models import User
from events.enums import DatePrecision, EventKind, EventState
from events.enums.hosting import HostApplicationState
from events.errors import NamesTaken
from events.hosting.notifications import queue_approved, queue_declined
from events.hosting.rules import ABOUT
from events.hosting.selectors import usernames_like
from events.hosting.services.applying import lock_undecided
from events.models import Event, HostApplication
from events.planning.rules import free_name
from events.planning.services.drafts import NAME_TRIES, NewDraft, make_draft
from events.planning.services.planning import moment
from events.services import ScheduleDetails
from events.staff.enums import StaffKind
from events.staff.services import StaffInvitation, invite_person, make_link
from participants.enums import AuditAction
from participants.models import AuditEntry
from participants.services import log_list

APPROVED_KIND = "host-approved"
DECLINED_KIND = "host-declined"
LIST_KIND = "host-applications"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWalk:
    """The event an approval makes, as the director looked it over; words in both languages."""

    title_en: str
    title_ur: str
    organiser_en: str
    organiser_ur: str
    assembly_point_en: str
    assembly_point_ur: str
    happens_on: datetime.date | None
    starts: datetime.time | None
    ends: datetime.time | None
    capacity: int


def log_applications(
    *, actor: User, count: int, columns: list[str], now: datetime.datetime
) -> AuditEntry:
    """Write and commit who sees the list of applicants, before its first byte leaves."""
    with transaction.atomic(durable=True):
        return log_list(
            actor=actor,
            action=AuditAction.VIEW,
            kind=LIST_KIND,
            subject=ABOUT,
            columns=columns,
            row_count=count,
            now=now,
        )


@transaction.atomic
def approve_application(
    *, application: HostApplication, walk: PlannedWalk, actor: User, now: datetime.datetime
) -> HostApplication:
    """Make the draft event and the account that runs it, and tell the host; all or nothing.

    Raises ApplicationIsDecided and NamesTaken.
    """
    found = lock_undecided(application=application)
    event = _make_event(found, walk, now)
    host = _invite_host(found, event, actor, now)
    found.event, found.account = event, host
    _decide(found, HostApplicationState.APPROVED, actor, now)
    _log(actor, APPROVED_KIND, found, now)
    token = make_link(actor=actor, user=host, now=now)
    queue_approved(application=found, token=token, username=host.username, now=now)
    return found


def _make_event(application: HostApplication, walk: PlannedWalk, now: datetime.datetime) -> Event:
    words = {
        "title_en": walk.title_en,
        "title_ur": walk.title_ur,
        "organiser_line_en": walk.organiser_en,
        "organiser_line_ur": walk.organiser_ur,
    }
    draft = NewDraft(
        kind=EventKind.WALK,
        city=application.city,
        year=(walk.happens_on or timezone.localtime(now).date()).year,
        words=words,
        details=_schedule(walk),
        capacity=walk.capacity,
    )
    return make_draft(draft=draft, now=now)


def _schedule(walk: PlannedWalk) -> ScheduleDetails:
    day = walk.happens_on
    has_hour = day is not None and walk.starts is not None
    precision = DatePrecision.DAY if day else DatePrecision.UNKNOWN
    return ScheduleDetails(
        state=EventState.ANNOUNCED,
        precision=DatePrecision.TIME if has_hour else precision,
        happens_on=day,
        starts_at=moment(day, walk.starts) if day else None,
        ends_at=moment(day, walk.ends) if day and has_hour else None,
        assembly_point_en=walk.assembly_point_en,
        assembly_point_ur=walk.assembly_point_ur,
    )


def _invite_host(
    application: HostApplication, event: Event, actor: User, now: datetime.datetime
) -> User:
    """Make the account that runs the event and nothing more, as any other at the desk.

    It carries neither name nor address: both go with the application, the account stays.
    """
    wanted = f"host-{application.city.slug}"
    for _try in range(NAME_TRIES):
        invitation = StaffInvitation(
            username=free_name(wanted, usernames_like(wanted)),
            name="",
            email="",
            language=application.contact.language,
            kind=StaffKind.HOST,
            events=[event],
        )
        # Taken since the look by another approval in this city: the next look sees it.
        with suppress(UsernameTaken):
            return invite_person(actor=actor, invitation=invitation, now=now)
    raise NamesTaken


@transaction.atomic
def decline_application(
    *,
    application: HostApplication,
    reason: str,
    answers: Mapping[str, str],
    actor: User,
    now: datetime.datetime,
) -> HostApplication:
    """Answer with a reason from the list, and the campaign's own words, by language.

    Raises ApplicationIsDecided.
    """
    found = lock_undecided(application=application)
    found.decline_reason = reason
    found.answer_en, found.answer_ur = answers["en"], answers["ur"]
    _decide(found, HostApplicationState.DECLINED, actor, now)
    _log(actor, DECLINED_KIND, found, now)
    queue_declined(application=found, now=now)
    return found


def _decide(
    application: HostApplication,
    state: HostApplicationState,
    actor: User,
    now: datetime.datetime,
) -> None:
    application.state = state
    application.decided_by = actor
    application.decided_at = application.changed_at = now
    application.save()


def _log(actor: User, kind: str, application: HostApplication, now: datetime.datetime) -> None:
    log_list(
        actor=actor,
        action=AuditAction.CHANGE,
        kind=kind,
        subject=application.reference,
        columns=[],
        row_count=1,
        now=now,
    )
