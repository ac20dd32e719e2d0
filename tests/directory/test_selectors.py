"""The main number is always there, whatever the database knows or answers."""

from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection

from directory.models import Helpline
from directory.selectors import MainHelpline, main_helpline

FALLBACK = MainHelpline(**settings.MAIN_HELPLINE)


def make_helpline(**facts: Any) -> Helpline:
    """Write the main helpline as staff keep it."""
    values = {
        "slug": settings.MAIN_HELPLINE_SLUG,
        "name_en": "Helpline of the network",
        "name_ur": "نیٹ ورک کی ہیلپ لائن",
        "number_display": "0800-11111",
        "dial": "080011111",
    }
    return Helpline.objects.create(**(values | facts))


@pytest.mark.django_db
def test_main_helpline_is_what_staff_wrote() -> None:
    make_helpline()

    found = main_helpline()

    assert (found.display, found.dial) == ("0800-11111", "080011111")
    assert found.name_ur == "نیٹ ورک کی ہیلپ لائن"


@pytest.mark.django_db
def test_main_helpline_without_a_row_is_that_of_the_settings() -> None:
    make_helpline(slug="another")

    assert main_helpline() == FALLBACK


@pytest.mark.parametrize("error", [OperationalError, DatabaseError, InterfaceError])
@pytest.mark.django_db
def test_main_helpline_stands_while_the_database_is_away(error: type[Exception]) -> None:
    def away(*_arguments: Any) -> None:
        raise error("away")

    with connection.execute_wrapper(away):
        found = main_helpline()

    assert found == FALLBACK


@pytest.mark.django_db
def test_main_helpline_of_an_outage_is_forgotten_once_the_database_is_back() -> None:
    def away(*_arguments: Any) -> None:
        raise OperationalError("away")

    make_helpline()
    with connection.execute_wrapper(away):
        main_helpline()

    assert main_helpline().display == "0800-11111"


def test_main_helpline_may_be_told_not_to_ask() -> None:
    assert main_helpline(may_ask=False) == FALLBACK


@pytest.mark.django_db
def test_main_helpline_costs_one_query_a_minute(django_assert_num_queries: Any) -> None:
    make_helpline()

    with django_assert_num_queries(1):
        found = {main_helpline() for _page in range(10)}

    assert len(found) == 1


@pytest.mark.django_db
def test_unverified_helplines_are_never_among_the_verified() -> None:
    make_helpline(slug="unverified")
    make_helpline(slug="second", is_verified=True, position=2)
    make_helpline(slug="first", is_verified=True, position=1)

    slugs = list(Helpline.objects.verified().values_list("slug", flat=True))

    assert slugs == ["first", "second"]
