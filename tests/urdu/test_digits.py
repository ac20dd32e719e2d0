"""Digits from Urdu and Arabic keyboards."""

from urdu.digits import to_latin_digits


def test_to_latin_digits_urdu_keyboard_reads_as_latin() -> None:
    assert to_latin_digits("۰۳۰۰-۱۲۳۴۵۶۷۸۹") == "0300-123456789"


def test_to_latin_digits_arabic_keyboard_reads_as_latin() -> None:
    assert to_latin_digits("٠٣٣٣ ١١١٠٥٦٦ ٢٤٧٨٩") == "0333 1110566 24789"


def test_to_latin_digits_other_characters_stay() -> None:
    assert to_latin_digits("گلی نمبر 7، ②") == "گلی نمبر 7، ②"
