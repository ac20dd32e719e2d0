"""A year as open data: one JSON document, the same as rows of a sheet, and the schema of both."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import translation

from campaigns.enums import TallyMeasure
from campaigns.impact.lists.figures import DEFINITIONS, LABELS
from campaigns.impact.rules import MEASURES, OF_PEOPLE
from campaigns.impact.selectors import YearImpact
from campaigns.rules import SMALLEST_SHOWN_COUNT

VERSION = 1
LICENCE = {
    "name": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
    "url": "https://creativecommons.org/licenses/by/4.0/",
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
COLUMNS = ("year", "city", "city_en", "city_ur", "measure", "unit", "value", "sources", "as_of")
ALL_CITIES, OTHER_CITIES = "all-cities", "other-cities"
HIDDEN = (
    "null: nothing was counted, or so few that the number could point at somebody. Of people, "
    "no number below `smallest_shown` is published, and none that would tell one by subtraction."
)


def document(
    impact: YearImpact, *, schema_url: str, publisher: str, now: datetime.datetime
) -> dict[str, Any]:
    """Return a year as the schema describes it, ready for json.dumps."""
    campaign = impact.campaign
    return {
        "$schema": schema_url,
        "schema_version": VERSION,
        "publisher": publisher,
        "licence": LICENCE,
        "generated_at": now.isoformat(timespec="seconds"),
        "as_of": _as_of(impact),
        "year": campaign.year,
        "title": _pair(campaign, "title"),
        "theme": _pair(campaign, "theme") if campaign.theme_en else None,
        "world_day": campaign.world_day_on.isoformat(),
        "smallest_shown": SMALLEST_SHOWN_COUNT,
        "hidden": HIDDEN,
        "measures": {measure.value: _measure(measure) for measure in MEASURES},
        "totals": {measure.value: impact.figures[measure].total for measure in MEASURES},
        "other_cities": {measure.value: impact.figures[measure].others for measure in OF_PEOPLE},
        "estimated_sources": list(impact.sources.get(None, ())),
        "cities": [_city(impact, key) for key in _by_slug(impact)],
    }


def _by_slug(impact: YearImpact) -> list[int]:
    """Return the cities in an order that is the same in every language."""
    return sorted(impact.cities, key=lambda key: impact.cities[key].slug)


def _city(impact: YearImpact, key: int) -> dict[str, Any]:
    city = impact.cities[key]
    return {
        "slug": city.slug,
        "name": _pair(city, "name"),
        "figures": {measure.value: impact.of_city(measure, key) for measure in MEASURES},
        "estimated_sources": list(impact.sources.get(key, ())),
    }


def _pair(thing: object, name: str) -> dict[str, str]:
    return {language: getattr(thing, f"{name}_{language}") for language in ("en", "ur")}


def _measure(measure: TallyMeasure) -> dict[str, Any]:
    said: dict[str, dict[str, str]] = {"label": {}, "definition": {}}
    for language in ("en", "ur"):
        with translation.override(language):
            said["label"][language] = str(LABELS[measure])
            said["definition"][language] = str(DEFINITIONS[measure])
    return {**said, "unit": unit_of(measure)}


def unit_of(measure: TallyMeasure) -> str:
    """Return what is counted."""
    return "people" if measure in OF_PEOPLE else measure.value


def _as_of(impact: YearImpact) -> str | None:
    return impact.counted_at.isoformat(timespec="seconds") if impact.counted_at else None


def rows(impact: YearImpact) -> Iterator[list[object]]:
    """Yield the same numbers as COLUMNS, the year first, one a row; None where none is told."""
    for measure in MEASURES:
        figure = impact.figures[measure]
        sources = impact.sources if measure == TallyMeasure.ESTIMATED else {}
        yield _row(impact, measure, (ALL_CITIES, "", ""), figure.total, sources.get(None, ()))
        for key in _by_slug(impact):
            city = impact.cities[key]
            names = (city.slug, city.name_en, city.name_ur)
            yield _row(impact, measure, names, figure.cities.get(key), sources.get(key, ()))
        if figure.others is not None:
            yield _row(impact, measure, (OTHER_CITIES, "", ""), figure.others, ())


def _row(
    impact: YearImpact,
    measure: TallyMeasure,
    names: tuple[str, str, str],
    value: int | None,
    sources: tuple[str, ...],
) -> list[object]:
    of = [impact.campaign.year, *names, measure.value, unit_of(measure)]
    return [*of, value, " ".join(sources), _as_of(impact)]


def schema(url: str) -> Mapping[str, Any]:
    """Return the JSON Schema of `document`."""
    text = {"type": "string"}
    pair = _object({"en": text, "ur": text})
    number = {"type": ["integer", "null"], "minimum": 0, "description": HIDDEN}
    figures = _object({measure.value: number for measure in MEASURES})
    others = _object({measure.value: number for measure in OF_PEOPLE})
    measure = _object({"label": pair, "definition": pair, "unit": text})
    sources = {"type": "array", "items": text}
    city = _object({"slug": text, "name": pair, "figures": figures, "estimated_sources": sources})
    moment = {"type": "string", "format": "date-time"}
    properties = {
        "$schema": {"const": url},
        "schema_version": {"const": VERSION},
        "publisher": text,
        "licence": _object({"name": text, "url": text}),
        "generated_at": moment,
        "as_of": {"anyOf": [moment, {"type": "null"}]},
        "year": {"type": "integer"},
        "title": pair,
        "theme": {"anyOf": [pair, {"type": "null"}]},
        "world_day": {"type": "string", "format": "date"},
        "smallest_shown": {"const": SMALLEST_SHOWN_COUNT},
        "hidden": text,
        "measures": _object({one.value: measure for one in MEASURES}),
        "totals": figures,
        "other_cities": others,
        "estimated_sources": sources,
        "cities": {"type": "array", "items": city},
    }
    return {"$schema": DIALECT, "$id": url, "title": "A campaign's year", **_object(properties)}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has exactly these properties."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
