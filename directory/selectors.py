"""What pages ask of the directory, and what signing in asks of an account."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, InterfaceError
from django.db.models import QuerySet
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from directory.models import AccountLink, Helpline, User
from directory.rules import is_stale, link_hash

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


def helplines_to_check(today: datetime.date) -> list[Helpline]:
    """Return the numbers readers see that were last checked too long ago, oldest first."""
    stale = [row for row in Helpline.objects.verified() if is_stale(row.checked_on, today)]
    return sorted(stale, key=lambda row: row.checked_on or datetime.date.min)


def _from_row(row: Helpline) -> MainHelpline:
    return MainHelpline(row.number_display, row.dial, row.name_en, row.name_ur)


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """What somebody has set up; None where nothing is."""

    app: TOTPDevice | None
    recovery: StaticDevice | None


def second_factor_of(user: User) -> SecondFactor:
    """Return the app and the recovery codes somebody signs in with."""
    return SecondFactor(
        TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk").first(),
        StaticDevice.objects.filter(user=user, confirmed=True).order_by("pk").first(),
    )


def is_excused_from_second_factor(user: User) -> bool:
    """Tell whether a password is enough: for accounts of the demonstration, on its machine only."""
    excused = settings.SECOND_FACTOR_EXCUSES
    return excused == "everybody" or (excused == "demonstration" and user.is_demonstration)


def usable_link(now: datetime.datetime) -> QuerySet[AccountLink]:
    """Return the links that still open an account; a suspended account has none."""
    return AccountLink.objects.filter(
        used_at__isnull=True, expires_at__gt=now, user__is_active=True
    )


def link_of_token(token: str, now: datetime.datetime) -> AccountLink | None:
    """Return the usable link of this token, or nothing."""
    return usable_link(now).filter(token_hash=link_hash(token)).select_related("user").first()
