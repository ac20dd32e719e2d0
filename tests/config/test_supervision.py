"""Programs are kept running, given up when hopeless, and ended together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.served_site import PATIENCE_SECONDS

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """
import sys
from config.supervision import Supervisor

command = [sys.executable, "-c", sys.argv[1]]
sys.exit(Supervisor({"worker": command}, lambda words: print(words, flush=True)).run())
"""
Process = subprocess.Popen[str]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[Process]]:
    """Collect what a test starts, and end it."""
    processes: list[Process] = []
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def supervise(program: str, started: list[Process]) -> Process:
    """Start a supervisor of one Python program."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, program], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    started.append(process)
    return process


def wait_for_lines(file: Path, count: int) -> list[str]:
    """Return the lines of a file once it has that many."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        lines = file.read_text().splitlines() if file.exists() else []
        if len(lines) >= count:
            return lines
        time.sleep(0.1)
    raise AssertionError(f"{file} has {lines}")


def note_and_sleep(file: Path) -> str:
    """Return a program that writes its process id and stays."""
    return (
        "import os, time\n"
        f"with open({str(file)!r}, 'a') as notes: notes.write(f'{{os.getpid()}}\\n')\n"
        "time.sleep(600)"
    )


def test_killed_program_is_started_again(tmp_path: Path, started: list[Process]) -> None:
    notes = tmp_path / "pids"
    supervise(note_and_sleep(notes), started)

    os.kill(int(wait_for_lines(notes, 1)[0]), signal.SIGKILL)

    assert len(set(wait_for_lines(notes, 2))) == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_end_it_ends_its_programs_and_answers_zero(
    tmp_path: Path, started: list[Process], number: signal.Signals
) -> None:
    notes = tmp_path / "pids"
    supervisor = supervise(note_and_sleep(notes), started)
    pid = int(wait_for_lines(notes, 1)[0])

    supervisor.send_signal(number)

    assert supervisor.wait(PATIENCE_SECONDS) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_program_that_never_stays_up_is_given_up(started: list[Process]) -> None:
    supervisor = supervise("raise SystemExit(3)", started)

    output, _ = supervisor.communicate(timeout=PATIENCE_SECONDS)

    assert supervisor.returncode == 1
    assert output.splitlines()[-1] == "worker does not stay up: giving up"
