"""Beginning a year from the one before, taking that back, and which year is the current one."""

import datetime

from django.db import transaction
from django.db.models import ProtectedError

from campaigns.errors import YearExists
from campaigns.models import Campaign, CampaignGoal, PledgeStatement
from campaigns.rules.years import with_year
from campaigns.selectors.years import (
    as_of_year,
    campaign_with_year,
    fingerprint_of,
    goals_by_place,
    statements_of,
)
from directory.models import User
from participants.services import log_deed

MADE_CURRENT_KIND = "year-made-current"


@transaction.atomic
def begin_year(*, source: Campaign, year: int) -> Campaign:
    """Write a draft of another year with goals and statements of this one, and no person.

    Raises YearExists when there is one already.
    """
    if campaign_with_year(year) is not None:
        raise YearExists(year)
    made = as_of_year(source, year)
    made.save()
    CampaignGoal.objects.bulk_create(
        CampaignGoal(
            campaign=made,
            city=goal.city,
            walkers=goal.walkers,
            pledges=goal.pledges,
            organisations=goal.organisations,
        )
        for goal in goals_by_place(source)
    )
    PledgeStatement.objects.bulk_create(
        PledgeStatement(
            campaign=made,
            sort_order=statement.sort_order,
            text_en=with_year(statement.text_en, source.year, year),
            text_ur=with_year(statement.text_ur, source.year, year),
        )
        for statement in statements_of(source)
    )
    return made


@transaction.atomic
def take_year_back(*, campaign: Campaign, fingerprint: str) -> bool:
    """Delete a draft year nobody has written on and nothing belongs to; True when it is gone."""
    # Whoever is writing on it now is waited for, and then seen.
    locked = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    if not locked.is_draft or fingerprint_of(locked) != fingerprint:
        return False
    try:
        locked.delete()
    except ProtectedError:
        # Events or pledges belong to it.
        return False
    return True


@transaction.atomic
def make_current(*, campaign: Campaign, actor: User, now: datetime.datetime) -> bool:
    """Make a year the current one and show it to readers; False when it is already.

    Pledges are taken for it from now on, and no more for the year that was current, which keeps
    its address, its numbers and its people until their time is over.
    """
    # All of them: of two directors at once, the second sees what the first has made current.
    years = {
        year.pk: year for year in Campaign.objects.select_for_update(no_key=True).order_by("pk")
    }
    if years[campaign.pk].is_current:
        return False
    Campaign.objects.filter(is_current=True).update(is_current=False)
    Campaign.objects.filter(pk=campaign.pk).update(is_current=True, is_draft=False)
    log_deed(
        actor_id=actor.pk,
        kind=MADE_CURRENT_KIND,
        subject=str(campaign.year),
        row_count=1,
        now=now,
    )
    return True
