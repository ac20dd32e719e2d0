"""A process that runs management commands one after another: to start it is most of their time."""

import contextlib
import io
import json
import subprocess
import sys
import traceback
from collections.abc import Mapping

from tests import databases


class Console:
    """The management commands of one site, in one process that starts with the first of them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._process: subprocess.Popen[str] | None = None

    def run(self, *arguments: str) -> str:
        """Run one command and return what it prints; CommandFailed when it ends with an error."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.console"],
                cwd=databases.ROOT,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(arguments)}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise databases.CommandFailed(f"{arguments}: the process ended, see above")
        fault, printed = json.loads(answer)
        if fault:
            raise databases.CommandFailed(f"{arguments}\n{printed}\n{fault}")
        return str(printed)

    def end(self) -> None:
        """End the process; a later command starts another."""
        if self._process is not None:
            # With nothing more to read it ends by itself.
            self._process.communicate()
        self._process = None


def main() -> None:
    """Run the commands that come in, a JSON list a line; answer each with its fault and output."""
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    answers = sys.stdout
    for line in sys.stdin:
        printed, fault = io.StringIO(), ""
        with contextlib.redirect_stdout(printed):
            try:
                call_command(*json.loads(line))
            except (Exception, SystemExit):  # noqa: BLE001 (told to who asked)
                fault = traceback.format_exc()
        # As after any command: nothing of it stays connected.
        connections.close_all()
        answers.write(f"{json.dumps([fault, printed.getvalue()])}\n")
        answers.flush()


if __name__ == "__main__":
    main()
