"""An attacker who knows the rules, and tries every world that would have been published so."""

from collections.abc import Iterator, Mapping

from campaigns.enums import TallyMeasure
from campaigns.impact.rules import Published, published

World = Mapping[int, int]
# Small enough to try every world, and the rules are the same for any smallest number.
SMALLEST = 4


def publication_of(world: World) -> Published:
    """Return what is told of the pledges of these cities."""
    counted = {city: count for city, count in world.items() if count}
    return published(TallyMeasure.PLEDGES, sum(counted.values()), counted, SMALLEST)


def worlds_like(seen: Published, cities: int) -> Iterator[World]:
    """Yield every world of so many cities that would have been published so."""
    hidden = [city for city in range(cities) if city not in seen.cities]
    told = sum(seen.cities.values())
    sums = range(SMALLEST) if seen.total is None else [seen.total - told]
    for total in sums:
        for counts in _split(total, len(hidden)):
            world = {**seen.cities, **dict(zip(hidden, counts, strict=True))}
            if publication_of(world) == seen:
                yield world


def _split(total: int, cities: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to share so many people among so many cities."""
    if not cities:
        yield from [()] if not total else []
        return
    for first in range(total + 1):
        for rest in _split(total - first, cities - 1):
            yield (first, *rest)


def recovered(seen: Published, cities: int) -> dict[int, int]:
    """Return every hidden city that has the same number of people in all those worlds."""
    known: dict[int, set[int]] = {}
    for world in worlds_like(seen, cities):
        for city, count in world.items():
            if city not in seen.cities:
                known.setdefault(city, set()).add(count)
    return {city: counts.pop() for city, counts in known.items() if len(counts) == 1}
