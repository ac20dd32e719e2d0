"""What may stand in a header."""

import pytest

from messaging.errors import UnsafeHeader
from messaging.rules.headers import (
    ERROR_MAX_LENGTH,
    safe_header,
    safe_message_id,
    without_addresses,
)


@pytest.mark.parametrize("value", ["a\nb", "a\rb", "a\x00b", "a\x0bb", "a\x85b", "a\u2028b", "\n"])
def test_safe_header_refuses_what_could_begin_a_line(value: str) -> None:
    with pytest.raises(UnsafeHeader):
        safe_header(value)


def test_safe_header_keeps_urdu_as_it_is() -> None:
    assert safe_header("ایک قدم باقی ہے\u200c") == "ایک قدم باقی ہے\u200c"


@pytest.mark.parametrize("value", ["one@a.test", "<one>", "<a b@c.test>", "<a@b.test>\n", ""])
def test_safe_message_id_refuses_another_shape(value: str) -> None:
    with pytest.raises(UnsafeHeader):
        safe_message_id(value)


def test_without_addresses_gives_one_short_line() -> None:
    answer = "550 5.1.1 <ayesha@mail.test>:\r\n unknown " + "x" * 500

    line = without_addresses(answer)

    assert line.startswith("550 5.1.1 [address] unknown xxx")
    assert len(line) == ERROR_MAX_LENGTH
