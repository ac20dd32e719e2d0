"""What a provider's report says of an address; pure functions."""

from messaging.enums import SuppressionReason

# Words of anymail's events, the same for every provider.
_BY_EVENT = {
    "complained": SuppressionReason.COMPLAINT,
    "unsubscribed": SuppressionReason.UNSUBSCRIBED,
}
_BY_REJECTION = {
    "invalid": SuppressionReason.BOUNCE,
    "bounced": SuppressionReason.BOUNCE,
    "spam": SuppressionReason.COMPLAINT,
    "unsubscribed": SuppressionReason.UNSUBSCRIBED,
}
# The provider gave up, the template was wrong: nothing is said of the address.
_NOT_ABOUT_THE_ADDRESS = ("timed_out", "blocked")


def suppression_reason(event_type: str, reject_reason: str | None) -> SuppressionReason | None:
    """Return why nothing may be sent to the address any more; None when it still may."""
    if event_type == "rejected":
        return _BY_REJECTION.get(reject_reason or "")
    if event_type == "bounced" and reject_reason not in _NOT_ABOUT_THE_ADDRESS:
        return SuppressionReason.BOUNCE
    return _BY_EVENT.get(event_type)


def normal_form(address: str) -> str:
    """Return an address or number as it is compared: capitals mean nothing."""
    return address.strip().casefold()
