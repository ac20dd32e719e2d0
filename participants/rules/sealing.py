"""Keeping what names people unreadable where it lies: encrypted, under keys made of SECRET_KEY."""

import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from participants.errors import NotSealedByUs

KEY_BYTES = 32
NONCE_BYTES = 12


def seal(content: bytes, place: str) -> bytes:
    """Return content encrypted and bound to its place, e.g. "list-file:7:0": 28 bytes longer."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, content, place.encode())


def unseal(sealed: bytes, place: str) -> bytes:
    """Return what was sealed for this place, with today's SECRET_KEY or one of its forerunners.

    Raises NotSealedByUs when it was changed, moved from another place, or its key is gone.
    """
    nonce, hidden = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _cipher(secret).decrypt(nonce, hidden, place.encode())
        except (InvalidTag, ValueError):
            continue
    raise NotSealedByUs


@cache
def _cipher(secret: str) -> AESGCM:
    derivation = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=b"sealing")
    return AESGCM(derivation.derive(secret.encode()))
