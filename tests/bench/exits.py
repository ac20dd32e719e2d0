"""How long the page can still be seen after a tap on the way out, on a network that hardly is."""

import statistics

from playwright.sync_api import Browser

from tests.bench.pages import LANGUAGES, Row, demonstration

PHONE = {"width": 360, "height": 740}
BROWSERS = {
    "browser": None,
    "in WhatsApp": "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/120.0 Mobile Safari/537.36 WhatsApp/2.24",
}
SLOW_NETWORK = {
    "offline": False,
    "latency": 2000,
    "downloadThroughput": 512,
    "uploadThroughput": 512,
}
# A phone so much slower than this machine is measured beside; the budget is about the network.
SLOWER = 4
MOST_MS = 100
TIMES = 5
SIGN = "covered after "
# From the finger to the frame after the first without the page: what was hidden is painted.
NOTE_COVER = f"""
addEventListener("pointerdown", (down) => {{
    const tell = () => console.log("{SIGN}" + (performance.now() - down.timeStamp));
    const look = () => {{
        const isCovered = getComputedStyle(document.body).display === "none";
        requestAnimationFrame(isCovered ? tell : look);
    }};
    requestAnimationFrame(look);
}}, {{ capture: true }});
"""


def measured() -> list[Row]:
    """Return one row per page, language and browser: the worst of some taps, in milliseconds."""
    with demonstration() as (browser, site_url):
        return [
            _row(browser, f"{site_url}/{language}/{path}", name)
            for language in LANGUAGES
            for path in ("help/", "learn/warning-signs/")
            for name in BROWSERS
        ]


def _row(browser: Browser, address: str, name: str) -> Row:
    agent = BROWSERS[name]
    worst = max(_tap(browser, address, agent, slower=1) for _time in range(TIMES))
    slow = statistics.median(_tap(browser, address, agent, slower=SLOWER) for _time in range(TIMES))
    return {
        "address": address.split("/", 3)[3],
        "opened": name,
        "worst_ms": worst,
        "slow_phone_ms": slow,
        "over": "too late" if worst > MOST_MS else "",
    }


def _tap(browser: Browser, address: str, user_agent: str | None, *, slower: int) -> int:
    context = browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]  # a TypedDict of ints
        has_touch=True,
        user_agent=user_agent,
    )
    page = context.new_page()
    page.add_init_script(NOTE_COVER)
    page.goto(address)
    session = context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    with page.expect_console_message(lambda said: said.text.startswith(SIGN)) as told:
        page.locator("[data-exit]").tap(no_wait_after=True)
    took = round(float(told.value.text.removeprefix(SIGN)))
    context.close()
    return took
