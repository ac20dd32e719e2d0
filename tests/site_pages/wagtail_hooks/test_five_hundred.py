"""The first page of the CMS and the dashboard of both languages, with five hundred pages."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.site_pages.drafts import make_many
from tests.site_pages.wagtail_hooks.test_languages import DASHBOARD, signed_in, states

pytestmark = [pytest.mark.look, pytest.mark.django_db]


@pytest.fixture
def reviewer() -> Client:
    """A reviewer's browser."""
    return signed_in("Reviewers")


@pytest.mark.parametrize("address", [DASHBOARD, "/admin/"])
def test_screen_costs_the_same_for_one_page_and_for_five_hundred(
    reviewer: Client, address: str, django_assert_num_queries: Any
) -> None:
    make_many(1)
    reviewer.get(address)
    with CaptureQueriesContext(connection) as one:
        reviewer.get(address)
    count = len(one)
    make_many(499)

    with django_assert_num_queries(count):
        reviewer.get(address)


def test_dashboard_of_five_hundred_pages_is_read_page_by_page(reviewer: Client) -> None:
    make_many(500)

    pages = [states(reviewer, f"{DASHBOARD}?state=stale&p={number}") for number in (1, 2, 10, 99)]

    assert [len(found) for found in pages] == [50, 50, 50, 50]
    assert {tuple(pair) for found in pages for pair in found} == {("stale", "fresh")}
    assert "Further pages" in reviewer.get(DASHBOARD).content.decode()
    assert "500 pages are stale in one language" in reviewer.get("/admin/").content.decode()
