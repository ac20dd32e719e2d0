"""A volunteer's phone at the gate, and a server that can be stopped and started again."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import BrowserContext, BrowserType, Locator, Page, expect

from config.management.commands.serve import web_command
from events.enums import DatePrecision
from events.models import Schedule
from tests import databases
from tests.browser import PATIENCE_MS
from tests.databases import DEMO_PASSWORD
from tests.journeys.conftest import PHONE
from tests.journeys.steps import sign_in
from tests.served_site import ServedSite, end, environment, wait_until_it_answers

PASSPHRASE = "walk together"
# Everything the page's origin keeps, as text: databases, caches, and the two small stores.
WHAT_IS_STORED = """async () => {
    const as = (encoding, part) => new TextDecoder(encoding).decode(part);
    const bytes = (part) => as("utf-8", part) + as("utf-16le", part);
    const spell = (_key, value) => {
        if (value instanceof ArrayBuffer) return bytes(value.slice(0, value.byteLength & ~1));
        return ArrayBuffer.isView(value) ? bytes(value) : value;
    };
    const found = [JSON.stringify({ ...localStorage, ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((resolve) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => resolve(request.result);
        });
        found.push(name);
        for (const store of database.objectStoreNames) {
            const records = await new Promise((resolve) => {
                const request = database.transaction(store).objectStore(store).getAll();
                request.onsuccess = () => resolve(request.result);
            });
            found.push(JSON.stringify(records, spell));
        }
        database.close();
    }
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            found.push(request.url, await (await cache.match(request)).text());
        }
    }
    return found.join("\\n");
}"""


def hold_today(site: ServedSite, slug: str) -> None:
    """Let an event take place today, and long enough that no midnight ends it under a test."""
    now = timezone.now()
    with site.database():
        Schedule.objects.filter(event__slug=slug).update(
            precision=DatePrecision.TIME,
            starts_at=now,
            ends_at=now + timedelta(hours=12),
            happens_on=timezone.localdate(now),
        )


class StoppableSite:
    """A served site whose web server can be taken away and given back, on the same address."""

    def __init__(self, site: ServedSite) -> None:
        self.site = site
        assert site.process is not None
        self._process = site.process

    def stop(self) -> None:
        """End the web server: from now on nobody listens."""
        end(self._process)

    def start(self) -> None:
        """Start it again on the same database and port."""
        site = self.site
        port = urlsplit(site.url).port
        assert port is not None
        with (site.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                web_command(port),
                cwd=databases.ROOT,
                env=environment(site.url, site.database_url, site.folder),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until_it_answers(site, self._process)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Do without the server for a while."""
        self.stop()
        try:
            yield
        finally:
            self.start()


class GatePhone:
    """A phone with a browser profile of its own, which may be closed and opened again."""

    def __init__(self, chromium: BrowserType, arguments: dict[str, Any], folder: Path) -> None:
        self._chromium = chromium
        self._arguments = arguments
        self.folder = folder
        self.base_url = ""
        self.address = ""
        self.complaints: list[str] = []
        self.context: BrowserContext | None = None

    def open_browser(self, base_url: str, *, is_offline: bool = False) -> None:
        """Start the browser on this phone's profile."""
        self.base_url = base_url
        self.context = self._chromium.launch_persistent_context(
            self.folder, **self._arguments, base_url=base_url, viewport=PHONE, offline=is_offline
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @property
    def page(self) -> Page:
        """The phone's only tab."""
        assert self.context is not None
        return self.context.pages[0]

    def close_browser(self) -> None:
        """Close everything, as a phone does that runs out of memory."""
        if self.context is not None:
            self.context.close()
        self.context = None

    def set_offline(self, is_offline: bool) -> None:
        """Cut the network or give it back."""
        assert self.context is not None
        self.context.set_offline(is_offline)

    def sign_in(self, username: str, language: str = "ur") -> None:
        """Sign in at the desk."""
        self.page.goto(f"/{language}/desk/")
        sign_in(self.page, username, DEMO_PASSWORD)
        expect(self.page.locator(".desk-nav__user")).to_have_text(username)

    def prepare(self, address: str, label: str) -> None:
        """Prepare the phone for an event's gate, and wait until it would open offline."""
        self.address = address
        self.page.goto(address)
        self.page.locator("#gate-label").fill(label)
        self.page.locator("#gate-new-passphrase").fill(PASSPHRASE)
        self.screen("prepare").locator("[type=submit]").click()
        expect(self.root).to_have_attribute("data-ready", "true")

    def open_gate(self, passphrase: str = PASSPHRASE) -> None:
        """Open the gate's page on a prepared phone and unlock it."""
        self.page.goto(self.address)
        self.unlock(passphrase)
        expect(self.screen("work")).to_be_visible()

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase."""
        self.page.locator("#gate-passphrase").fill(passphrase)
        self.screen("unlock").locator("[type=submit]").click()

    @property
    def root(self) -> Locator:
        """What the gate's script looks after."""
        return self.page.locator("[data-gate]")

    def screen(self, name: str) -> Locator:
        """Return one of the gate's screens."""
        return self.page.locator(f"[data-screen={name}]")

    def part(self, screen: str, name: str) -> Locator:
        """Return a part of a screen."""
        return self.screen(screen).locator(f"[data-part={name}]")

    def way(self, name: str) -> Locator:
        """Go to one of the four ways in."""
        self.page.locator(f"[data-to={name}]").click()
        return self.page.locator(f"[data-way={name}]")

    def ask(self, code: str) -> Locator:
        """Type a code and return the answer's screen."""
        form = self.way("name")
        form.locator("#gate-search").fill(code)
        form.locator("[type=submit]").click()
        expect(self.screen("answer")).to_be_visible()
        return self.screen("answer")

    def wait_as_long_as_it_takes(self) -> None:
        """Look codes up for minutes: a volunteer has four seconds, a busy machine needs more."""
        self.page.evaluate(
            """() => {
                const soon = window.setTimeout;
                window.setTimeout = (work, pause, ...rest) =>
                    soon(work, pause === 4000 ? 120000 : pause, ...rest);
            }"""
        )

    def check_in(self, code: str) -> tuple[str, str]:
        """Let everybody of a pass in; return the answer's tone and key, and go on."""
        answer = self.ask(code)
        if answer.get_attribute("data-tone") == "ask":
            answer.locator("[data-part=party-go]").click()
            expect(answer).to_have_attribute("data-tone", "in")
        return self.go_on()

    def walk_in(self, name: str, count: int | str = 1) -> tuple[str, str]:
        """Let people in who have no registration."""
        form = self.way("walk_in")
        form.locator("[name=name]").fill(name)
        form.locator("[name=count]").fill(str(count))
        form.locator("[type=submit]").click()
        expect(self.screen("answer")).to_be_visible()
        return self.go_on()

    def go_on(self) -> tuple[str, str]:
        """Return what the answer says, and go back to work."""
        answer = self.screen("answer")
        expect(answer).to_be_visible()
        said = answer.get_attribute("data-tone") or "", answer.get_attribute("data-key") or ""
        answer.locator("[data-part=next]").click()
        expect(self.screen("work")).to_be_visible()
        return said

    def expect_waiting(self, count: int) -> None:
        """Wait until so many entries wait to be sent."""
        expect(self.root).to_have_attribute("data-waiting", str(count))

    def troubles(self) -> list[str]:
        """Return what stands under "to look at"."""
        self.page.locator("[data-bar] [data-part=state]").click()
        lines = self.part("more", "troubles-list").locator("li").all_inner_texts()
        self.part("more", "back").click()
        return lines
