"""What may stand in a header, and what of a provider's answer may be kept; pure functions."""

import re
import unicodedata

from messaging.errors import UnsafeHeader

ERROR_MAX_LENGTH = 200
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+>")
_ADDRESS = re.compile(r"\S*@\S*")
_LINE_BREAKS = "\u2028\u2029"


def safe_header(value: str) -> str:
    """Return a header's value as it is.

    Raises UnsafeHeader when it could begin another header line.
    """
    if any(unicodedata.category(sign) == "Cc" or sign in _LINE_BREAKS for sign in value):
        raise UnsafeHeader
    return value


def safe_message_id(value: str) -> str:
    """Return a Message-ID such as "<pledge.3f9a@example.org>" as it is.

    Raises UnsafeHeader when it has another shape.
    """
    if _MESSAGE_ID.fullmatch(value) is None:
        raise UnsafeHeader
    return value


def without_addresses(text: str) -> str:
    """Return a provider's answer as one short line in which no address is left."""
    line = " ".join(_ADDRESS.sub("[address]", text).split())
    return line[:ERROR_MAX_LENGTH]
