"""How long a send may take, when to try again, whom never to write to; pure functions."""

import datetime
import re

from participants.rules.phones import is_demonstration

# One gap after each failed attempt but the last: a provider may be away for 40 hours.
RETRY_GAPS_MINUTES = (1, 5, 15, 60, 240, 720, 1440)
MAX_ATTEMPTS = len(RETRY_GAPS_MINUTES) + 1
LEASE_SECONDS = 60
# A send is cut off here, so that no other worker finds the lease expired while it still runs.
SEND_DEADLINE_SECONDS = 45
# RFC 2606 keeps "invalid" for names no mail server can ever have.
_UNREACHABLE = re.compile(r"@(?:.+\.)?invalid\.?$", re.IGNORECASE)
# What an absent provider has held up is kept no longer than this.
STUCK_LIFETIME = datetime.timedelta(days=14)


def next_attempt_at(attempt_count: int, now: datetime.datetime) -> datetime.datetime | None:
    """Return when to try again after so many attempts; None when it was the last."""
    if attempt_count >= MAX_ATTEMPTS:
        return None
    return now + datetime.timedelta(minutes=RETRY_GAPS_MINUTES[max(attempt_count, 1) - 1])


def is_unreachable(recipient: str) -> bool:
    """Tell whether an address or number is one of the demonstration's: "….invalid", "+92399…"."""
    return is_demonstration(recipient) or _UNREACHABLE.search(recipient.strip()) is not None
