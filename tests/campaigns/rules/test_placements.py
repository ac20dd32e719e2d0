"""Codes of placements, what counts as a visit, and shares people can picture."""

import pytest

from campaigns.rules.placements import (
    PartnerLine,
    carried,
    is_a_visit,
    new_placement_code,
    numbered_labels,
    one_in,
    placement_code,
    placement_code_of,
)

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36"
)
FACEBOOK_APP = f"{PHONE} [FB_IAB/FB4A;FBAV/470.0.0.0]"
PROGRAMS = [
    "",
    "WhatsApp/2.23.20.0",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "TelegramBot (like TwitterBot)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
    "curl/8.5.0",
    "python-requests/2.32",
    "Slackbot-LinkExpanding 1.0",
]


def test_new_code_is_read_back_however_it_is_typed() -> None:
    code = new_placement_code()

    assert placement_code(code) == code
    assert placement_code(f" {code.lower()} ") == code


@pytest.mark.parametrize(
    "typed", ["", "ABCD", "ABCDEF", "ABC0E", "ABCIE", "ABC E", "x" * 5000, "\0"]
)
def test_what_is_no_code_is_nothing(typed: str) -> None:
    assert placement_code(typed) == ""
    assert carried(typed) == ""


def test_urdu_digits_are_digits_of_a_code() -> None:
    assert carried("a۲۳bc") == "?from=A23BC"


@pytest.mark.parametrize("agent", [PHONE, FACEBOOK_APP])
def test_phones_are_visits(agent: str) -> None:
    assert is_a_visit("GET", {"User-Agent": agent})


@pytest.mark.parametrize("agent", PROGRAMS)
def test_programs_that_say_so_are_none(agent: str) -> None:
    assert not is_a_visit("GET", {"User-Agent": agent})


@pytest.mark.parametrize(
    ("method", "more"),
    [
        ("HEAD", {}),
        ("GET", {"Sec-Purpose": "prefetch;prerender"}),
        ("GET", {"Purpose": "prefetch"}),
        ("GET", {"X-Moz": "prefetch"}),
    ],
)
def test_looking_ahead_is_no_visit(method: str, more: dict[str, str]) -> None:
    assert not is_a_visit(method, {"User-Agent": PHONE, **more})


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 50, None),
        (3, 0, None),
        (15, 50, (3, 10)),
        (50, 50, (10, 10)),
        (7, 5, (10, 10)),
        (1, 25, (1, 25)),
        (2, 99, (1, 50)),
    ],
)
def test_share_is_tenths_or_one_in_so_many(
    part: int, whole: int, told: tuple[int, int] | None
) -> None:
    assert one_in(part, whole) == told


def test_numbered_labels_sort_as_they_are_counted() -> None:
    labels = numbered_labels("Rickshaw", 12)

    assert labels[0] == "Rickshaw 01"
    assert labels == sorted(labels)


def test_seal_differs_with_the_words() -> None:
    line = PartnerLine(1, "A may write to me.", "About advice.")

    assert line.seal != PartnerLine(1, "A may write to me.", "About anything.").seal


def test_placement_code_of_is_a_code_and_the_same_for_key_and_attempt() -> None:
    drawn = [placement_code_of(key, attempt) for key in ("1", "2") for attempt in range(3)]

    assert [placement_code(code) for code in drawn] == drawn
    assert len(set(drawn)) == 6
    assert placement_code_of("2", 1) == drawn[4]
