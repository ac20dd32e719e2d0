"""Pakistani mobile numbers: read from any spelling, shown whole or masked."""

from urllib.parse import quote

import phonenumbers

from participants.errors import InvalidPhone
from urdu.digits import to_latin_digits

# No operator has this block; the demonstration's people live in it and are never written to.
DEMONSTRATION_PREFIX = "+92399"


def to_e164(typed: str) -> str:
    """Return a Pakistani mobile number in E.164 form, e.g. "+923331110566".

    Raises InvalidPhone when the digits are not a mobile number of Pakistan.
    Source: national numbering plan, mobile block 3XX XXXXXXX.
    """
    try:
        number = phonenumbers.parse(to_latin_digits(typed), "PK")
    except phonenumbers.NumberParseException as error:
        raise InvalidPhone from error
    is_mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    if number.country_code != 92 or not is_mobile:
        raise InvalidPhone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def national_form(phone: str) -> str:
    """Return a number as people here write it, e.g. "0333-1110566"."""
    digits = phone.removeprefix("+92")
    return f"0{digits[:3]}-{digits[3:]}" if digits else ""


def masked(phone: str) -> str:
    """Return only the last four digits, e.g. "···· 0566", for lists that are passed around."""
    return f"···· {phone[-4:]}" if phone else ""


def is_demonstration(phone: str) -> bool:
    """Tell whether a number belongs to the demonstration and must never be written to."""
    return phone.startswith(DEMONSTRATION_PREFIX)


def whatsapp_address(text: str, phone: str = "") -> str:
    """Return a link that opens WhatsApp with a text to send on; nothing is sent by itself.

    `phone` in E.164 form opens the talk with that number; without it one is asked to whom.
    """
    return f"https://wa.me/{phone.removeprefix('+')}?text={quote(text)}"
