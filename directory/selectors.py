"""What pages ask of the directory."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError

from directory.models import Helpline

MAIN_HELPLINE_CACHE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class MainHelpline:
    """The number that stands in the same place of every page."""

    display: str
    dial: str


def main_helpline() -> MainHelpline:
    """Return the main number; the one in the settings when the database does not answer."""
    known: MainHelpline | None = cache.get("main-helpline")
    if known is not None:
        return known
    fallback = MainHelpline(**settings.MAIN_HELPLINE)
    try:
        row = Helpline.objects.filter(slug=settings.MAIN_HELPLINE_SLUG).first()
    except DatabaseError:
        return fallback
    found = MainHelpline(row.number_display, row.dial) if row else fallback
    cache.set("main-helpline", found, MAIN_HELPLINE_CACHE_SECONDS)
    return found
