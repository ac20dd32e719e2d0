"""What every test stands on: databases, words, no network, and which tests run when."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connections
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

from config.words import compile_catalogues
from tests import databases

ROOT = Path(__file__).resolve().parent.parent
DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "live_server",
    "served_site",
    "demo_site",
    "open_page",
}
BROWSER_FIXTURES = {"page", "context", "browser"}
pytest_plugins = ["tests.served_site", "tests.lending", "tests.browser"]
# What steps of journeys find wrong is told in full, as in the tests themselves.
pytest.register_assert_rewrite("tests.journeys.steps", "tests.journeys.delivered")

# Playwright's loop runs in this process beside the ORM; served sites never see this.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# A slow machine is no error of ours.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choices tests.run makes."""
    parser.addoption("--drills", action="store_true", help="the drills that take long, only")
    parser.addoption("--only-database", action="store_true", help="what needs a database, only")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the words once, before any worker renders a page."""
    compile_catalogues(ROOT / "locale")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Iterator[None]:
    """Mark tests by what they use and leave out another run's; then put the slow files first.

    Marked before -m is asked, sorted after pytest-django has sorted: a site or a browser begun
    last would leave the other core waiting.
    """
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db"):
            item.add_marker("database")
        if fixtures & BROWSER_FIXTURES:
            item.add_marker("browser")
        (kept if _belongs(item, config) else left_out).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept
    yield
    slow = {
        item.path
        for item in items
        if item.get_closest_marker("browser") or item.get_closest_marker("race")
    }
    items.sort(key=lambda item: item.path not in slow)


def _belongs(item: pytest.Item, config: pytest.Config) -> bool:
    is_second_run = bool(config.getoption("--only-database"))
    # Races are about PostgreSQL first: SQLite lets one writer in at a time.
    left_for_later = "look" if is_second_run else "race"
    is_late = any(item.get_closest_marker(name) for name in ("drill", left_for_later))
    if is_late != bool(config.getoption("--drills")):
        return False
    return not is_second_run or item.get_closest_marker("database") is not None


# --- The database: a copy of the migrated template, whole again after tests that commit --------


class TestDatabase:
    """The copy the ORM of this process works on."""

    __test__ = False

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_spoilt = False

    def point(self, url: str) -> None:
        """Let the default connection work on a database."""
        connections.close_all()
        connections.databases["default"]["NAME"] = databases.connection_name(url)

    def mend(self) -> None:
        """Make it a fresh copy again if a test committed."""
        if self.is_spoilt:
            connections.close_all()
            databases.restore(self.url, "migrated")
            self.is_spoilt = False


@pytest.fixture(autouse=True, scope="session")
def _no_flushing() -> Iterator[None]:
    """Leave what a committing test wrote: the next test gets a fresh copy, which is quicker."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _self: None)
        yield


_TEST_DATABASE = pytest.StashKey[TestDatabase]()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Copy the migrated template instead of migrating anew (pytest-django's own is replaced)."""
    with databases.copy_of("migrated") as url, django_db_blocker.unblock():
        database = TestDatabase(url)
        request.config.stash[_TEST_DATABASE] = database
        database.point(url)
        yield
        connections.close_all()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Give each test the tables as migrations leave them."""
    database = item.config.stash.get(_TEST_DATABASE, None)
    if database is not None and item.get_closest_marker("database"):
        database.mend()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Note that a test which commits has left what it wrote."""
    result = yield
    database = item.config.stash.get(_TEST_DATABASE, None)
    marker = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    commits = bool(fixtures & {"transactional_db", "live_server"}) or bool(
        marker and (marker.kwargs.get("transaction") or any(marker.args))
    )
    if database is not None and commits:
        database.is_spoilt = True
    return result


# --- What no test may share or reach -----------------------------------------------------------


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        is_network = self.family in (socket.AF_INET, socket.AF_INET6)
        if is_network and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise PermissionError(f"a test reached for {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture
def own_media(tmp_path: Path, settings: Any) -> None:
    """Keep the files of this test apart from those of others."""
    settings.MEDIA_ROOT = str(tmp_path)
