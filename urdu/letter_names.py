"""Latin letters as Urdu says them: FIA is written ایف آئی اے."""

from urdu.folding import fold

_NAMES = {
    "a": "اے",
    "b": "بی",
    "c": "سی",
    "d": "ڈی",
    "e": "ای",
    "f": "ایف",
    "g": "جی",
    "h": "ایچ",
    "i": "آئی",
    "j": "جے",
    "k": "کے",
    "l": "ایل",
    "m": "ایم",
    "n": "این",
    "o": "او",
    "p": "پی",
    "q": "کیو",
    "r": "آر",
    "s": "ایس",
    "t": "ٹی",
    "u": "یو",
    "v": "وی",
    "w": "ڈبلیو",
    "x": "ایکس",
    "y": "وائی",
    "z": "زیڈ",
}
# Two letters fit too much; longer ones are said as words.
_SHORTEST, _LONGEST = 3, 6


def spelled_out(letters: str) -> str:
    """Return an abbreviation as Urdu texts spell it, folded; "" for anything else.

    Three to six Latin letters count as one, so a short word gives a spelling nobody writes.
    """
    known = letters.lower()
    if not _SHORTEST <= len(known) <= _LONGEST or not set(known) <= _NAMES.keys():
        return ""
    return fold(" ".join(_NAMES[letter] for letter in known))
