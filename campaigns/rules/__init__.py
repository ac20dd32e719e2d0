"""What a pledge submits, and how counts are shown without giving anybody away; pure functions."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from campaigns.rules.addresses import canonical_email
from participants.rules.keys import content_hash, hash_of

# Cells below ten are not shown to the public: in a small town they name people.
SMALLEST_SHOWN_COUNT = 10
# What the log says a line is about that has to do with pledges.
LOG_SUBJECT = "pledges"


@dataclass(frozen=True, slots=True)
class PledgeSubmission:
    """One pledge as the form collected it: cleaned, phone in E.164, city by its slug.

    `statements` are the numbers of those chosen; `wants_wall` only ever goes with `is_adult`.
    """

    full_name: str
    phone: str
    email: str
    city: str
    statements: tuple[int, ...] = ()
    is_adult: bool = False
    wants_wall: bool = False
    # What was agreed to for a partner, word for word.
    partner_wording: str = ""

    def content_hash(self) -> str:
        """Return the hash under which the same submission is recognised again."""
        return content_hash(asdict(self))


def days_until(day: datetime.date, today: datetime.date) -> int | None:
    """Return how many days are left, 0 on the day itself; None once it is over."""
    left = (day - today).days
    return left if left >= 0 else None


def key_purpose(year: int) -> str:
    """Return what a pledge form's key is issued for."""
    return f"pledge:{year}"


def email_key(email: str) -> str:
    """Return the hash by which one mailbox is counted once; empty for no address."""
    return hash_of(canonical_email(email)) if email else ""


def phone_key(phone: str) -> str:
    """Return the hash by which one phone, in E.164 form, is counted once; empty for none."""
    return hash_of(f"phone:{phone}") if phone else ""


def split_small(counts: Sequence[int], smallest: int = SMALLEST_SHOWN_COUNT) -> int:
    """Return how many of the counts, given from large to small, may be shown one by one.

    The rest is shown as one sum. A sum below ten, or of a single city, would give that city
    away by subtraction from the total: then the smallest shown count joins the rest.
    """
    shown = sum(1 for count in counts if count >= smallest)
    while shown and _gives_away(counts[shown:], smallest):
        shown -= 1
    return shown


def _gives_away(rest: Sequence[int], smallest: int) -> bool:
    return bool(rest) and (len(rest) == 1 or sum(rest) < smallest)
