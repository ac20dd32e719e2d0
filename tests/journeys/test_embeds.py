"""What partners paste, on a site of their own: it renders, fits, is light and leaves nothing."""

import contextlib
import html
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from events.views.embeds import HEIGHTS, KINDS, WIDTH
from tests.served_site import ServedSite

pytestmark = pytest.mark.look
LARGEST_BYTES = 10_000
STYLE = re.compile(r"/static/css/embed\.[0-9a-f.]*css$")
REFUSED = ("/ur/", "/ur/events/", "/ur/pledge/", "/ur/impact/", "/ur/desk/")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a partner's pages and writes no log."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def partners_site(folder: Path) -> Iterator[str]:
    """Serve a folder on a host and port of its own, as another site."""
    handler = lambda *arguments: Quiet(*arguments, directory=str(folder))  # noqa: E731
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://localhost:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def framing(addresses: dict[str, tuple[str, int, int]]) -> str:
    """Return a partner's page with a frame for each address, by its name."""
    frames = "".join(
        f'<iframe id="{name}" src="{html.escape(address)}" width="{width}" height="{height}">'
        "</iframe>"
        for name, (address, width, height) in addresses.items()
    )
    return f'<!doctype html><html lang="en"><title>Partner</title><body>{frames}</body></html>'


def test_embeds_stand_in_another_site_and_every_other_page_refuses(
    page: Page, demo_site: ServedSite, tmp_path: Path
) -> None:
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    shown = {
        f"{kind}-{language}": (
            f"{demo_site.url}/embed/{kind}/?lang={language}",
            WIDTH,
            HEIGHTS[language][kind],
        )
        for kind in KINDS
        for language in ("ur", "en")
    }
    refused = {f"refused-{at}": (demo_site.url + path, 320, 200) for at, path in enumerate(REFUSED)}
    (tmp_path / "index.html").write_text(framing(shown | refused), encoding="utf-8")

    with partners_site(tmp_path) as partner:
        page.goto(partner)

        for name in shown:
            _looks_right(page, name)
        for name in refused:
            frame = page.frame_locator(f"#{name}")
            expect(frame.locator("main")).to_have_count(0)
        framed = [answer for answer in answers if "/embed/" in answer.url]
        styles = {answer.url: answer for answer in answers if STYLE.search(answer.url)}

        assert len(framed) == len(shown)
        (style,) = styles.values()
        weights = [len(answer.body()) + len(style.body()) for answer in framed]
        assert max(weights) <= LARGEST_BYTES
        ours = {answer.url for answer in answers if answer.url.startswith(demo_site.url)}
        assert ours == {one.url for one in [*framed, style]} | {one[0] for one in refused.values()}
        assert page.context.cookies() == []


def _looks_right(page: Page, name: str) -> None:
    """Hold one frame to its language, its direction and its size; its links leave it."""
    language = name.rpartition("-")[2]
    frame = page.frame_locator(f"#{name}")
    root = frame.locator("html")
    expect(root).to_have_attribute("lang", language)
    expect(root).to_have_css("direction", "rtl" if language == "ur" else "ltr")
    expect(frame.locator("main a").first).to_be_visible()
    expect(frame.locator("a:not([target=_blank])")).to_have_count(0)
    too_large = root.evaluate(
        "root => [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight]"
    )
    assert too_large == [0, 0], name
