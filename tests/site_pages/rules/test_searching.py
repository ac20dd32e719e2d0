"""How words are looked for."""

from site_pages.rules.searching import (
    LONGEST_QUERY,
    MOST_WORDS,
    nearest,
    padded,
    rank_of,
    terms_of,
)


def test_terms_are_folded_and_few() -> None:
    assert [term.word for term in terms_of("علي  اسمگلنگ ۲۰۲۲", "ur")] == ["علی", "سمگلنگ", "2022"]
    assert len(terms_of("a b " * LONGEST_QUERY, "en")) == MOST_WORDS
    assert len(terms_of("x" * 10_000, "en")[0].word) == LONGEST_QUERY


def test_terms_without_a_word_are_none() -> None:
    assert terms_of("\0 😀 %_' -- \u202e", "ur") == []


def test_only_a_name_in_the_other_letters_is_looked_for_by_sound() -> None:
    assert [bool(term.sound) for term in terms_of("Kausar کوثر 2022 ab", "ur")] == [1, 0, 0, 0]
    assert [bool(term.sound) for term in terms_of("Kausar کوثر", "en")] == [0, 1]


def test_rank_puts_titles_before_texts_and_letters_before_sounds() -> None:
    terms = terms_of("Kausar", "ur")
    title, text = padded("کوثر عباس"), padded("کوثر")
    walk = terms_of("walk", "en")

    assert rank_of(padded("walk"), padded("walk"), walk) == 0
    assert rank_of(padded("walks"), padded("walks"), walk) == 1
    assert rank_of(padded("march"), padded("march walk"), walk) == 3
    assert rank_of(title, text, terms) == 1
    assert rank_of(padded("واک"), text, terms) == 4


def test_nearest_guesses_at_long_words_only() -> None:
    known = {"سمگلنگ", "لاہور", "اور"}

    assert nearest("سمگلگن", known) == ["سمگلنگ"]
    assert nearest("اوو", known) == []
