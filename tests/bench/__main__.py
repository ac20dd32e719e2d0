"""Runs the benchmark: `make bench`; prints tables and writes var/bench/*.json.

`make bench ARGS="registering"` runs one part: weights, quality, exits, crowds, registering,
queues, lists or gate. What stays within no budget is named, and ends it with an error.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from tests import databases, postgres

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
FOLDER = databases.ROOT / "var" / "bench"
TITLES = {
    "weights": "What a first visit costs (bytes over the wire, pages packed as nginx does)",
    "quality": "What Lighthouse says, as a phone on a slow network",
    "exits": "Until the page is covered after a tap on the way out, network and phone slowed down",
    "crowds": "With few and with many registrations",
    "registering": "People registering over HTTP, PostgreSQL writing to disk, two web workers",
    "queues": "Promoting and sending, on the same PostgreSQL",
    "lists": "Long lists as files, made as the worker makes them",
    "gate": "A volunteer's steps at the gate, Chromium slowed down four times, without a network",
}
ON_POSTGRES = ("registering", "queues")
Row = Mapping[str, object]


def keep(name: str, title: str, rows: Sequence[Row]) -> None:
    """Print rows as a table, or one under the other where they are long; write them as JSON."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(rows, indent=2), encoding="utf-8")
    columns = list(rows[0])
    widths = [max(len(str(row[column])) for row in [*rows, {column: column}]) for column in columns]
    print(f"\n{title}")
    if sum(widths) > 140:
        for column in columns:
            print(f"{column:<20}", *(f"{row[column]!s:<38}" for row in rows))
        return
    for row in [{column: column for column in columns}, *rows]:
        cells = [str(row[column]) for column in columns]
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)))


def measure(name: str) -> int:
    """Measure one part in this process, on its environment's database; 1 if over a budget."""
    import django

    django.setup()
    from tests.bench import costs, exits, gate, lists, quality, queues, registering, weights

    parts = {
        "weights": weights.measured,
        "quality": quality.measured,
        "exits": exits.measured,
        "crowds": costs.measured,
        "registering": registering.measured,
        "queues": queues.measured,
        "lists": lists.measured,
        "gate": gate.measured,
    }
    rows = parts[name]()
    keep(name, TITLES[name], rows)
    over = [row for row in rows if row.get("over")]
    for row in over:
        print(f"!!! over budget: {row}", flush=True)
    return int(bool(over))


def make_list(kind: str) -> None:
    """Make one long list in this process, whose memory is then the list's alone."""
    import django

    django.setup()
    from events.enums import ListFileKind
    from tests.bench import lists

    lists.make(ListFileKind(kind))


def main(names: list[str]) -> int:
    """Measure each part in a process of its own: settings know one database only."""
    if names[:1] == ["--here"]:
        return measure(names[1])
    if names[:1] == ["--list"]:
        make_list(names[1])
        return 0
    codes = []
    for name in names or list(TITLES):
        command = [sys.executable, "-m", "tests.bench", "--here", name]
        if name not in ON_POSTGRES:
            codes.append(subprocess.run(command, check=False).returncode)
            continue
        with postgres.server(is_durable=True) as url:
            variables = os.environ | {"DATABASE_URL": url}
            codes.append(subprocess.run(command, env=variables, check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
