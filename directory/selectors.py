"""What pages ask of the directory."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, InterfaceError

from directory.models import Helpline

MAIN_HELPLINE_CACHE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class MainHelpline:
    """The number that stands in the same place of every page."""

    display: str
    dial: str
    name_en: str = ""
    name_ur: str = ""


def main_helpline(*, may_ask: bool = True) -> MainHelpline:
    """Return the main number; the one in the settings when the database may not or cannot say."""
    known: MainHelpline | None = cache.get("main-helpline")
    if known is not None:
        return known
    fallback = MainHelpline(**settings.MAIN_HELPLINE)
    if not may_ask:
        return fallback
    try:
        row = Helpline.objects.filter(slug=settings.MAIN_HELPLINE_SLUG).first()
    except (DatabaseError, InterfaceError):
        return fallback
    found = _from_row(row) if row else fallback
    cache.set("main-helpline", found, MAIN_HELPLINE_CACHE_SECONDS)
    return found


def _from_row(row: Helpline) -> MainHelpline:
    return MainHelpline(row.number_display, row.dial, row.name_en, row.name_ur)
