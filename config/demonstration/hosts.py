"""Who wants to host in the demonstration: made-up applicants, each marked as a sample."""

import datetime
import secrets

from config.demonstration.crowd import Crowd
from config.demonstration.reading import facts
from directory.models import User
from events.hosting.rules import HostSubmission
from events.hosting.services.applying import apply_to_host
from events.hosting.services.deciding import decline_application
from events.models import HostApplication
from participants.rules.phones import DEMONSTRATION_PREFIX

# Beyond the numbers of the demonstration's walkers.
FIRST_NUMBER = 9_900_000


def load_host_applications(now: datetime.datetime) -> None:
    """Write the applications where there are none; one of them has its answer."""
    if HostApplication.objects.exists():
        return
    crowd = Crowd(FIRST_NUMBER)
    director = User.objects.get(username="director")
    for number, entry in enumerate(facts("host_applications")):
        language, day, clock = entry["language"], entry["wished_on"], entry["wished_from"]
        submission = HostSubmission(
            organisation_kind=entry["organisation_kind"],
            organisation_name=entry[f"organisation_name_{language}"],
            full_name=crowd.name(),
            phone=f"{DEMONSTRATION_PREFIX}{FIRST_NUMBER + number}",
            email="",
            city=entry["city"],
            gathering_place=entry[f"gathering_place_{language}"],
            wished_on=datetime.date.fromisoformat(day) if day else None,
            wished_from=datetime.time.fromisoformat(clock) if clock else None,
            people_count=entry["people_count"],
        )
        made = apply_to_host(
            submission=submission, key=secrets.token_hex(16), language=language, now=now
        )
        if entry["decline_reason"]:
            decline_application(
                application=made,
                reason=entry["decline_reason"],
                answers={"en": "", "ur": ""},
                actor=director,
                now=now,
            )
