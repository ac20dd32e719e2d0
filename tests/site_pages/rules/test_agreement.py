"""Which text is older, counted in changes."""

import pytest

from site_pages.enums import EditKind
from site_pages.rules.agreement import (
    Version,
    agree,
    is_older,
    kinds_for,
    next_version,
    words_differ,
)


def after(
    base: Version | None,
    kind: EditKind,
    other: Version | None = None,
    *,
    seen: int | None = None,
    has_new_words: bool = True,
) -> Version:
    """Return the next version of an Urdu text beside an English one."""
    others = {} if other is None else {"en": other}
    known = {} if seen is None else {"en": seen}
    return next_version(base, kind, others, known, has_new_words=has_new_words)


def test_first_text_of_a_page_has_something_to_follow() -> None:
    first = after(None, EditKind.CHANGE)

    assert first == Version(1)
    assert is_older(Version(), {"ur": first})


def test_copy_stays_one_until_it_is_called_finished() -> None:
    copy = Version(is_copy=True)

    assert after(copy, EditKind.CHANGE, Version(1)) == copy
    assert not after(copy, EditKind.CAUGHT_UP, Version(1)).is_copy


def test_calling_it_finished_makes_both_agree() -> None:
    finished = after(Version(), EditKind.CAUGHT_UP, Version(1))

    assert finished == Version(0, {"en": 1})
    assert agree({"ur": finished, "en": Version(1)})


def test_change_of_a_fresh_text_makes_the_other_older_and_not_itself() -> None:
    english, urdu = Version(1), Version(0, {"en": 1})

    changed = after(urdu, EditKind.CHANGE, english)

    assert is_older(english, {"ur": changed})
    assert not is_older(changed, {"en": english})


@pytest.mark.parametrize(
    ("kind", "has_new_words"), [(EditKind.MINOR, True), (EditKind.CHANGE, False)]
)
def test_small_correction_or_unchanged_words_make_nothing_older(
    kind: EditKind, has_new_words: bool
) -> None:
    urdu = Version(0, {"en": 1})

    assert after(urdu, kind, Version(1), has_new_words=has_new_words) == urdu


def test_change_of_an_older_text_is_catching_up_and_makes_nothing_older() -> None:
    urdu = Version(0, {"en": 1})

    assert after(urdu, EditKind.CHANGE, Version(2)) == urdu
    assert after(urdu, EditKind.WORKING, Version(2)) == urdu


def test_what_was_written_meanwhile_is_not_followed() -> None:
    finished = after(Version(0, {"en": 1}), EditKind.CAUGHT_UP, Version(3), seen=2)

    assert finished == Version(0, {"en": 2})
    assert is_older(finished, {"en": Version(3)})


def test_nobody_follows_what_is_not_written_yet() -> None:
    assert after(Version(), EditKind.CAUGHT_UP, Version(2), seen=9) == Version(0, {"en": 2})


def test_draft_that_followed_an_unpublished_one_does_not_agree_with_the_older() -> None:
    assert not agree({"ur": Version(0, {"en": 2}), "en": Version(1)})
    assert agree({"ur": Version(0, {"en": 2}), "en": Version(2)})


def test_third_language_is_followed_by_itself() -> None:
    texts = {"ur": Version(0, {"en": 1}), "en": Version(1), "sd": Version()}

    assert not agree(texts)
    assert agree({**texts, "sd": Version(0, {"en": 1})})


def test_texts_written_before_versions_were_kept_agree() -> None:
    assert agree({"ur": Version(), "en": Version()})


def test_words_differ_by_words_alone() -> None:
    before = {"title": "Signs", "go_live_at": None, "path": "0001"}

    assert not words_differ(before, {**before, "go_live_at": "2027-07-30", "path": "0002"})
    assert words_differ(before, {**before, "title": "Sign"})
    assert words_differ(before, {**before, "body": "[]"})


def test_safe_answer_comes_first() -> None:
    assert list(kinds_for(is_stale=True)) == [EditKind.WORKING, EditKind.CAUGHT_UP]
    assert list(kinds_for(is_stale=False)) == [EditKind.CHANGE, EditKind.MINOR]
