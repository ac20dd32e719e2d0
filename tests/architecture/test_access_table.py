"""Role × address × method gives exactly the answer the table promises."""

from typing import Any

import pytest

from tests.architecture.access_table import TABLE
from tests.architecture.addresses import addresses
from tests.architecture.roles import Stage, set_stage

# Who may is asked above the database: PostgreSQL gives the same answers, with the drills.
pytestmark = pytest.mark.look

METHODS = ("GET", "POST")
BATCH = 10


def batches() -> list[list[str]]:
    """Return every address of the table, ten at a time."""
    every = sorted(TABLE)
    return [every[begin : begin + BATCH] for begin in range(0, len(every), BATCH)]


@pytest.fixture
def stage(db: None) -> Stage:
    """A walk with a registration, and everybody who could ask for it."""
    return set_stage()


def answers_of(address: str, stage: Stage) -> dict[str, dict[str, Any]]:
    """Return how one address answers each method and role, and leave the stage as it was."""
    path = stage.path_of(address)
    with stage.left_as_it_was():
        return {
            method: {role: client.generic(method, path) for role, client in stage.clients.items()}
            for method in METHODS
        }


def statuses(answers: dict[str, dict[str, Any]]) -> dict[str, dict[str, int]]:
    """Return the number of each answer."""
    return {
        method: {role: answer.status_code for role, answer in by_role.items()}
        for method, by_role in answers.items()
    }


def is_blank(answer: Any) -> bool:
    """Tell whether somebody who is refused sees an empty page."""
    return 400 <= answer.status_code < 500 and not answer.content.strip()


def refuses_framing(answer: Any) -> bool:
    """Tell whether no page, of whatever site, may show the answer in a frame."""
    policy = answer.headers.get("Content-Security-Policy", "")
    return "frame-ancestors 'none'" in policy and answer.headers.get("X-Frame-Options") == "DENY"


def test_every_address_is_in_the_table_and_nothing_else() -> None:
    assert sorted(TABLE) == addresses()


def test_every_row_promises_an_answer_for_each_method() -> None:
    assert [address for address in TABLE if tuple(TABLE[address]) != METHODS] == []


# Setting the stage takes longer than asking: one for ten addresses, as it was before each.
@pytest.mark.parametrize("batch", batches(), ids=lambda batch: batch[0])
def test_addresses_answer_each_role_as_promised(batch: list[str], stage: Stage) -> None:
    answers = {address: answers_of(address, stage) for address in batch}

    found = {address: statuses(one) for address, one in answers.items()}
    assert {one: found[one] for one in found if found[one] != TABLE[one]} == {}
    blank = [
        (address, method, role)
        for address, by_method in answers.items()
        for method, by_role in by_method.items()
        for role, answer in by_role.items()
        if address.startswith("/L/") and is_blank(answer)
    ]
    assert blank == []
    framed = {
        address
        for address, by_method in answers.items()
        if not all(
            refuses_framing(one) for by_role in by_method.values() for one in by_role.values()
        )
    }
    assert framed == {address for address in batch if address.startswith("/embed/")}


def test_answers_of_another_city_hold_no_byte_of_the_event(stage: Stage) -> None:
    desk = [address for address in TABLE if address.startswith("/L/desk/events/")]
    stranger = stage.clients["other_organiser"]

    bodies = [stranger.get(stage.path_of(address)).content.decode() for address in desk]

    assert [body for body in bodies if "عائشہ" in body or "لاہور" in body] == []
