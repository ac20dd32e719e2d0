"""A mail server for every test that asks, and Django pointed at it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.messaging.smtp_server import SmtpServer


@pytest.fixture
def smtp(settings: Settings) -> Iterator[SmtpServer]:
    """Start a mail server and send through it."""
    with SmtpServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST = "127.0.0.1"
        settings.EMAIL_PORT = server.port
        yield server
