"""Keys of forms: ours, for this form, of today; and the hashes tokens are kept by."""

import datetime
import re

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from participants.errors import KeyNotOurs
from participants.rules.keys import content_hash, hash_of, issue_key, key_of

NOON = datetime.datetime(2027, 5, 1, 12, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def test_key_of_returns_what_was_issued_for_the_purpose() -> None:
    signed = issue_key("register:walk-lahore-2027")

    key = key_of(signed, "register:walk-lahore-2027")

    assert re.fullmatch(r"[0-9a-f]{32}", key)
    assert signed.startswith(key)


def test_no_two_keys_are_alike() -> None:
    keys = {key_of(issue_key("form"), "form") for _ in range(100)}

    assert len(keys) == 100


@pytest.mark.parametrize("purpose", ["register:walk-karachi-2027", "register", "", "pledge"])
def test_key_of_another_purpose_is_refused(purpose: str) -> None:
    signed = issue_key("register:walk-lahore-2027")

    with pytest.raises(KeyNotOurs):
        key_of(signed, purpose)


def test_key_of_lives_a_day() -> None:
    with time_machine.travel(NOON, tick=False):
        signed = issue_key("form")
    with time_machine.travel(NOON + DAY, tick=False):
        still = key_of(signed, "form")

    assert signed.startswith(still)
    with (
        time_machine.travel(NOON + DAY + datetime.timedelta(seconds=1), tick=False),
        pytest.raises(KeyNotOurs),
    ):
        key_of(signed, "form")


@pytest.mark.parametrize("place", [0, 20, 33, 45, -1])
def test_key_of_a_changed_key_is_refused(place: int) -> None:
    letters = list(issue_key("form"))
    letters[place] = "0" if letters[place] != "0" else "1"

    with pytest.raises(KeyNotOurs):
        key_of("".join(letters), "form")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_key_of_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(KeyNotOurs):
        key_of(typed, "form")


def test_content_hash_knows_content_whatever_its_order() -> None:
    first = content_hash({"name": "کوثر", "size": 2, "names": ("علی",)})
    same = content_hash({"names": ("علی",), "size": 2, "name": "کوثر"})
    other = content_hash({"name": "کوثر", "size": 3, "names": ("علی",)})

    assert first == same
    assert first != other


def test_content_hash_keeps_fields_apart() -> None:
    hashes = {content_hash({"a": "x", "b": ""}), content_hash({"a": "", "b": "x"})}

    assert len(hashes) == 2


@pytest.mark.parametrize("token", ["", "token", "\x00", "ٹوکن", "\ud800"])
def test_hash_of_any_token_is_a_hash(token: str) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", hash_of(token))
