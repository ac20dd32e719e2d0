"""Runs every check beside the tests: two at a time, words only where something is wrong."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PYTHON = sys.executable


@dataclass(frozen=True)
class Step:
    """One check: its name, its command, and variables it needs."""

    name: str
    command: Sequence[str]
    variables: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Outcome:
    """How a check went."""

    step: Step
    is_right: bool
    seconds: float
    output: str


def steps() -> list[Step]:
    """Return the checks, the long ones first so that they overlap with the rest."""
    templates = [str(file) for file in sorted((ROOT / "templates").rglob("*.html"))]
    test_settings = (("DJANGO_SETTINGS_MODULE", "config.settings.test"),)
    manage = [PYTHON, "manage.py"]
    pytest = [PYTHON, "-m", "pytest", "-q"]
    return [
        Step("types (mypy)", [str(BIN / "mypy"), "."]),
        Step("house rules", [*pytest, "tests/architecture", "-m", "not database"]),
        Step("lint (ruff)", [str(BIN / "ruff"), "check", "."]),
        Step("format (ruff)", [str(BIN / "ruff"), "format", "--check", "."]),
        Step("layers (import-linter)", [str(BIN / "lint-imports"), "--no-logo"]),
        Step("template layout (djhtml)", [str(BIN / "djhtml"), "--check", "-t", "2", *templates]),
        Step("template rules (djlint)", [str(BIN / "djlint"), "--lint", "--quiet", "templates"]),
        Step(
            "migrations complete",
            [*manage, "makemigrations", "--check", "--dry-run", "--skip-checks"],
            test_settings,
        ),
        Step(
            "migrations safe",
            [*manage, "lintmigrations"],
            (("DJANGO_SETTINGS_MODULE", "tests.settings_migration_linter"),),
        ),
        Step(
            "deployment (.env.example)",
            [*manage, "check", "--deploy", "--fail-level", "WARNING"],
            tuple(filled_in_example().items()),
        ),
        Step("locks agree", [PYTHON, "-m", "pip", "check"]),
    ]  # fmt: skip


def filled_in_example() -> dict[str, str]:
    """Return .env.example as somebody fills it in: what is commented out stays out."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    known = dict(re.findall(r"^([A-Z_]+)=(.*)$", text, re.MULTILINE))
    known["SECRET_KEY"] = "filled-in-" + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGH"
    return known | {"DJANGO_SETTINGS_MODULE": "config.settings.production"}


def carry_out(step: Step) -> Outcome:
    """Run one check and keep what it says."""
    begun = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        env={**os.environ, **dict(step.variables)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(step, done.returncode == 0, time.monotonic() - begun, done.stdout)


def main() -> int:
    """Carry out all checks, show what is wrong as it comes, and a table at the end."""
    begun = time.monotonic()
    outcomes = []
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for future in as_completed([pool.submit(carry_out, step) for step in steps()]):
            outcome = future.result()
            outcomes.append(outcome)
            if not outcome.is_right:
                print(f"\n!!! {outcome.step.name}\n{outcome.output}", flush=True)
    for outcome in sorted(outcomes, key=lambda outcome: -outcome.seconds):
        verdict = "ok  " if outcome.is_right else "FAIL"
        print(f"{verdict} {outcome.seconds:6.1f} s  {outcome.step.name}")
    wrong = sum(not outcome.is_right for outcome in outcomes)
    print(
        f"==> {len(outcomes)} checks, {wrong} wrong, {time.monotonic() - begun:.1f} s", flush=True
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
