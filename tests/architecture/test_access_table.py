"""Role × address × method gives exactly the answer the table promises."""

import pytest

from tests.architecture.access_table import TABLE
from tests.architecture.addresses import addresses
from tests.architecture.roles import Stage, set_stage

METHODS = ("GET", "POST")


@pytest.fixture
def stage(db: None) -> Stage:
    """A walk with a registration, and everybody who could ask for it."""
    return set_stage()


def test_every_address_is_in_the_table_and_nothing_else() -> None:
    assert sorted(TABLE) == addresses()


def test_every_row_promises_an_answer_for_each_method() -> None:
    assert [address for address in TABLE if tuple(TABLE[address]) != METHODS] == []


@pytest.mark.parametrize("address", sorted(TABLE))
def test_address_answers_each_role_as_promised(address: str, stage: Stage) -> None:
    path = stage.path_of(address)

    answers = {
        method: {
            role: client.generic(method, path).status_code for role, client in stage.clients.items()
        }
        for method in METHODS
    }

    assert answers == TABLE[address]


def test_answers_of_another_city_hold_no_byte_of_the_event(stage: Stage) -> None:
    desk = [address for address in TABLE if address.startswith("/L/desk/events/")]
    stranger = stage.clients["other_organiser"]

    bodies = [stranger.get(stage.path_of(address)).content.decode() for address in desk]

    assert [body for body in bodies if "عائشہ" in body or "لاہور" in body] == []
