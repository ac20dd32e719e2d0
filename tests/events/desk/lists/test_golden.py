"""Lists as pictures that somebody looked at."""

import pytest

from events.models import Event
from tests.documents.golden import SHARE_ALLOWED, share_apart
from tests.events.desk.lists.golden_lists import SHAPES, picture


@pytest.mark.parametrize("name", SHAPES)
def test_list_looks_as_somebody_saw_it(lahore: Event, name: str) -> None:
    assert share_apart(f"list-{name}", picture(lahore, name)) <= SHARE_ALLOWED


def test_another_name_is_another_picture(lahore: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tests.events.desk.lists.golden_lists.PEOPLE", (("یاسمین", ()), *[("بلال", ())] * 5)
    )

    assert share_apart("list-door-ur", picture(lahore, "door-ur")) > SHARE_ALLOWED
