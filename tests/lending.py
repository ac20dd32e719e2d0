"""Served sites that are used again: each time a fresh database, while the server stays up."""

import contextlib
import os
import shutil
import signal
from collections import defaultdict
from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests import databases
from tests.served_site import ServedSite, kill_workers, serve, wait_until_it_answers


class Lender:
    """Keeps the sites that were lent, by the kind of their database, until it is closed."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._kept: defaultdict[str, list[ServedSite]] = defaultdict(list)
        self._running = contextlib.ExitStack()

    @contextlib.contextmanager
    def lend(self, kind: str) -> Iterator[ServedSite]:
        """Yield a site on a fresh database of a kind that nobody else uses until the block ends."""
        kept = self._kept[kind]
        if kept:
            site = kept.pop()
            renew(site, kind)
        else:
            site = self._running.enter_context(serve(kind, self._blocker))
        yield site
        # After a test that failed too: it comes back as new. One that was stopped does not.
        if site.is_running:
            kept.append(site)

    def close(self) -> None:
        """End every site."""
        self._running.close()


def renew(site: ServedSite, kind: str) -> None:
    """Make a running site what it is when it is first served.

    The web server's own process has only loaded the code: whatever its workers remember goes with
    them, and it starts others.
    """
    site.console.end()
    kill_workers(site.process_id)
    databases.restore(site.database_url, kind)
    for entry in site.folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != "server.log" and not entry.is_symlink():
            entry.unlink()
    os.kill(site.process_id, signal.SIGCONT)
    assert site.process is not None
    wait_until_it_answers(site, site.process)


@pytest.fixture(scope="session")
def lender(django_db_blocker: DjangoDbBlocker) -> Iterator[Lender]:
    """Return who lends sites to the tests of this worker."""
    lender = Lender(django_db_blocker)
    yield lender
    lender.close()


@pytest.fixture
def served_site(lender: Lender) -> Iterator[ServedSite]:
    """Serve a fresh, migrated, otherwise empty database to this test alone."""
    with lender.lend("migrated") as site:
        yield site
