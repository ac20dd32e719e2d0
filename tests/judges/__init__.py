"""Programs that judge pages: Lighthouse and the validator of HTML, from a pinned lock.

`config/bootstrap.py judges` installs them into var/judges, for the benchmark and the drills only.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "var" / "judges" / "node_modules"


class NoJudge(Exception):
    """A program could not be brought; the message says which and how to bring it."""


def lighthouse() -> list[str]:
    """Return the command that judges one address; raises NoJudge."""
    return [_program("node"), _installed("lighthouse/cli/index.js")]


def validator() -> list[str]:
    """Return the command that judges files of HTML, all in one process; raises NoJudge."""
    return [_program("java"), "-jar", _installed("vnu-jar/build/dist/vnu.jar")]


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NoJudge(f"{name} is missing: python3 config/bootstrap.py judges")
    return found


def _installed(path: str) -> str:
    if not (FOLDER / path).exists():
        name = Path(path).parts[0]
        raise NoJudge(f"{name} is missing: python3 config/bootstrap.py judges")
    return str(FOLDER / path)
