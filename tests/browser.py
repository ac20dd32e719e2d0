"""The browser of the journeys: the machine's own Chromium, fresh each time, phoning nobody."""

import os
import shutil
from typing import Any

import pytest
from playwright.sync_api import Page, expect

# No test is about speed: how long anything of a browser may take on the slowest, busiest machine.
PATIENCE_MS = 120_000
expect.set_options(timeout=PATIENCE_MS)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
]


def installed_browser() -> str | None:
    """Return the program to drive, named by CHROMIUM or installed."""
    named = os.environ.get("CHROMIUM", "")
    found = [path for name in NAMES if (path := shutil.which(name))]
    return named or next(iter(found), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Any
) -> dict[str, Any]:
    """Start the installed browser, else Playwright's own; without either, say so loudly."""
    found = installed_browser()
    arguments = {**browser_type_launch_args, "args": QUIET, "timeout": PATIENCE_MS}
    if found:
        return {**arguments, "executable_path": found}
    if not os.path.exists(playwright.chromium.executable_path):  # noqa: PTH110 (a string)
        missing = "no browser: install chromium, or name one in CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return arguments


@pytest.fixture
def page(page: Page) -> Page:
    """Return the plugin's own page, as patient as all others."""
    page.set_default_timeout(PATIENCE_MS)
    return page
