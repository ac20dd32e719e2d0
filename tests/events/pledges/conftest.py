"""The current campaign, and a browser in which a data officer is signed in."""

import pytest
from django.test import Client

from campaigns.models import Campaign
from directory.services import create_staff, ensure_groups
from tests import factories
from tests.campaigns.builders import make_campaign


@pytest.fixture
def campaign() -> Campaign:
    """Return the current campaign."""
    return make_campaign()


@pytest.fixture
def officer(client: Client, campaign: Campaign) -> Client:
    """Return a browser in which a data officer is signed in."""
    ensure_groups()
    user = create_staff(
        username="officer", password=factories.PASSWORD, groups=["Data officers"], language="en"
    )
    client.force_login(user)
    return client
