"""Small counts never show, neither as they are nor by subtraction."""

from hypothesis import given
from hypothesis import strategies as st

from campaigns.rules import email_key, split_small
from tests.campaigns.builders import submission


@given(st.lists(st.integers(min_value=1, max_value=40), max_size=32))
def test_split_small_gives_no_small_count_away(counts: list[int]) -> None:
    counts.sort(reverse=True)

    shown = split_small(counts)

    rest = counts[shown:]
    assert all(count >= 10 for count in counts[:shown])
    assert not rest or not shown or (len(rest) > 1 and sum(rest) >= 10)


def test_split_small_hides_one_more_to_cover_a_single_small_city() -> None:
    assert split_small([50, 12, 3]) == 1
    assert split_small([50, 12, 11]) == 3
    assert split_small([50, 3]) == 0
    assert split_small([50]) == 1
    assert split_small([]) == 0


def test_email_key_sets_letter_case_aside() -> None:
    assert email_key("Ayesha@Mail.Test") == email_key(" ayesha@mail.test ")
    assert email_key("ayesha@mail.test") != email_key("ayesha@mail.example")
    assert email_key("") == ""


def test_content_hash_tells_submissions_apart() -> None:
    assert submission().content_hash() == submission().content_hash()
    assert submission().content_hash() != submission(city="karachi").content_hash()
