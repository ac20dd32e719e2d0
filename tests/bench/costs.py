"""Queries and milliseconds of pages with ten and with a hundred thousand registrations."""

import statistics
import time

from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import User
from tests import databases

CROWDS = (10, 100_000)
ROUNDS = 7
PAGES = {
    "home": "/ur/",
    "events": "/ur/events/",
    "event": "/ur/events/walk-lahore-2027/",
    "desk": "/ur/desk/",
    "attendees": "/ur/desk/events/walk-lahore-2027/attendees/",
}
Row = dict[str, object]


def measured() -> list[Row]:
    """Return one row per page and crowd, the loading of the crowd first."""
    return [row for count in CROWDS for row in _with(count)]


def _with(count: int) -> list[Row]:
    with databases.copy_of("demonstration") as url:
        begun = time.monotonic()
        databases.manage(url, "load_demo", "--reset", "--registrations", str(count))
        loading = time.monotonic() - begun
        connections.databases["default"]["NAME"] = databases.connection_name(url)
        client = Client()
        client.force_login(User.objects.get(username="organiser-lahore"))
        rows = [_page(client, name, path, count) for name, path in PAGES.items()]
        connections.close_all()
    first = {"page": "load_demo", "registrations": count, "queries": "", "median_ms": ""}
    return [first | {"worst_ms": round(loading * 1000)}, *rows]


def _page(client: Client, name: str, path: str, count: int) -> Row:
    """Return the queries of the second visit, and the time of several."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
        # Now: the log is emptied as the next request begins.
        query_count = len(queries.captured_queries)
    took = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        response = client.get(path)
        took.append((time.perf_counter() - begun) * 1000)
    if response.status_code != 200:
        raise AssertionError(f"{path} answers {response.status_code}")
    return {
        "page": name,
        "registrations": count,
        "queries": query_count,
        "median_ms": round(statistics.median(took), 1),
        "worst_ms": round(max(took), 1),
    }
