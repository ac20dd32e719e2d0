"""Runs the tests: everything on SQLite, then what needs a database on PostgreSQL too."""

import json
import os
import subprocess
import sys
from pathlib import Path

from config.words import compile_catalogues
from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
# What drills count; see tests/drills/counts.py.
COUNTS = ROOT / "var" / "drills"
NO_TESTS = 5
# File by file: what a module's tests share, such as a served site, is made once. One more at a
# time than there are cores, for those with a browser or a worker wait as much as they reckon.
SPREAD = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile", "--no-loadscope-reorder"]


def main(arguments: list[str]) -> int:
    """Run both passes; the first pass that fails decides the answer."""
    os.chdir(ROOT)
    # Before any process loads the words: one that began without them would never see them.
    compile_catalogues(ROOT / "locale")
    for old in COUNTS.glob("*.json"):
        old.unlink()
    codes = [run("SQLite", arguments, {"DATABASE_URL": ""})]
    try:
        with postgres.server() as url:
            codes.append(run("PostgreSQL", ["--only-database", *arguments], {"DATABASE_URL": url}))
    except postgres.NoPostgres as problem:
        print(f"!!! PostgreSQL did not start:\n{problem}", flush=True)
        return 1
    for kept in sorted(COUNTS.glob("*.json")):
        print(f"\n==> {kept.stem}")
        for name, value in json.loads(kept.read_text(encoding="utf-8")).items():
            print(f"{name:<44} {value}", flush=True)
    # Arguments may choose tests that need no database: then only one pass has any.
    codes = [code for code in codes if code != NO_TESTS] or [NO_TESTS]
    return max(codes)


def run(name: str, arguments: list[str], environment: dict[str, str]) -> int:
    """Run pytest once, many tests at a time unless told otherwise, and return its answer."""
    print(f"==> Tests on {name}", flush=True)
    spread = [] if any(part.startswith("-n") for part in arguments) else SPREAD
    command = [sys.executable, "-m", "pytest", "-q", *spread, *arguments]
    variables = {**os.environ, **environment}
    if not variables["DATABASE_URL"]:
        del variables["DATABASE_URL"]
    return subprocess.run(command, env=variables, stdin=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
