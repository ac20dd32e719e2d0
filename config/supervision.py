"""Keeps a few programs running beside each other, and ends them together."""

import ctypes
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

POLL_SECONDS = 0.2
RESTART_SECONDS = 1.0
# A program that dies this often, each time this soon after its start, will not get well.
HOPELESS_COUNT = 3
HOPELESS_SECONDS = 5.0
PATIENCE_SECONDS = 6.0
PARENT_DEATH_SIGNAL = 1


@dataclass
class Program:
    """One program to keep running."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    early_deaths: int = 0


@dataclass
class Supervisor:
    """Starts programs, starts again what dies, and ends everything on SIGTERM or SIGINT."""

    commands: Mapping[str, Sequence[str]]
    say: Callable[[str], None]
    _asked_to_end: threading.Event = field(default_factory=threading.Event)

    def run(self) -> int:
        """Keep the programs running until asked to end; 0 then, 1 when one will not run."""
        programs = [Program(name, command) for name, command in self.commands.items()]
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        try:
            while not self._asked_to_end.is_set():
                if not all(self._is_well(program) for program in programs):
                    return 1
                self._asked_to_end.wait(POLL_SECONDS)
            return 0
        finally:
            end(programs)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_end.set()

    def _is_well(self, program: Program) -> bool:
        """Start what is not running; False when it keeps dying at once."""
        if program.process is not None and program.process.poll() is None:
            return True
        if program.process is not None:
            is_early = time.monotonic() - program.started_at < HOPELESS_SECONDS
            program.early_deaths = program.early_deaths + 1 if is_early else 0
            self.say(f"{program.name} ended with {program.process.returncode}; starting it again")
            if program.early_deaths >= HOPELESS_COUNT:
                self.say(f"{program.name} does not stay up: giving up")
                return False
            if self._asked_to_end.wait(RESTART_SECONDS):
                return True
        program.process = subprocess.Popen(
            program.command,
            stdin=subprocess.DEVNULL,
            # A group of its own: Ctrl-C reaches us alone, and we end them in order.
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 (no threads run yet)
        )
        program.started_at = time.monotonic()
        return True


def end(programs: Sequence[Program]) -> None:
    """Ask every program to end, then insist."""
    running = [program.process for program in programs if program.process is not None]
    for process in running:
        process.terminate()
    deadline = time.monotonic() + PATIENCE_SECONDS
    for process in running:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.1, deadline - time.monotonic()))
        if process.poll() is None:
            process.kill()
            process.wait()


def _die_with_parent() -> None:
    # Linux only: when we are killed outright, nothing is left holding the port.
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)
