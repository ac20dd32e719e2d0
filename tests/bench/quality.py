"""What Lighthouse says of the pages as a phone loads them, simulated on a slow mobile network."""

import json
import os
import subprocess
from typing import Any

from tests.bench.pages import LANGUAGES, MEASURED, Row, article, demonstration
from tests.browser import QUIET, installed_browser
from tests.judges import lighthouse

# Of 100. Speed is reckoned from what the machine does beside: its best of some runs is ours.
BUDGET = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_RUNS = 5


def measured() -> list[Row]:
    """Return one row per page and language."""
    with demonstration() as (browser, site_url):
        pages = MEASURED | {"article": article(browser, site_url)}
        return [
            {"page": name, "language": language, **_judged(f"{site_url}/{language}{path}")}
            for language in LANGUAGES
            for name, path in pages.items()
        ]


def _judged(address: str) -> Row:
    """Return each category's best score, and what stays under its budget with what is at fault."""
    best = dict.fromkeys(BUDGET, 0)
    under, faults, runs = list(BUDGET), list[str](), 0
    while runs < MOST_RUNS and under:
        runs += 1
        report = _report(address)
        if report is None:
            continue
        for category in best:
            score = round(100 * (report["categories"][category]["score"] or 0))
            best[category] = max(best[category], score)
        under = [category for category, least in BUDGET.items() if best[category] < least]
        faults = _faults(report) if under else []
    return {**best, "runs": runs, "over": ", ".join([*under, *faults])}


def _report(address: str) -> dict[str, Any] | None:
    """Return Lighthouse's report, or None when it lost its browser, as it does now and then."""
    flags = " ".join(["--headless=new", *QUIET])
    command = [
        *lighthouse(), address, "--quiet", "--output=json", f"--chrome-flags={flags}",
        f"--only-categories={','.join(BUDGET)}",
    ]  # fmt: skip
    variables = os.environ | {"CHROME_PATH": installed_browser() or ""}
    done = subprocess.run(command, env=variables, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        return None
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _faults(report: dict[str, Any]) -> list[str]:
    """Return the names of what was found wanting, apart from measures of time."""
    audits = report["audits"].items()
    return [
        name
        for name, audit in audits
        if audit["score"] == 0 and audit["scoreDisplayMode"] == "binary"
    ]
