"""Numbers to call, those for danger first, then the main one, then by area; or those chosen."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils.text import slugify

from directory.enums import Need, Province
from directory.models import City, Helpline
from directory.rules import is_stale
from site_pages.rules.searching import WORDS_FOR_HELP, has_all, terms_of
from urdu.folding import fold


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One checked number with its source, in the page's language."""

    name: str
    display: str
    dial: str
    what_for: str
    hours: str
    checked_on: object
    source: str
    is_stale: bool


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """Numbers that belong together; `area` is empty for those for danger."""

    area: str
    lines: list[HelpLine]


@dataclass(frozen=True, slots=True)
class HelpChoice:
    """What a reader narrows to; nothing chosen means every number."""

    need: Need | None = None
    province: Province | None = None
    city: City | None = None


@dataclass(frozen=True, slots=True)
class HelpPlace:
    """A province with its cities, in the order of the language."""

    province: Province
    cities: list[City]


def help_groups(
    language: str, *, today: datetime.date, choice: HelpChoice | None = None
) -> list[HelpGroup]:
    """Return verified numbers: emergencies, then areas in the order of their first number.

    The main number leads, so its area comes first; with a place chosen the nearest area does.
    Emergencies stay whatever was chosen.
    """
    choice = choice or HelpChoice()
    chosen = [row for row in Helpline.objects.verified() if _fits(row, choice)]
    has_place = choice.province is not None
    groups: dict[str, list[HelpLine]] = {}
    for row in sorted(chosen, key=lambda row: _rank(row, nearest_first=has_place)):
        area = "" if row.is_emergency else getattr(row, f"area_{language}")
        groups.setdefault(area, []).append(_line(row, language, today))
    return [HelpGroup(area=area, lines=lines) for area, lines in groups.items()]


def lines_for(typed: str, language: str, *, today: datetime.date) -> list[HelpLine]:
    """Return the verified numbers that all typed words speak of, the page's order; [] for none.

    Nobody who types "help" or a number should have to find it in a text.
    """
    terms = terms_of(typed, language)
    if not terms:
        return []
    rows = Helpline.objects.verified().select_related("city")
    found = [row for row in rows if has_all(terms, _words_of(row, language))]
    ordered = sorted(found, key=lambda row: _rank(row, nearest_first=False))
    return [_line(row, language, today) for row in ordered]


def _words_of(row: Helpline, language: str) -> list[str]:
    needs = [Need(need).label for need in row.needs or () if need in Need.values]
    own = [getattr(row, f"{part}_{language}") for part in ("name", "what_for", "area")]
    city = getattr(row.city, f"name_{language}") if row.city else ""
    known = [*own, *needs, city, row.number_display, row.dial, WORDS_FOR_HELP.get(language, "")]
    return fold(" ".join(map(str, known))).split()


def help_choice(*, need: str, province: str, city: str) -> HelpChoice:
    """Return what an address asks for; whatever is unknown counts as not chosen."""
    found = City.objects.filter(slug=city).first() if city else None
    place = province_of(found) if found else province
    return HelpChoice(
        need=Need(need) if need in Need.values else None,
        province=Province(place) if place in Province.values else None,
        city=found,
    )


def help_places(language: str) -> list[HelpPlace]:
    """Return every province with its cities."""
    cities: dict[str, list[City]] = {}
    for city in City.objects.in_order(language):
        cities.setdefault(province_of(city), []).append(city)
    return [HelpPlace(province, cities.get(province.value, [])) for province in Province]


def province_of(city: City) -> str:
    """Return the slug of a city's province; one of Province when staff wrote it as we do."""
    return slugify(city.province_en)


def _fits(row: Helpline, choice: HelpChoice) -> bool:
    if row.is_emergency:
        return True
    has_need = choice.need is None or choice.need.value in (row.needs or ())
    is_near = choice.province is None or row.province in (None, "", choice.province.value)
    is_in_city = choice.city is None or row.city_id in (None, choice.city.pk)
    return has_need and is_near and is_in_city


def _rank(row: Helpline, *, nearest_first: bool) -> tuple[bool, int, bool, int, int]:
    is_main = row.slug == settings.MAIN_HELPLINE_SLUG
    distance = (row.city_id is None) + (not row.province) if nearest_first else 0
    return (not row.is_emergency, distance, not is_main, row.position, row.pk)


def _line(row: Helpline, language: str, today: datetime.date) -> HelpLine:
    return HelpLine(
        name=getattr(row, f"name_{language}"),
        display=row.number_display,
        dial=row.dial,
        what_for=getattr(row, f"what_for_{language}"),
        hours=getattr(row, f"hours_{language}"),
        checked_on=row.checked_on,
        source=getattr(row, f"source_title_{language}"),
        is_stale=is_stale(row.checked_on, today),
    )
