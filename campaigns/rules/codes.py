"""Codes: the one a pledger writes to us, and the six digits we write to them."""

import re
import secrets
from urllib.parse import quote

from django.utils.crypto import constant_time_compare, salted_hmac

from participants.rules.references import REFERENCE_ALPHABET
from urdu.digits import to_latin_digits

CODE_LETTERS = 6
DIGITS = 6
_CODE = re.compile(rf"(?<![0-9A-Za-z])([{REFERENCE_ALPHABET}]{{{CODE_LETTERS}}})(?![0-9A-Za-z])")


def new_code() -> str:
    """Return six signs nobody mistakes for one another, figures among them: one of 500 million."""
    while not _is_code(code := _six_signs()):
        continue
    return code


def _six_signs() -> str:
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _sign in range(CODE_LETTERS))


def codes_in(text: str) -> list[str]:
    """Return what may be codes in a message, however its case and digits were typed."""
    return [code for code in _CODE.findall(to_latin_digits(text).upper()) if _is_code(code)]


def _is_code(code: str) -> bool:
    """Words of six letters are no codes: there is a figure in each of ours."""
    return any(sign.isdigit() for sign in code)


def new_digits() -> str:
    """Return six digits for a text."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def digits_hash(pledge_id: int, typed: str) -> str:
    """Return the keyed hash under which the six digits of a pledge are kept.

    A million codes could be tried out by whoever stole the table, so SECRET_KEY has a part in it.
    """
    return salted_hmac("campaigns.code", f"{pledge_id}:{typed}", algorithm="sha256").hexdigest()


def is_right(pledge_id: int, typed: str, code_hash: str) -> bool:
    """Tell whether these are the digits; those of any keyboard, with or without spaces."""
    plain = re.sub(r"[\s\-]", "", to_latin_digits(typed))
    return constant_time_compare(digits_hash(pledge_id, plain), code_hash)


def sms_link(number: str, text: str) -> str:
    """Return the address that opens a text ready to send."""
    return f"sms:{number}?&body={quote(text)}"
