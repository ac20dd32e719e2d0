"""What is near an application to host, and which are past their time."""

import datetime

from django.db.models import QuerySet
from django.utils import timezone

from directory.models import User
from events.models import Event, HostApplication
from participants.enums import ApplicationState


def events_nearby(application: HostApplication) -> list[Event]:
    """Return other events of the city, those of the wished day and undated ones first."""
    events = Event.objects.filter(city=application.city, schedule__isnull=False)
    if application.wished_on is not None:
        month = datetime.timedelta(days=31)
        first, last = application.wished_on - month, application.wished_on + month
        events = events.filter(schedule__happens_on__range=(first, last))
    return list(
        events.select_related("city", "schedule", "schedule__venue").order_by(
            "schedule__happens_on", "slug"
        )[:5]
    )


def usernames_like(start: str) -> set[str]:
    """Return the usernames that begin so."""
    return set(User.objects.filter(username__startswith=start).values_list("username", flat=True))


def applications_past_their_time(
    now: datetime.datetime, retention: datetime.timedelta
) -> QuerySet[HostApplication]:
    """Return those whose people are to be forgotten.

    So long after the approved event, or after the answer, or after the day that was wished for.
    """
    last_day = timezone.localtime(now).date() - retention
    last_moment = now - retention
    held = HostApplication.objects.exclude(contact__full_name="")
    ended = held.filter(event__schedule__happens_on__lt=last_day)
    eventless = held.filter(event__isnull=True, changed_at__lt=last_moment)
    undecided = eventless.filter(state=ApplicationState.RECEIVED)
    closed = eventless.exclude(state=ApplicationState.RECEIVED)
    waits_on = undecided.filter(wished_on__isnull=True) | undecided.filter(wished_on__lt=last_day)
    return ended | closed | waits_on
