"""Sealed: unreadable, bound to its place, read with today's key or an earlier one."""

import pytest
from django.test import override_settings

from participants.errors import NotSealedByUs
from participants.rules.sealing import seal, unseal

CONTENT = "عائشہ خان".encode()
FORMER = "former-key-former-key-former-key-former-key-former-key"


def test_sealed_content_is_unreadable_and_comes_back_whole() -> None:
    sealed, again = seal(CONTENT, "file:1"), seal(CONTENT, "file:1")

    assert CONTENT not in sealed
    assert sealed != again
    assert unseal(sealed, "file:1") == unseal(again, "file:1") == CONTENT


def test_sealed_empty_content_comes_back_empty() -> None:
    assert unseal(seal(b"", "file:1"), "file:1") == b""


@pytest.mark.parametrize("fault", ["moved", "changed", "cut", "empty", "plain"])
def test_unseal_of_anything_else_refuses(fault: str) -> None:
    sealed = seal(CONTENT, "file:1")
    kept = {
        "moved": sealed,
        "changed": sealed[:-1] + bytes([sealed[-1] ^ 1]),
        "cut": sealed[:-1],
        "empty": b"",
        "plain": b"%PDF-1.7 and so on for a while",
    }

    with pytest.raises(NotSealedByUs):
        unseal(kept[fault], "file:2" if fault == "moved" else "file:1")


def test_key_of_yesterday_opens_until_it_is_taken_away() -> None:
    with override_settings(SECRET_KEY=FORMER):
        sealed = seal(CONTENT, "file:1")

    with override_settings(SECRET_KEY_FALLBACKS=[FORMER]):
        assert unseal(sealed, "file:1") == CONTENT
    with pytest.raises(NotSealedByUs):
        unseal(sealed, "file:1")
