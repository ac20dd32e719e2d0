"""The next year in one action: its campaign and the chosen events, all drafts, and no person."""

import datetime

from campaigns.models import Campaign
from campaigns.selectors.years import fingerprint_of
from campaigns.services import begin_year
from directory.models import User
from events.enums.hosting import PlanKind
from events.models import Plan
from events.planning.selectors import events_to_repeat
from events.planning.services.drafts import make_draft
from events.planning.services.once import made_once
from events.planning.services.planning import Repetition, repeated


def start_year(
    *,
    source: Campaign,
    repetition: Repetition,
    key: str,
    actor: User,
    now: datetime.datetime,
) -> Plan:
    """Begin `repetition.to_year` from the campaign of `from_year`; once for each key.

    Raises YearExists when that year was begun already, by another press than this one.
    """

    def make(made: Plan) -> None:
        campaign = begin_year(source=source, year=repetition.to_year)
        for event in events_to_repeat(repetition.from_year):
            if event.slug in repetition.slugs:
                make_draft(draft=repeated(event, repetition), plan=made, now=now)
        made.campaign = campaign
        made.campaign_fingerprint = fingerprint_of(campaign)
        made.save(update_fields=["campaign", "campaign_fingerprint"])

    return made_once(PlanKind.YEAR, key, actor, make, now)
