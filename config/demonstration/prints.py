"""A sheet printed yesterday for Lahore, so that what changed since can be printed today."""

import datetime

from directory.models import User
from events.desk.lists.changes import fingerprint_of
from events.desk.selectors.attendees import AttendeeChoice, listed_ids, whole_list
from events.desk.services.list_prints import SheetFacts, record_print
from events.enums import ListPreset, RegistrationState
from events.models import Event, ListPrint

# Registered since, by the demonstration's story.
NEWCOMERS = 3


def load_prints(now: datetime.datetime) -> None:
    """Record a print without the latest registrations, unless there is one already."""
    event = Event.objects.get(slug="walk-lahore-2027")
    if ListPrint.objects.filter(event=event).exists():
        return
    parties = whole_list(list(listed_ids(event, AttendeeChoice())))
    by_time = sorted(parties, key=lambda party: party.registration.created_at)
    newcomers = {party.registration.pk for party in by_time[-NEWCOMERS:]}
    facts = SheetFacts(
        language="ur",
        preset=ListPreset.DOOR,
        listed_state=RegistrationState.CONFIRMED,
        columns=[],
        rows=[
            (party.registration.pk, party.registration.state, fingerprint_of(party))
            for party in parties
            if party.registration.pk not in newcomers
        ],
        blank_row_count=20,
    )
    organiser = User.objects.get(username="organiser-lahore")
    record_print(event=event, actor=organiser, facts=facts, now=now - datetime.timedelta(days=1))
