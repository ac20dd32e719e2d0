"""Which part of a file a Range header asks for."""

import pytest

from directory.rules import part_asked_for


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, (0, 9)),
        ("", (0, 9)),
        ("bytes=0-", (0, 9)),
        ("bytes=2-4", (2, 4)),
        ("bytes=2-400", (2, 9)),
        ("bytes=9-9", (9, 9)),
        ("bytes=-3", (7, 9)),
        ("bytes=-300", (0, 9)),
        # Nothing we need to understand: the whole file.
        ("bytes=-", (0, 9)),
        ("bytes=0-1,4-5", (0, 9)),
        ("bytes=5-2", (0, 9)),
        ("items=0-1", (0, 9)),
        ("bytes=٠-٣", (0, 9)),
    ],
)
def test_a_part_of_ten_bytes(header: str | None, expected: tuple[int, int]) -> None:
    part = part_asked_for(header, 10)

    assert part is not None
    assert (part.first, part.last) == expected


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-12", "bytes=-0"])
def test_no_such_part(header: str) -> None:
    assert part_asked_for(header, 10) is None
