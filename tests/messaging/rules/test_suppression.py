"""What a provider's report says of an address."""

import pytest

from messaging.enums import SuppressionReason
from messaging.rules.suppression import normal_form, suppression_reason


@pytest.mark.parametrize(
    ("event", "rejection", "reason"),
    [
        ("bounced", "bounced", SuppressionReason.BOUNCE),
        ("bounced", "invalid", SuppressionReason.BOUNCE),
        ("bounced", None, SuppressionReason.BOUNCE),
        ("bounced", "timed_out", None),
        ("bounced", "blocked", None),
        ("rejected", "bounced", SuppressionReason.BOUNCE),
        ("rejected", "spam", SuppressionReason.COMPLAINT),
        ("rejected", "other", None),
        ("rejected", None, None),
        ("complained", "spam", SuppressionReason.COMPLAINT),
        ("unsubscribed", None, SuppressionReason.UNSUBSCRIBED),
        ("delivered", None, None),
        ("deferred", None, None),
        ("unknown", None, None),
    ],
)
def test_suppression_reason(
    event: str, rejection: str | None, reason: SuppressionReason | None
) -> None:
    assert suppression_reason(event, rejection) == reason


def test_normal_form_knows_no_capitals() -> None:
    assert normal_form(" Ayesha@Mail.Test ") == "ayesha@mail.test"
