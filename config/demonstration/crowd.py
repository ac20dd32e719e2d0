"""Who comes to the demonstration: invented names and parties, drawn from one seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from config.demonstration.reading import facts
from participants.rules.phones import DEMONSTRATION_PREFIX
from urdu.folding import fold
from urdu.romanisation import name_key
from urdu.sorting import sort_key

# Whom the organisers’ guide looks up by typing "Kausar".
IN_THE_GUIDE = "کوثر تالپور"
PARTY_SIZES, PARTY_WEIGHTS = (1, 2, 3, 4, 5, 6), (50, 20, 12, 10, 5, 3)


@dataclass(frozen=True, slots=True)
class Party:
    """One invented party: its leader's name, how many come, and what only some have."""

    name: str
    size: int
    group_name: str = ""
    minors_count: int = 0
    slips_received: int = 0
    is_named: bool = False
    waiting_number: int | None = None

    @property
    def children(self) -> int:
        """Return how many are under 18: as planned for a group, one in a large family."""
        return self.minors_count if self.group_name else int(self.size >= 4)


class Crowd:
    """Draws invented names and parties, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - the same people for the same seed
        known = facts("people")
        self._listed = [
            person["name_roman"] if person["writes_in"] == "latin" else person["name_ur"]
            for person in known["people"]
        ]
        self._given = known["given_names"]
        self._family = known["family_names"]
        self._keys: dict[str, tuple[str, str, str]] = {}
        self._phone = 0

    def listed_names(self, count: int) -> Iterator[str]:
        """Yield names from the list, each once, then drawn ones; the guide's example is there."""
        names = self.random.sample(self._listed, min(count, len(self._listed)))
        if names and IN_THE_GUIDE not in names:
            names[-1] = IN_THE_GUIDE
        yield from names
        for _ in range(count - len(names)):
            yield self.name()

    def name(self) -> str:
        """Return a drawn name, one in eight in Roman letters."""
        script = "roman" if self.random.random() < 0.125 else "ur"
        given, family = self.random.choice(self._given), self.random.choice(self._family)
        return f"{given[script]} {family[script]}"

    def size(self) -> int:
        """Return how many come together."""
        return self.random.choices(PARTY_SIZES, PARTY_WEIGHTS)[0]

    def phone(self) -> str:
        """Return the next number of a block no operator has."""
        self._phone += 1
        return f"{DEMONSTRATION_PREFIX}{self._phone:07d}"

    def keys(self, name: str) -> tuple[str, str, str]:
        """Return the folded name, its sort key and its sound; computed once for each name."""
        if name not in self._keys:
            self._keys[name] = (fold(name)[:160], sort_key(name), name_key(name)[:160])
        return self._keys[name]


def parties_as_planned(crowd: Crowd, state: dict[str, Any]) -> list[Party]:
    """Return groups, families up to the number planned, and those who wait behind them."""
    groups = [
        Party(
            crowd.name(),
            entry["people"],
            group_name=entry["name_ur"],
            minors_count=entry["minors"],
            slips_received=entry["slips_received"],
            is_named=entry["is_named"],
        )
        for entry in state.get("groups", ())
    ]
    families = _filling(crowd, state["people"] - sum(group.size for group in groups))
    waiting = [
        Party(crowd.name(), size, waiting_number=number)
        for number, size in enumerate(state.get("waiting", ()), 1)
    ]
    return [*groups, *families, *waiting]


def _filling(crowd: Crowd, people: int) -> list[Party]:
    parties, left = [], people
    while left:
        size = min(crowd.size(), left)
        parties.append(Party(crowd.name(), size))
        left -= size
    return parties
