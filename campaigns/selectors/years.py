"""The years as staff see them, and what the year after one would begin with."""

import hashlib
from collections.abc import Iterable

from django.core import serializers
from django.db.models import Model

from campaigns.models import (
    Campaign,
    CampaignGoal,
    CampaignLink,
    CampaignMaterial,
    PledgeStatement,
)
from campaigns.rules.years import names_a_day, same_date, with_year
from directory.models import CampaignDocument, CampaignImage

# The organisation's own numbers, which a year does not change.
SAME_NEXT_YEAR = ("whatsapp_number", "sms_number", "missed_call_number")
# Not the theme, which the year brings; not the source, the picture, the links and the materials,
# which are about the year that was.
MOVED_WORDS = ("title_en", "title_ur", "pledge_en", "pledge_ur", "hashtag")
SUMMARY = ("summary_en", "summary_ur")


def campaigns_latest_first() -> list[Campaign]:
    """Return every year, those being prepared too."""
    return list(Campaign.objects.order_by("-year"))


def year_to_repeat() -> Campaign | None:
    """Return the year the next one begins from: the current one, else the latest there is."""
    return Campaign.objects.order_by("-is_current", "-year").first()


def campaign_with_year(year: int) -> Campaign | None:
    """Return a year's campaign, be it public or not."""
    return Campaign.objects.filter(year=year).first()


def as_of_year(source: Campaign, year: int) -> Campaign:
    """Return what a campaign would be in another year: a draft, not saved, with no theme.

    A summary that names days is left out: they would be wrong.
    """
    summary = [getattr(source, name) for name in SUMMARY]
    has_days = any(names_a_day(text) for text in summary)
    moved = MOVED_WORDS if has_days else (*MOVED_WORDS, *SUMMARY)
    words = {name: with_year(getattr(source, name), source.year, year) for name in moved}
    same = {name: getattr(source, name) for name in SAME_NEXT_YEAR}
    made: Campaign = Campaign(
        year=year,
        world_day_on=same_date(source.world_day_on, year),
        is_draft=True,
        **words,
        **same,
    )
    return made


def goals_by_place(campaign: Campaign) -> list[CampaignGoal]:
    """Return a year's goals with their cities, the whole country first, then cities by name."""
    goals = CampaignGoal.objects.filter(campaign=campaign).select_related("city")
    return sorted(goals, key=lambda goal: (goal.city.sort_key if goal.city else "", goal.pk))


def statements_of(campaign: Campaign) -> list[PledgeStatement]:
    """Return what a year lets people pledge, in its order."""
    return list(PledgeStatement.objects.filter(campaign=campaign))


def picture_of(campaign: Campaign) -> CampaignImage | None:
    """Return a year's picture with its copies, while readers may see it."""
    pictures = CampaignImage.objects.filter(pk=campaign.picture_id)
    picture: CampaignImage | None = pictures.prefetch_related("renditions").first()
    return picture if picture is not None and picture.shown else None


def links_of(campaign: Campaign) -> list[CampaignLink]:
    """Return the official pages of others, in the editors' order."""
    return list(CampaignLink.objects.filter(campaign=campaign))


def materials_of(campaign: Campaign) -> list[CampaignDocument]:
    """Return a year's downloads in the editors' order, those that say what they are."""
    rows = CampaignMaterial.objects.filter(campaign=campaign).select_related("file")
    return [row.file for row in rows if row.file.is_publishable and row.file.get_file_size()]


def fingerprint_of(campaign: Campaign) -> str:
    """Return 64 hex digits that change with anything staff write about a year."""
    fresh = Campaign.objects.get(pk=campaign.pk)
    return hashlib.sha256(serializers.serialize("json", _written(fresh)).encode()).hexdigest()


def _written(campaign: Campaign) -> Iterable[Model]:
    yield campaign
    for rows in (campaign.statements, campaign.goals, campaign.links, campaign.materials):
        yield from rows.order_by("pk")
