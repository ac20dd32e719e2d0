"""When a phone is left in peace: from 21:00 to 8:00 in Pakistan; pure functions."""

import datetime
from zoneinfo import ZoneInfo

from messaging.enums import Channel, MessageKind
from messaging.rules.contacting import URGENT_KINDS

KARACHI = ZoneInfo("Asia/Karachi")
QUIET_FROM = datetime.time(21)
QUIET_UNTIL = datetime.time(8)
# Who is told at eight has set out by noon.
NOTICE = datetime.timedelta(hours=4)


def next_morning(moment: datetime.datetime) -> datetime.datetime:
    """Return the first 8:00 in Pakistan after a moment."""
    local = moment.astimezone(KARACHI)
    morning = datetime.datetime.combine(local.date(), QUIET_UNTIL, tzinfo=KARACHI)
    return morning if local < morning else morning + datetime.timedelta(days=1)


def is_urgent(
    kind: MessageKind, begins_at: datetime.datetime | None, now: datetime.datetime
) -> bool:
    """Tell whether a message about an event cannot wait for the next morning."""
    if kind not in URGENT_KINDS or begins_at is None:
        return False
    return begins_at < next_morning(now) + NOTICE


def send_from(
    channel: Channel, moment: datetime.datetime, *, is_urgent: bool = False
) -> datetime.datetime:
    """Return the moment itself, or the next morning where it would ring at night."""
    if channel == Channel.EMAIL or is_urgent:
        return moment
    clock = moment.astimezone(KARACHI).time()
    is_quiet = clock >= QUIET_FROM or clock < QUIET_UNTIL
    return next_morning(moment) if is_quiet else moment
