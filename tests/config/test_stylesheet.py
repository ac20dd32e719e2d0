"""The stylesheets: packed for the network, with the meaning of its parts."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from config.stylesheet import DESK, READERS, StylesheetFinder, packed, parts


def test_packed_drops_what_only_people_read() -> None:
    css = '/* Why: "so". */\n.a,\n.b {\n  color: red;\n\n  margin: 0  auto;\n}\n'

    assert packed(css) == ".a,.b{color: red;margin: 0 auto;}"


def test_packed_keeps_space_that_means_something_and_words_between_quotes() -> None:
    css = '.a .b > .c:not(.d) { inline-size: calc(1px + 2px); content: "{  a, b ; }"; }'

    assert packed(css) == '.a .b > .c:not(.d){inline-size: calc(1px + 2px);content: "{  a, b ; }";}'


@pytest.mark.parametrize("name", [READERS, DESK])
def test_stylesheet_holds_every_rule_of_its_parts(name: str) -> None:
    folder = Path(settings.BASE_DIR) / "static" / "css"
    written = re.sub(
        r"/\*.*?\*/", "", "".join(part.read_text() for part in parts(name, folder)), flags=re.DOTALL
    )

    css = Path(StylesheetFinder().find(name)).read_text()

    assert re.sub(r"\s", "", css) == re.sub(r"\s", "", written)
    assert len(css) < 0.85 * len(written)


def test_every_part_reaches_one_stylesheet() -> None:
    folder = Path(settings.BASE_DIR) / "static" / "css"
    written = {*(folder / "components").glob("*.css"), *(folder / "desk").glob("*.css")}

    readers, desk = parts(READERS, folder), parts(DESK, folder)

    assert not set(readers) & set(desk)
    assert written <= {*readers, *desk}
