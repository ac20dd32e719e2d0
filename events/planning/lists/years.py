"""Years in words: what the next one would begin with, and how each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from campaigns.impact.lists.figures import number_words
from campaigns.impact.lists.goals import MEASURED_BY
from campaigns.models import Campaign, CampaignGoal, PledgeStatement
from campaigns.rules.years import with_year
from urdu.dates import format_day


@dataclass(frozen=True, slots=True)
class GoalLine:
    """The goals of one place as pairs of what is counted and how many."""

    place: str
    goals: tuple[tuple[str, SafeString], ...]


@dataclass(frozen=True, slots=True)
class YearToCome:
    """What a year would begin with; `summary` is empty when it has to be written anew."""

    year: int
    title: str
    day: str
    hashtag: str
    summary: str
    has_pledge: bool
    statements: tuple[str, ...]
    goals: tuple[GoalLine, ...]


def year_to_come(
    campaign: Campaign,
    *,
    from_year: int,
    goals: Sequence[CampaignGoal],
    statements: Sequence[PledgeStatement],
    language: str,
) -> YearToCome:
    """Return a campaign that is not saved yet, with goals and statements of `from_year`."""
    texts = [getattr(statement, f"text_{language}") for statement in statements]
    return YearToCome(
        year=campaign.year,
        title=getattr(campaign, f"title_{language}"),
        day=format_day(campaign.world_day_on, language),
        hashtag=campaign.hashtag,
        summary=getattr(campaign, f"summary_{language}"),
        has_pledge=bool(campaign.pledge_en and campaign.pledge_ur),
        statements=tuple(with_year(text, from_year, campaign.year) for text in texts),
        goals=tuple(_goal_line(goal, language) for goal in goals),
    )


def _goal_line(goal: CampaignGoal, language: str) -> GoalLine:
    place = getattr(goal.city, f"name_{language}") if goal.city else _("The whole country")
    wanted = tuple(
        (str(label), number_words(number))
        for name, (_measure, label) in MEASURED_BY.items()
        if (number := getattr(goal, name))
    )
    return GoalLine(place, wanted)


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year as staff see it; addresses are "" where there is nothing to go to."""

    year: int
    title: str
    state: str
    day: str
    cms_url: str
    page_url: str
    current_url: str


def year_line(campaign: Campaign, language: str) -> YearLine:
    """Return how a year stands and where it can be worked on."""
    return YearLine(
        year=campaign.year,
        title=getattr(campaign, f"title_{language}"),
        state=_state(campaign),
        day=format_day(campaign.world_day_on, language),
        cms_url=reverse("wagtailsnippets_campaigns_campaign:edit", args=[campaign.pk]),
        page_url="" if campaign.is_draft else reverse("events:campaign", args=[campaign.year]),
        current_url=""
        if campaign.is_current
        else reverse("events:year_current", args=[campaign.year]),
    )


def _state(campaign: Campaign) -> str:
    if campaign.is_current:
        return _("The current year")
    if campaign.is_draft:
        return _("Draft: readers do not see it")
    return _("Readers see it")


def what_it_means(campaign: Campaign, current: Campaign | None, retention_days: int) -> list[str]:
    """Return what changes for readers and pledgers when a year becomes the current one."""
    year = {"year": campaign.year}
    words = [
        _(
            "Readers see the page of %(year)s. Each event that is a draft stays hidden until it is "
            "published."
        )
        % year,
        _("The first page, the count and what partners show on their sites speak of %(year)s.")
        % year,
    ]
    if campaign.pledge_en and campaign.pledge_ur:
        words.append(
            _("Pledges are taken for %(year)s. Whoever pledged before may pledge again.") % year
        )
    else:
        words.append(
            _("No pledges are taken until the pledge of %(year)s is written in both languages.")
            % year
        )
    if current is not None:
        old = {"year": current.year, "days": retention_days}
        words += [
            _(
                "%(year)s takes no more pledges. It keeps its address and its numbers, and its "
                "page says that it has ended."
            )
            % old,
            _(
                "The names, phones and addresses of those who pledged in %(year)s are deleted "
                "%(days)s days after its World Day."
            )
            % old,
        ]
    return words
