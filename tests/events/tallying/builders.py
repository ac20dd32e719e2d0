"""Events of a year in cities, with registrations, arrivals and head-counts."""

import datetime

from campaigns.models import Campaign
from events.enums import CheckInSource
from events.models import Event, EventReport, WalkIn
from tests.events.builders import make_event
from tests.events.registration.builders import NOW

DAY = datetime.date(2027, 7, 30)


def held(slug: str, city: str = "lahore", *, people: int = 0, headcount: int = 0) -> Event:
    """Return an event of 2027 that so many walked into, with a published head-count if any."""
    event = make_event(slug, DAY, city=city, campaign=2027)
    for begin in range(0, people, 500):
        WalkIn.objects.create(
            event=event,
            people_count=min(500, people - begin),
            source=CheckInSource.GATE,
            client_id=f"{slug}-{begin}",
            happened_at=NOW,
            recorded_at=NOW,
        )
    if headcount:
        report(event, headcount)
    return event


def report(event: Event, headcount: int, source: str = "stewards") -> EventReport:
    """Publish how many came."""
    return EventReport.objects.create(
        event=event,
        headcount=headcount,
        headcount_source=source,
        changed_at=NOW,
        published_at=NOW,
    )


def the_year() -> Campaign:
    """Return the campaign of 2027."""
    return Campaign.objects.get(year=2027)
