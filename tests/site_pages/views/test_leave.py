"""The way out."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from directory.models import User


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("language", ["ur", "en"])
def test_leave_goes_away_without_saying_from_where(
    client: Client, language: str, method: str
) -> None:
    response = getattr(client, method)(f"/{language}/leave/")

    assert response.status_code == 302
    assert response.headers["Location"] == settings.EXIT_ADDRESS
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.cookies == {}


@pytest.mark.django_db
def test_leave_ends_the_session(client: Client) -> None:
    client.force_login(User.objects.create_user("somebody"))

    response = client.get("/ur/leave/")

    assert not Session.objects.exists()
    assert response.cookies[settings.SESSION_COOKIE_NAME].value == ""
