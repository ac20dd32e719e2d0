"""Writing down to whom nothing is sent any more."""

import datetime

from messaging.enums import Channel, SuppressionReason
from messaging.models import SuppressedAddress
from messaging.selectors import suppression_hash


def suppress_address(
    *, address: str, channel: Channel, reason: SuppressionReason, now: datetime.datetime
) -> None:
    """Send nothing to this address any more; what was said first stays."""
    SuppressedAddress.objects.get_or_create(
        address_hash=suppression_hash(address, channel),
        defaults={"channel": channel, "reason": reason, "suppressed_at": now},
    )
