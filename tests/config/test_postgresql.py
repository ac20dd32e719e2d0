"""A kept connection is looked at, and a dead one is noticed before it is used."""

import psycopg
import pytest
from django.db import connection

from tests import databases

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _on_postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("about PostgreSQL's connections")


def backend() -> int:
    """Return the number of the server process we are connected to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_a_connection_that_rests_is_usable_and_stays_the_same() -> None:
    before = backend()

    assert connection.is_usable()
    assert backend() == before


def test_a_connection_the_server_ended_is_noticed_and_replaced() -> None:
    before = backend()
    with psycopg.connect(databases.server_url() or "", autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [before])

    is_usable = connection.is_usable()
    connection.close_if_unusable_or_obsolete()
    # As at the beginning of a request: the kept connection is looked at before its first use.
    connection.health_check_enabled = True  # type: ignore[attr-defined]  # not in the stubs
    connection.health_check_done = False  # type: ignore[attr-defined]  # not in the stubs

    assert not is_usable
    assert backend() != before


def test_after_an_error_the_connection_is_asked() -> None:
    before = backend()
    connection.errors_occurred = True

    assert connection.is_usable()
    assert backend() == before
