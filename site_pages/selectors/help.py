"""Numbers to call, those for danger first, then the main one, then by area."""

from dataclasses import dataclass

from django.conf import settings

from directory.models import Helpline


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


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """Numbers that belong together; `area` is empty for those for danger."""

    area: str
    lines: list[HelpLine]


def help_groups(language: str) -> list[HelpGroup]:
    """Return verified numbers: emergencies, then areas in the order of their first number.

    The main number leads, so its area comes first.
    """
    rows = sorted(Helpline.objects.verified(), key=_rank)
    groups: dict[str, list[HelpLine]] = {}
    for row in rows:
        area = "" if row.is_emergency else getattr(row, f"area_{language}")
        groups.setdefault(area, []).append(_line(row, language))
    return [HelpGroup(area=area, lines=lines) for area, lines in groups.items()]


def _rank(row: Helpline) -> tuple[bool, bool, int, int]:
    is_main = row.slug == settings.MAIN_HELPLINE_SLUG
    return (not row.is_emergency, not is_main, row.position, row.pk)


def _line(row: Helpline, language: str) -> HelpLine:
    return HelpLine(
        name=getattr(row, f"name_{language}"),
        display=row.number_display,
        dial=row.dial,
        what_for=getattr(row, f"what_for_{language}"),
        hours=getattr(row, f"hours_{language}"),
        checked_on=row.checked_on,
        source=getattr(row, f"source_title_{language}"),
    )
