"""Migrated databases to test against: made once per state of the code, then copied."""

import contextlib
import fcntl
import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "test"
APPS = ("config", "site_pages", "events", "campaigns", "messaging", "participants", "directory")
LIBRARIES = ("documents", "urdu")
# A template that nobody asked for since this many newer ones goes.
KEPT_TEMPLATES = 3


def server_url() -> str | None:
    """Return the PostgreSQL server of this run, or None when it tests on SQLite."""
    url = os.environ.get("DATABASE_URL", "")
    return url if url.startswith(("postgres://", "postgresql://")) else None


def is_postgres() -> bool:
    """Tell which of the two databases this run is about."""
    return server_url() is not None


@contextlib.contextmanager
def copy_of(kind: str) -> Iterator[str]:
    """Yield the URL of a fresh database of a kind, and remove it afterwards.

    "migrated" holds what migrations make; "demonstration" also what load_demo loads.
    """
    template = template_of(kind)
    name = f"run_{os.getpid()}_{secrets.token_hex(4)}"
    url = _duplicate(template, name)
    try:
        yield url
    finally:
        remove(url)


def restore(url: str, kind: str) -> None:
    """Make a database again what its template is; nobody may be connected to it."""
    remove(url)
    _duplicate(template_of(kind), name_of(url))


def name_of(url: str) -> str:
    """Return the database's name: for SQLite that of its file, without ending."""
    return Path(urlsplit(url).path).stem


def connection_name(url: str) -> str:
    """Return what Django calls NAME: a path on SQLite, a name on PostgreSQL."""
    return name_of(url) if is_postgres() else str(_file(name_of(url)))


def template_of(kind: str) -> str:
    """Return the name of the template of a kind, made now unless it stands."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = f"template_{kind}_{_digest(kind)}"
    with (FOLDER / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _exists(name):
            _make(name, kind)
            _forget_old(f"template_{kind}_", name)
    return name


def _digest(kind: str) -> str:
    """Return a short hash of everything a template is made from."""
    if kind == "migrated":
        files = [file for app in APPS for file in (ROOT / app / "migrations").glob("*.py")]
    else:
        files = [
            file
            for package in (*APPS, *LIBRARIES)
            for file in (ROOT / package).rglob("*")
            if file.suffix in {".py", ".json", ".csv"}
        ]
        files.append(ROOT / "locale" / "ur" / "LC_MESSAGES" / "django.po")
    files += [ROOT / "requirements.lock", Path(__file__)]
    hashed = hashlib.sha256()
    for file in sorted(file for file in files if file.exists()):
        hashed.update(str(file.relative_to(ROOT)).encode())
        hashed.update(file.read_bytes())
    return hashed.hexdigest()[:12]


def _make(name: str, kind: str) -> None:
    # Built under another name: what stands under its own name is whole.
    building = f"building_{secrets.token_hex(4)}"
    base = template_of("migrated") if kind != "migrated" else None
    url = _duplicate(base, building) if base else _new(building)
    try:
        if kind == "migrated":
            print("==> Migrating a database to copy from (half a minute, once)", file=sys.stderr)
            manage(url, "migrate", "--verbosity=0", "--skip-checks")
        else:
            print("==> Loading the demonstration to copy from (once)", file=sys.stderr)
            manage(url, "load_demo")
            # The suite's quick hashes of passwords mean nothing to a site that is served.
            code = "from config.demonstration.accounts import load_accounts; load_accounts()"
            manage(url, "shell", "--no-imports", "-c", code, settings="config.settings.development")
        _rename(url, name)
    except BaseException:
        remove(url)
        raise


def manage(url: str, *arguments: str, settings: str = "config.settings.test") -> str:
    """Run a management command on a database and return what it prints."""
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": settings,
        "DEMO": "1",
        "DEMO_PASSWORD": DEMO_PASSWORD,
    }
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CommandFailed(f"manage.py {' '.join(arguments)}\n{done.stdout}\n{done.stderr}")
    return done.stdout


class CommandFailed(Exception):
    """A management command ended with an error; the message holds what it said."""


DEMO_PASSWORD = "a-password-for-tests-only"


# --- The two databases -------------------------------------------------------------------------


def _file(name: str) -> Path:
    return FOLDER / f"{name}.sqlite3"


def _url(name: str) -> str:
    server = server_url()
    if server is None:
        return f"sqlite:///{_file(name)}"
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def _execute(statement: sql.SQL | sql.Composed, *parameters: str) -> list[tuple[object, ...]]:
    with psycopg.connect(server_url() or "", autocommit=True) as connection:
        cursor = connection.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


def _exists(name: str) -> bool:
    if not is_postgres():
        return _file(name).exists()
    found = _execute(sql.SQL("SELECT 1 FROM pg_database WHERE datname = %s"), name)
    return bool(found)


def _new(name: str) -> str:
    if is_postgres():
        _execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return _url(name)


def _duplicate(template: str, name: str) -> str:
    if is_postgres():
        copying = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        _execute(copying.format(sql.Identifier(name), sql.Identifier(template)))
    else:
        shutil.copyfile(_file(template), _file(name))
    return _url(name)


def _rename(url: str, name: str) -> None:
    if is_postgres():
        renaming = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        _execute(renaming.format(sql.Identifier(name_of(url)), sql.Identifier(name)))
    else:
        _file(name_of(url)).rename(_file(name))


def remove(url: str) -> None:
    """Drop a database, whoever is still connected to it."""
    name = name_of(url)
    if is_postgres():
        _execute(sql.SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(sql.Identifier(name)))
        return
    for ending in ("", "-wal", "-shm", "-journal"):
        Path(f"{_file(name)}{ending}").unlink(missing_ok=True)


def _forget_old(prefix: str, newest: str) -> None:
    if is_postgres():
        rows = _execute(
            sql.SQL("SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid"),
            prefix,
        )
        names = [str(row[0]) for row in rows]
    else:
        files = sorted(FOLDER.glob(f"{prefix}*.sqlite3"), key=lambda file: file.stat().st_mtime)
        names = [file.stem for file in files]
    for name in [name for name in names if name != newest][: -KEPT_TEMPLATES or None]:
        remove(_url(name))
