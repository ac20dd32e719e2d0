"""Secrets of forms and links: issued by the server, compared by hash."""

import hashlib
import json
import secrets
from collections.abc import Mapping

from django.core import signing

from participants.errors import KeyNotOurs

KEY_LIFETIME_SECONDS = 24 * 60 * 60


def hash_of(token: str) -> str:
    """Return the hex SHA-256 under which a token is stored."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def content_hash(content: Mapping[str, object]) -> str:
    """Return the hex SHA-256 of a normalised submission, the same for the same content."""
    return hash_of(json.dumps(content, sort_keys=True, ensure_ascii=True, default=str))


def issue_key(purpose: str) -> str:
    """Return a signed form key for one purpose, e.g. "register:walk-lahore-2027"."""
    return signing.TimestampSigner(salt=f"form-key:{purpose}").sign(secrets.token_hex(16))


def good_key(signed: str, purpose: str) -> str:
    """Return the signed key that came if it is ours and fresh, otherwise a new one."""
    try:
        key_of(signed, purpose)
    except KeyNotOurs:
        return issue_key(purpose)
    return signed


def key_of(signed: str, purpose: str) -> str:
    """Return the 32 hex digits inside a signed key.

    Raises KeyNotOurs when this server did not issue it for this purpose in the last day.
    """
    signer = signing.TimestampSigner(salt=f"form-key:{purpose}")
    try:
        return signer.unsign(signed, max_age=KEY_LIFETIME_SECONDS)
    except signing.BadSignature as error:
        raise KeyNotOurs from error
