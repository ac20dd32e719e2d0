"""Runs the benchmark: `make bench`; prints tables and writes var/bench/*.json."""

import json
import os
import sys
from collections.abc import Mapping, Sequence

from tests import databases

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
FOLDER = databases.ROOT / "var" / "bench"
Row = Mapping[str, object]


def keep(name: str, title: str, rows: Sequence[Row]) -> None:
    """Print rows as a table and write them as JSON."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(rows, indent=2), encoding="utf-8")
    columns = list(rows[0])
    widths = [max(len(str(row[column])) for row in [*rows, {column: column}]) for column in columns]
    print(f"\n{title}")
    for row in [{column: column for column in columns}, *rows]:
        cells = [str(row[column]) for column in columns]
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)))


def main() -> int:
    """Measure weights, then queries and times with few and with many people."""
    import django

    django.setup()
    from tests.bench import costs, weights

    keep(
        "weights",
        "What a first visit costs (bytes over the wire, pages packed as nginx does)",
        weights.measured(),
    )
    keep("crowds", "With few and with many registrations", costs.measured())
    return 0


if __name__ == "__main__":
    sys.exit(main())
