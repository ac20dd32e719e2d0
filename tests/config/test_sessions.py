"""A session begins with one statement, is found again, and does not come back from the dead."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from pytest_django import DjangoAssertNumQueries

from config.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_a_new_session_is_one_statement_and_is_found_again(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    session = SessionStore()
    session["own_pages"] = {"LHE-7K2QF": [1, 2]}

    with django_assert_num_queries(1):
        session.save()

    assert session.session_key is not None
    assert SessionStore(session.session_key)["own_pages"] == {"LHE-7K2QF": [1, 2]}


def test_saving_again_changes_the_same_row() -> None:
    session = SessionStore()
    session["one"] = 1
    session.save()
    session["two"] = 2

    session.save()

    assert Session.objects.count() == 1
    assert SessionStore(session.session_key)["two"] == 2


def test_a_session_ended_elsewhere_is_not_saved_again() -> None:
    session = SessionStore()
    session["one"] = 1
    session.save()
    Session.objects.all().delete()

    with pytest.raises(UpdateError):
        session.save()

    assert Session.objects.count() == 0
