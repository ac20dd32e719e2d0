"""To whom nothing is sent any more."""

import pytest

from messaging.enums import Channel, SuppressionReason
from messaging.models import SuppressedAddress
from messaging.selectors import suppressed_among
from messaging.services import suppress_address
from tests.messaging.builders import NOW

pytestmark = pytest.mark.django_db


def test_suppress_address_twice_keeps_the_first_reason_and_no_address() -> None:
    for reason in (SuppressionReason.COMPLAINT, SuppressionReason.BOUNCE):
        suppress_address(address="Ayesha@mail.test", channel=Channel.EMAIL, reason=reason, now=NOW)

    row = SuppressedAddress.objects.get()
    assert row.reason == SuppressionReason.COMPLAINT
    assert "ayesha" not in str(vars(row)).lower()
    assert suppressed_among(["ayesha@MAIL.test ", "b@mail.test"], Channel.EMAIL) == {
        "ayesha@MAIL.test "
    }
    assert suppressed_among(["ayesha@mail.test"], Channel.SMS) == set()
