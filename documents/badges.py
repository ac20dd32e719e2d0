"""Badges, eight on a sheet of A4 to cut apart: name, group, role, the pass's code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.joining import Progress, drawn_in_batches, in_batches, untold
from documents.printing import (
    Palette,
    Said,
    code_data,
    first_picture,
    in_order,
    is_urdu,
    pixels_per_inch,
    said_data,
)

ON_A_SHEET = 8
# Whole sheets that draw in about a second; what is drawn is forgotten before the next batch.
BATCH_BADGES = 96
LONGEST_NAME = 80
LONGEST_GROUP = 90
A4_WIDTH_MM = 210.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """One person's badge; without a name it has a line to write on.

    `code` is what a camera reads and stands below its square. Staff have their role on a
    filled bar, everybody else in a frame.
    """

    name: str
    role: Said
    group: str = ""
    code: str = ""
    is_staff: bool = False
    wants_no_photographs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeSheet:
    """The badges of one event, in printing order."""

    languages: tuple[str, ...]
    title: Said
    no_photographs: Said
    badges: Sequence[Badge]


def badges_pdf(sheet: BadgeSheet, palette: Palette, progress: Progress = untold) -> bytes:
    """Return the badges as A4 pages with lines to cut along, drawn in batches.

    `progress` is called with how many are drawn. Raises DrawingFailed when the engine refuses
    them.
    """
    batches = (
        badge_data(replace(sheet, badges=sheet.badges[batch]), palette)
        for batch in in_batches(len(sheet.badges), BATCH_BADGES, progress)
    )
    return drawn_in_batches("badge", batches, title=sheet.title[0][1])


def badges_png(sheet: BadgeSheet, palette: Palette, width_pixels: int) -> bytes:
    """Return the first sheet as a picture."""
    resolution = pixels_per_inch(A4_WIDTH_MM, width_pixels)
    return first_picture("badge", badge_data(sheet, palette), resolution)


def badge_data(sheet: BadgeSheet, palette: Palette) -> dict[str, object]:
    """Return what documents/templates/badge.typ reads."""
    return {
        "palette": palette.value,
        "languages": list(sheet.languages),
        "title": said_data(sheet.title, 70),
        "no_photographs": said_data(sheet.no_photographs),
        "badges": [_badge(badge) for badge in sheet.badges],
    }


def _badge(badge: Badge) -> dict[str, object]:
    return {
        "name": in_order(badge.name, LONGEST_NAME),
        "is_urdu": is_urdu(badge.name),
        "role": said_data(badge.role),
        "group": in_order(badge.group, LONGEST_GROUP),
        "is_group_urdu": is_urdu(badge.group),
        "code": badge.code,
        "qr": code_data(badge.code),
        "is_staff": badge.is_staff,
        "wants_no_photographs": badge.wants_no_photographs,
    }
