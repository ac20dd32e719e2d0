"""The log holds no secret of an address, no phone, no e-mail."""

import logging

import pytest
from django.test import Client

from config.log_words import WithoutSecrets, without_secrets


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Not Found: /ur/my/abc_DEF-123/", "Not Found: /ur/my/[secret]/"),
        ("Not Found: /ur/pledge/confirm/abc/", "Not Found: /ur/pledge/confirm/[secret]/"),
        ("Not Found: /ur/desk/link/abc_DEF-1/", "Not Found: /ur/desk/link/[secret]/"),
        ("Not Found: /en/gate/abc_DEF-1/", "Not Found: /en/gate/[secret]/"),
        ("Not Found: /en/my/r/LHE-7K2QF/", "Not Found: /en/my/r/[reference]/"),
        ("refused somebody@example.org", "refused [address]"),
        ("Key (phone)=(+923331110566) exists", "Key (phone)=([phone]) exists"),
        ("called 0333-1110566", "called [phone]"),
        ("Not Found: /ur/events/nowhere/", "Not Found: /ur/events/nowhere/"),
    ],
)
def test_without_secrets_strikes_out_what_must_not_stand_there(line: str, kept: str) -> None:
    assert without_secrets(line) == kept


@pytest.mark.django_db
def test_a_wrong_own_link_is_logged_without_its_secret(caplog: pytest.LogCaptureFixture) -> None:
    formatter = WithoutSecrets("{message}", style="{")

    with caplog.at_level(logging.WARNING, logger="django.request"):
        Client().get("/ur/my/a-secret-nobody-issued/")

    lines = [formatter.format(record) for record in caplog.records]
    assert lines == ["Not Found: /ur/my/[secret]/"]
