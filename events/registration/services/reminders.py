"""Reminders and thanks, queued when their hour has come; asked for every minute."""

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from events.enums import DatePrecision, RegistrationState
from events.models import Event, Registration
from events.notifications import queue_to_many
from events.services import NOT_TAKING_PLACE
from messaging.enums import MessageKind
from messaging.models import OutboxMessage
from messaging.rules.reminders import Window, day_after, day_before, same_morning
from messaging.selectors import phone_channel

BATCH = 500
# From the evening before to the last day of thanks.
LOOKS_BACK = datetime.timedelta(days=5)
LOOKS_AHEAD = datetime.timedelta(days=1)


def queue_reminders(*, now: datetime.datetime) -> int:
    """Queue what is due to everybody who is coming, or came; return how many messages.

    Running it again queues nothing twice: a Message-ID names registration, kind and day. Whoever
    registered after the hour of a reminder has just been told all it says.
    """
    queued = 0
    for event in _events_around(now):
        for kind, window in _windows(event):
            if window.holds(now):
                queued += _remind(event, kind, window, now)
    return queued


def _events_around(now: datetime.datetime) -> QuerySet[Event]:
    """Return the events of these days that take or took place."""
    today = timezone.localtime(now).date()
    return (
        Event.objects.published()
        .filter(
            schedule__happens_on__range=(today - LOOKS_BACK, today + LOOKS_AHEAD),
            schedule__precision__in=[DatePrecision.TIME, DatePrecision.DAY],
        )
        .exclude(schedule__state__in=NOT_TAKING_PLACE)
        .order_by("pk")
    )


def _windows(event: Event) -> Iterator[tuple[MessageKind, Window]]:
    schedule = event.schedule
    if schedule.happens_on is None:
        return
    yield MessageKind.REMINDER_DAY_BEFORE, day_before(schedule.happens_on)
    if schedule.has_hour and schedule.starts_at is not None:
        yield MessageKind.REMINDER_SAME_MORNING, same_morning(schedule.starts_at)
    yield MessageKind.THANK_YOU, day_after(schedule.happens_on)


def _remind(event: Event, kind: MessageKind, window: Window, now: datetime.datetime) -> int:
    queued, last = 0, 0
    while batch := list(_unreminded(event, kind, window).filter(pk__gt=last)[:BATCH]):
        queued += _queue(event, kind, window, batch, now)
        last = batch[-1].pk
    return queued


@transaction.atomic
def _queue(
    event: Event,
    kind: MessageKind,
    window: Window,
    batch: list[Registration],
    now: datetime.datetime,
) -> int:
    day = f"{event.schedule.happens_on:%Y%m%d}"
    return queue_to_many(
        event=event, registrations=batch, kind=kind, now=now, once=day, window=window
    )


def _unreminded(event: Event, kind: MessageKind, window: Window) -> QuerySet[Registration]:
    told = OutboxMessage.objects.filter(
        reference=OuterRef("reference"), kind=kind, created_at__gte=window.opens_at
    )
    coming = Registration.objects.filter(
        ~Exists(told),
        event=event,
        state=RegistrationState.CONFIRMED,
        created_at__lt=window.opens_at,
    ).exclude(contact__full_name="")
    if phone_channel() is None:
        coming = coming.exclude(contact__email="")
    return coming.select_related("contact").order_by("pk")
