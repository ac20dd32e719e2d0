"""The Urdu alphabet and the characters that stand beside its letters; constants only."""

# Dictionary order. ں and ۃ are letters of their own for sorting, as in CLDR's order for Urdu.
ALPHABET = "اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۃءیے"

# One letter typed on Arabic, Persian, Pashto, Sindhi or Uyghur keyboards -> the Urdu code point.
SAME_LETTER = {
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ۍ": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ګ": "گ",
    "ه": "ہ",
    "ە": "ہ",
    "ة": "ۃ",
    "ٱ": "ا",
}

# Follows a consonant and is breathed with it: بھائی, کھانا.
ASPIRATE_HE = "ھ"

# A small alef written above: رحمٰن, مصطفیٰ.
DAGGER_ALEF = "\u0670"

# Stretches a word on the line, carries no meaning.
TATWEEL = "\u0640"

# Urdu spelling needs both inside words: they keep letters apart or joined.
ZERO_WIDTH_NON_JOINER = "\u200c"
ZERO_WIDTH_JOINER = "\u200d"

LEFT_TO_RIGHT_MARK = "\u200e"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
POP_DIRECTIONAL_ISOLATE = "\u2069"

# ۰-۹ as Urdu and Persian keyboards type them, ٠-٩ as Arabic ones do.
URDU_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
LATIN_DIGITS = "0123456789"
