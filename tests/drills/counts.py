"""What a drill has counted, kept for `make drill` to print when all are done."""

import json
from collections.abc import Mapping

from tests import databases

FOLDER = databases.ROOT / "var" / "drills"


def keep(drill: str, counts: Mapping[str, object]) -> None:
    """Write the counts of a drill, also before a test fails on them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{drill}.json").write_text(json.dumps(counts, indent=2), encoding="utf-8")
