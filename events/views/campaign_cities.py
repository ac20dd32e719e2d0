"""The cities of a campaign: each with its events and how far it is towards its goals."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaigns.impact.lists.goals import GoalRow, PlaceGoals
from events.selectors import EventCard
from urdu.sorting import sort_key


@dataclass(frozen=True, slots=True)
class CampaignCity:
    """One city; `cards` are its events, coming ones first."""

    name: str
    cards: tuple[EventCard, ...]
    goals: tuple[GoalRow, ...]


def cities_of(
    cards: Sequence[EventCard], places: Sequence[PlaceGoals], language: str
) -> list[CampaignCity]:
    """Return the cities that have events or goals, as the language sorts their names."""
    goals = {place.place: place.rows for place in places}
    names = {card.city for card in cards} | goals.keys()
    order = sort_key if language == "ur" else str.casefold
    return [
        CampaignCity(
            name=name,
            cards=tuple(card for card in cards if card.city == name),
            goals=goals.get(name, ()),
        )
        for name in sorted(names, key=order)
    ]
