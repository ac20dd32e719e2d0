"""The gate's script by its parts: names found as the server finds them, keys kept, rules held."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from config.demonstration.crowd import Crowd
from tests.urdu.test_romanisation import SPELLINGS
from urdu.folding import fold
from urdu.romanisation import name_key
from urdu.tables import folding_tables

MODULES = Path(__file__).resolve().parents[2] / "static" / "js" / "gate"
# Browsers trust this address with keys; nobody answers there but the route below.
PLACE = "http://localhost:9"
HARD_NAMES = (
    "Abdur Rehman", "عبدالرحمٰن", "ذوالفقار علی", "مصطفیٰ", "Isma'il", "Qur’an", "انساني اسمگلنگ",
    "سمگلنگ", "محمد  یعقوب", "۱۲۳ ٤٥٦", "ﷲ", "ABDUSSALAM", "بی بی", "Bi Bi", "گۓ", "١", "...", "",
    "عبد اللہ", "نور الدین", "Nur ud Din", "شمس الرحمٰن", "ابو بکر", "رابعہ", "کھوکھر", "Straße",
)  # fmt: skip


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """Open an empty page that can import the gate's modules and keep keys."""
    context = browser.new_context()
    page = context.new_page()

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{PLACE}/")
        if name:
            route.fulfill(path=MODULES / name, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>.</title>", content_type="text/html")

    page.route(f"{PLACE}/**", answer)
    page.goto(f"{PLACE}/")
    yield page
    context.close()


def test_names_fold_and_sound_in_the_browser_as_on_the_server(blank: Page) -> None:
    crowd = Crowd(7)
    listed = [crowd.name() for _ in range(1500)]
    spelt = [one for urdu, roman in SPELLINGS.items() for one in (urdu, *roman.split())]
    names = sorted({*listed, *spelt, *HARD_NAMES, *(name.upper() for name in listed)})

    found = blank.evaluate(
        """async ([tables, names]) => {
            const { speller } = await import("/folding.js");
            const { fold, nameKey } = speller(tables);
            return names.map((name) => [name, fold(name), nameKey(name)]);
        }""",
        [folding_tables(), names],
    )

    assert len(names) > 1000
    wanted = [[name, fold(name), name_key(name)] for name in names]
    assert [pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("LHE-7K2QF", "pass", "LHE-7K2QF"),
        (" lhe 7k2qf ", "pass", "LHE-7K2QF"),
        ("LHE7K2QF", "pass", "LHE-7K2QF"),
        ("lhe–۷k۲qf", "pass", "LHE-7K2QF"),
        ("7K2QF", "end", "7K2QF"),
        ("7K2QF-003", "slip", "7K2QF-003"),
        ("LHE-7K", "part", "LHE-7K"),
        ("https://example.org/ticket/1", "strange", ""),
        ("LHE-7K2QF-EXTRA-LONG", "strange", ""),
        ("کوثر", "strange", ""),
        ("<script>", "strange", ""),
        ("", "strange", ""),
    ],
)
def test_code_is_read_from_camera_and_finger(blank: Page, typed: str, kind: str, text: str) -> None:
    read = blank.evaluate(
        """async ([tables, typed]) => {
            const { speller } = await import("/folding.js");
            const { readCode } = await import("/codes.js");
            return readCode(typed, speller(tables).digits);
        }""",
        [folding_tables(), typed],
    )

    assert (read["kind"], read["text"]) == (kind, text)


@pytest.mark.parametrize(
    ("state", "size", "arrived", "verdict", "missing"),
    [
        ("confirmed", 1, 0, "free", 1),
        ("confirmed", 60, 35, "free", 25),
        ("confirmed", 60, 60, "already_in", 0),
        ("confirmed", 2, 3, "already_in", 0),
        ("cancelled", 1, 0, "cancelled", 1),
        ("cancelled", 1, 1, "cancelled", 0),
        ("waiting", 4, 0, "waiting", 4),
        ("offered", 4, 0, "offered", 4),
        ("lapsed", 4, 0, "lapsed", 4),
        ("unheard-of", 1, 0, "not_valid", 1),
    ],
)
def test_rules_let_in_who_has_a_place_and_is_not_in_yet(
    blank: Page, state: str, size: int, arrived: int, verdict: str, missing: int
) -> None:
    judged = blank.evaluate(
        """async ([row, arrived]) => (await import("/rules.js")).judge(row, arrived)""",
        [{"state": state, "size": size}, arrived],
    )

    assert judged == {"verdict": verdict, "missing": missing}


SEALING: str = """async ([passphrase, tried]) => {
    const { makeVault, openVault, WrongPassphrase } = await import("/vault.js");
    const { vault, wrapping } = await makeVault(passphrase);
    const text = (part) => new TextDecoder("latin1").decode(part);
    const sealed = await vault.seal({ name: "Kausar Bibi" }, "snapshot");
    let opened = null;
    try {
        const again = await openVault(tried, structuredClone(wrapping));
        opened = await again.open(sealed, "snapshot");
        const moved = await again.open(sealed, "token").catch((error) => error.name);
        opened = { ...opened, moved };
    } catch (error) {
        opened = error instanceof WrongPassphrase ? "wrong" : String(error);
    }
    return { opened, rounds: wrapping.rounds, stored: text(sealed.data) + text(wrapping.key) };
}"""


def _seal(page: Page, tried: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(SEALING, ["walk together", tried])
    return found


def test_vault_opens_with_its_passphrase_and_knows_a_record_moved_elsewhere(blank: Page) -> None:
    sealed = _seal(blank, " walk together ")

    assert sealed["opened"] == {"name": "Kausar Bibi", "moved": "OperationError"}
    assert sealed["rounds"] >= 600_000
    assert re.search("Kausar|Bibi|walk|together", sealed["stored"]) is None


def test_vault_stays_shut_for_another_passphrase(blank: Page) -> None:
    assert _seal(blank, "walk togethe")["opened"] == "wrong"
