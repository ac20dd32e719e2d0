"""Approving and declining: the draft event, the host's account, the answer."""

import datetime
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils import timezone

from directory.errors import UsernameTaken
from directory.models import User
from events.enums import DatePrecision, EventKind, EventState
from events.errors import NamesTaken
from events.hosting.notifications import queue_approved, queue_declined
from events.hosting.selectors import usernames_like
from events.models import Event, HostApplication
from events.planning.rules import free_name
from events.planning.services.drafts import NAME_TRIES, NewDraft, make_draft
from events.planning.services.planning import moment
from events.services import ScheduleDetails
from events.staff.enums import StaffKind
from events.staff.services import StaffInvitation, invite_person, make_link
from participants.applications.services import deciding
from participants.applications.services.applying import locked_in
from participants.applications.services.deciding import settle
from participants.enums import ApplicationState


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


@transaction.atomic
def approve_application(
    *, application: HostApplication, walk: PlannedWalk, actor: User, now: datetime.datetime
) -> HostApplication:
    """Make the draft event and the account that runs it, and tell the host; all or nothing.

    Raises ApplicationIsDecided and NamesTaken.
    """
    found = locked_in(application=application, states=[ApplicationState.RECEIVED])
    event = _make_event(found, walk, now)
    host = _invite_host(found, event, actor, now)
    found.event, found.account = event, host
    settle(application=found, state=ApplicationState.APPROVED, actor=actor, now=now)
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


# Answers with a reason from the list; see every application's decline_application.
decline_application = partial(deciding.decline_application, tell=queue_declined)
