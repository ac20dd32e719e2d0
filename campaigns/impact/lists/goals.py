"""How far a campaign is towards its goals, as far as the numbers may be told."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.enums import TallyMeasure
from campaigns.impact.lists.figures import number_words
from campaigns.impact.rules import OF_PEOPLE
from campaigns.impact.selectors import YearImpact
from campaigns.models import CampaignGoal

# Each field of a goal, what it is measured by, and its name.
MEASURED_BY: dict[str, tuple[TallyMeasure, Promise]] = {
    "walkers": (TallyMeasure.ATTENDED, gettext_lazy("Walkers")),
    "pledges": (TallyMeasure.PLEDGES, gettext_lazy("Pledges")),
    "organisations": (TallyMeasure.ORGANISATIONS, gettext_lazy("Organisations")),
}


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal: `reached` is None where the number is hidden, and nothing is drawn then."""

    label: str
    reached: int | None
    goal: int
    reached_words: SafeString
    goal_words: SafeString


@dataclass(frozen=True, slots=True)
class PlaceGoals:
    """The goals of one place, the whole country or a city."""

    slot: str
    place: str
    rows: tuple[GoalRow, ...]
    is_city: bool


def goals_list(
    goals: Iterable[CampaignGoal], impact: YearImpact, language: str
) -> list[PlaceGoals]:
    """Return each place that has goals, the whole country first, then cities by name."""
    ordered = sorted(goals, key=lambda goal: (goal.city.sort_key if goal.city else "", goal.pk))
    places = [_place(goal, impact, language) for goal in ordered]
    return [place for place in places if place.rows]


def _place(goal: CampaignGoal, impact: YearImpact, language: str) -> PlaceGoals:
    rows = tuple(
        _row(str(label), _reached(impact, measure, goal.city_id), wanted)
        for name, (measure, label) in MEASURED_BY.items()
        if (wanted := getattr(goal, name))
    )
    place = getattr(goal.city, f"name_{language}") if goal.city else _("The whole country")
    return PlaceGoals(f"goals-{goal.pk}", place, rows, is_city=goal.city is not None)


def _row(label: str, reached: int | None, goal: int) -> GoalRow:
    return GoalRow(label, reached, goal, number_words(reached), number_words(goal))


def _reached(impact: YearImpact, measure: TallyMeasure, city: int | None) -> int | None:
    if city is None:
        return impact.figures[measure].total
    # Of people, no number is a hidden one; of organisations it is none at all.
    return impact.figures[measure].cities.get(city, None if measure in OF_PEOPLE else 0)
