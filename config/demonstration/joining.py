"""Which organisations want to join in the demonstration: made up, each marked as a sample."""

import datetime
import secrets
from typing import Any

from campaigns.joining.rules import JoinSubmission
from campaigns.joining.services.applying import apply_to_join
from campaigns.joining.services.deciding import (
    NetworkEntry,
    approve_application,
    decline_application,
)
from campaigns.models import JoinApplication, Organisation
from config.demonstration.crowd import Crowd
from config.demonstration.reading import facts
from directory.models import User
from participants.rules.phones import DEMONSTRATION_PREFIX

# Beyond the numbers of the demonstration's walkers and hosts.
FIRST_NUMBER = 9_950_000


def load_join_applications(now: datetime.datetime) -> None:
    """Write the applications where there are none; one is in the network, one declined."""
    if JoinApplication.objects.exists():
        return
    crowd = Crowd(FIRST_NUMBER)
    director = User.objects.get(username="director")
    for number, told in enumerate(facts("join_applications")):
        language = told["language"]
        submission = JoinSubmission(
            organisation_kind=told["organisation_kind"],
            organisation_name=told[f"organisation_name_{language}"],
            city=told["city"],
            work=told[f"work_{language}"],
            website="",
            people_count=told["people_count"],
            full_name=crowd.name().split()[0],
            phone=f"{DEMONSTRATION_PREFIX}{FIRST_NUMBER + number}",
            email="",
        )
        made = apply_to_join(
            submission=submission, key=secrets.token_hex(16), language=language, now=now
        )
        _answer(made, told, director, now)


def _answer(
    made: JoinApplication, told: dict[str, Any], director: User, now: datetime.datetime
) -> None:
    answer = told["answer"]
    if answer == "approved":
        entry = NetworkEntry(
            name_en=told["organisation_name_en"],
            name_ur=told["organisation_name_ur"],
            work_en=told["work_en"],
            work_ur=told["work_ur"],
            kind=told["organisation_kind"],
        )
        # Loaded anew, the organisation is there from the last time.
        known = Organisation.objects.filter(name_en=entry.name_en).first()
        approve_application(application=made, entry=entry, known=known, actor=director, now=now)
    elif answer:
        words = {"en": "", "ur": ""}
        decline_application(application=made, reason=answer, answers=words, actor=director, now=now)
