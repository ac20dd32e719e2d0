"""What providers and sheets tell of messages that people sent first, in one form."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaigns.rules.codes import codes_in
from participants.errors import InvalidPhone
from participants.rules.phones import to_e164
from urdu.digits import to_latin_digits

LONGEST_TEXT = 2000
MOST_MESSAGES = 500
# A mobile of Pakistan as people and programs write it, whatever stands around it.
_NUMBERS = re.compile(
    r"(?<![0-9])(?:(?:\+|00)?92|0)?[ .\-]?3[0-9]{2}[ .\-]?[0-9]{3}[ .\-]?[0-9]{4}(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Received:
    """One message or call: the sender in E.164 ("" when none could be read), codes in it, its id.

    `name` is the provider's own number of it, or what stands for one.
    """

    phone: str
    codes: tuple[str, ...]
    name: str


def sender(typed: str) -> str:
    """Return a sender in E.164 form, "" for anybody without a mobile number of Pakistan."""
    plain = typed.removeprefix("whatsapp:").strip()
    # Meta leaves the plus away.
    for spelling in (plain, f"+{plain}"):
        try:
            return to_e164(spelling)
        except InvalidPhone:
            continue
    return ""


def is_signed_by_meta(body: bytes, signature: str, secret: str) -> bool:
    """Tell whether X-Hub-Signature-256 is ours: sha256= and the HMAC of the body, in hex."""
    right = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"sha256={right}".encode(), signature.encode("utf-8", "replace"))


def is_signed_by_twilio(
    address: str, fields: Mapping[str, Sequence[str]], signature: str, secret: str
) -> bool:
    """Tell whether X-Twilio-Signature is ours: HMAC-SHA1 of address and fields, in base64.

    The fields are sorted by name and joined without anything between.
    """
    joined = "".join(f"{name}{value}" for name in sorted(fields) for value in fields[name])
    made = hmac.new(secret.encode(), f"{address}{joined}".encode(), hashlib.sha1).digest()
    right = base64.b64encode(made)
    return hmac.compare_digest(right, signature.encode("utf-8", "replace"))


def from_meta(body: bytes) -> list[Received]:
    """Return the messages of a notice of WhatsApp's Cloud API; other notices hold none.

    Raises ValueError for what is no notice.
    """
    notice = json.loads(body)
    if not isinstance(notice, dict):
        raise ValueError("a notice is an object")
    found = [
        _of_meta(message)
        for entry in _objects(notice.get("entry"))
        for change in _objects(entry.get("changes"))
        for message in _objects(_object(change.get("value")).get("messages"))
    ]
    return [one for one in found if one.name][:MOST_MESSAGES]


def _of_meta(message: Mapping[str, Any]) -> Received:
    text = _object(message.get("text")).get("body") or _object(message.get("button")).get("text")
    return _received(message.get("from"), text, message.get("id"))


def from_twilio(fields: Mapping[str, str]) -> list[Received]:
    """Return the message of a notice of Twilio, by SMS or WhatsApp; none without its number."""
    one = _received(fields.get("From"), fields.get("Body"), fields.get("MessageSid"))
    return [one] if one.name else []


def _received(who: object, text: object, name: object) -> Received:
    words = text[:LONGEST_TEXT] if isinstance(text, str) else ""
    return Received(
        phone=sender(who) if isinstance(who, str) else "",
        codes=tuple(codes_in(words)),
        name=name if isinstance(name, str) else "",
    )


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def from_cells(cells: Iterable[str], name: str) -> Received:
    """Return what a line of a sheet says, whatever its columns: a number, perhaps with a code."""
    texts = [to_latin_digits(cell) for cell in cells]
    phones = (sender(run) for text in texts for run in _NUMBERS.findall(text))
    codes = [code for text in texts for code in codes_in(text)]
    return Received(next((phone for phone in phones if phone), ""), tuple(codes), name)
