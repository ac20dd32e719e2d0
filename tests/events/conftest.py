"""The day on which the tests of the pages happen."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.events.registration.builders import NOW


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Stop the clock at NOW; a test moves it on."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller
