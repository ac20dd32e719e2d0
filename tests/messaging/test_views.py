"""What providers report: bounces and complaints, with the right secret only."""

import base64
import json

import pytest
from django.test import Client
from pytest_django import Settings

from messaging.enums import Channel
from messaging.models import SuppressedAddress
from messaging.selectors import suppressed_among

pytestmark = pytest.mark.django_db
SECRET = "provider:a-long-password"
ADDRESS = "/-/hooks/email/postmark/"
BOUNCE = {
    "RecordType": "Bounce",
    "MessageID": "one",
    "Type": "HardBounce",
    "TypeCode": 1,
    "Email": "Ayesha@mail.test",
    "BouncedAt": "2027-07-20T09:00:00Z",
    "Description": "no such user",
}
COMPLAINT = BOUNCE | {"RecordType": "SpamComplaint", "Type": "SpamComplaint", "TypeCode": 512}
DELIVERY = {
    "RecordType": "Delivery",
    "MessageID": "one",
    "Recipient": "ayesha@mail.test",
    "DeliveredAt": "2027-07-20T09:00:00Z",
}


@pytest.fixture(autouse=True)
def _secret(settings: Settings) -> None:
    settings.ANYMAIL = {"WEBHOOK_SECRET": SECRET}


def report(body: object, *, secret: str = SECRET, address: str = ADDRESS) -> int:
    """Report something as a provider does; return the answer's status."""
    credentials = base64.b64encode(secret.encode()).decode()
    return (
        Client(raise_request_exception=False)
        .post(
            address,
            data=body if isinstance(body, str) else json.dumps(body),
            content_type="application/json",
            headers={"authorization": f"Basic {credentials}"},
        )
        .status_code
    )


@pytest.mark.parametrize("body", [BOUNCE, COMPLAINT])
def test_email_events_suppress_the_address(body: dict[str, object]) -> None:
    assert report(body) == 200
    assert suppressed_among(["ayesha@mail.test"], Channel.EMAIL) == {"ayesha@mail.test"}


def test_email_events_of_a_delivery_suppress_nothing() -> None:
    assert report(DELIVERY) == 200
    assert SuppressedAddress.objects.count() == 0


@pytest.mark.parametrize("secret", ["", "provider:wrong", "a-long-password", "ہم:قدم"])
def test_email_events_with_wrong_secret_are_refused(secret: str) -> None:
    assert report(BOUNCE, secret=secret) == 400
    assert SuppressedAddress.objects.count() == 0


def test_email_events_without_secret_set_do_not_exist(settings: Settings) -> None:
    settings.ANYMAIL = {}

    assert report(BOUNCE) == 404
    assert SuppressedAddress.objects.count() == 0


@pytest.mark.parametrize("provider", ["nobody", "anymail", "postmarkk"])
def test_email_events_of_unknown_provider_do_not_exist(provider: str) -> None:
    assert report(BOUNCE, address=f"/-/hooks/email/{provider}/") == 404


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "[1]", '"x"', '{"RecordType": 7}'])
def test_email_events_that_are_none_break_nothing(body: str) -> None:
    assert report(body) in (200, 400)
    assert SuppressedAddress.objects.count() == 0


def test_email_events_are_posted_only() -> None:
    assert Client().get(ADDRESS).status_code == 405
