"""What the web server in front serves while the program is down."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from pytest_django import Settings

from config.help_copies import write_help_copies
from tests.site_pages.builders import make_helpline
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
NAMES = ["help-en.html", "help-ur.html", "unavailable-en.html", "unavailable-ur.html"]


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Return where the copies go."""
    settings.HELP_COPIES = tmp_path / "copies"
    return tmp_path / "copies"


@contextmanager
def no_database() -> Iterator[None]:
    """Let every statement fail as it does when the database is away."""

    def refuse(*_args: object) -> None:
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        yield


def test_copies_hold_checked_numbers_and_the_way_out_in_both_languages(folder: Path) -> None:
    make_helpline()
    make_helpline("rumour", dial="080099999", is_verified=False)

    call_command("write_help_copies", verbosity=0)

    assert sorted(file.name for file in folder.iterdir()) == NAMES
    for file in folder.iterdir():
        page = file.read_text(encoding="utf-8")
        language = file.stem[-2:]
        assert f'<html lang="{language}"' in page
        assert "tel:+923331110566" in page
        assert "080099999" not in page
        assert f"/{language}/leave/" in page
        assert raw_runs(page) == []
        # Nothing a program would have to answer.
        assert f"/{language}/help/?" not in page


def test_copies_stay_when_the_numbers_cannot_be_read(folder: Path) -> None:
    make_helpline()
    write_help_copies()
    before = (folder / "help-ur.html").read_bytes()

    with no_database(), pytest.raises(DatabaseError):
        write_help_copies()

    assert (folder / "help-ur.html").read_bytes() == before
    assert sorted(file.name for file in folder.iterdir()) == NAMES
