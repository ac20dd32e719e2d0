"""How words are looked for: folded, by their beginning, and names by their sound."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from urdu.folding import fold
from urdu.letter_names import spelled_out
from urdu.romanisation import name_key

# What a reader types is never longer; a pasted book must not cost the database its time.
LONGEST_QUERY = 100
MOST_WORDS = 8
# Two consonants fit half the language.
SHORTEST_SOUND = 3
# In running text, where any word may stand, three would find what nobody looked for.
SHORTEST_SOUND_OF_TEXT = 4
# Before the sounds that are enough to find an entry; the others only say that it comes close.
SURE = "="
# A guess from three letters is none.
SHORTEST_GUESS = 4
MOST_LETTERS_APART = 2
# What people type who look for a number to call rather than for a text.
WORDS_FOR_HELP = {
    "ur": "مدد ہیلپ لائن ہاٹ لائن نمبر فون کال رابطہ",
    "en": "help helpline helplines hotline number numbers phone call contact",
}
LATIN = re.compile(r"[a-z]+")
URDU = re.compile(r"[^\W\d_a-z]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One word looked for; `sound` is empty where only the letters count.

    `spelled` is an abbreviation's letters by their Urdu names: "ایف ایی اے" of FIA.
    """

    word: str
    sound: str
    spelled: str = ""


def terms_of(typed: str, language: str) -> list[Term]:
    """Return what to look for in texts of a language; [] when nothing that was typed is a word.

    A name typed in the other language's letters is looked for by its sound as well.
    """
    words = fold(typed[:LONGEST_QUERY]).split()[:MOST_WORDS]
    foreign = LATIN if language == "ur" else URDU
    return [
        Term(word, sound_of(word), spelled_out(word)) if foreign.fullmatch(word) else Term(word, "")
        for word in words
    ]


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return up to two known words that are spelt nearly as `word`; [] for a very short one."""
    if len(word) < SHORTEST_GUESS:
        return []
    alike = [one for one in known if abs(len(one) - len(word)) <= MOST_LETTERS_APART]
    return get_close_matches(word, sorted(alike), n=2, cutoff=0.75)


def sound_of(word: str) -> str:
    """Return the key of a word's sound, or "" when it is too short to tell words apart."""
    key = name_key(word).replace(" ", "")
    return key if len(key) >= SHORTEST_SOUND else ""


def sounds_of(names: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return the sounds an entry is found by: of its names and its text, each marked where sure."""
    sure = {sound_of(word) for word in names}
    heard = dict.fromkeys(sound for word in (*names, *words) if (sound := sound_of(word)))
    return [
        f"{SURE}{sound}" if sound in sure or len(sound) >= SHORTEST_SOUND_OF_TEXT else sound
        for sound in heard
    ]


def has_all(terms: Sequence[Term], words: Sequence[str]) -> bool:
    """Say whether each term begins one of the folded words, or sounds like one of them."""
    sounds, text = {sound_of(word) for word in words}, padded(" ".join(words))
    return all(_is_written(text, term) or term.sound in sounds - {""} for term in terms)


def padded(words: str) -> str:
    """Return words as an entry keeps them: a space before each, and one after the last."""
    return f" {words} " if words else " "


def rank_of(title: str, words: str, terms: Sequence[Term]) -> int:
    """Return how well an entry fits, 0 best: whole words of the title, beginnings, then the text.

    Takes padded texts; an entry whose text was found by sound alone comes last.
    """
    if all(f" {term.word} " in title for term in terms):
        return 0
    in_title = [_is_in_title(title, term) for term in terms]
    if all(in_title):
        return 1
    if any(in_title):
        return 2
    return 3 if all(f" {term.word}" in words for term in terms) else 4


def _is_in_title(title: str, term: Term) -> bool:
    if _is_written(title, term):
        return True
    return bool(term.sound) and term.sound in map(sound_of, title.split())


def _is_written(text: str, term: Term) -> bool:
    return f" {term.word}" in text or bool(term.spelled and f" {term.spelled} " in text)
