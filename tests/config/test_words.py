"""Catalogues are compiled when they are stale, without the words nobody is sure of."""

import gettext
import os
from pathlib import Path

from config.words import compile_catalogues

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "walk"
msgstr "واک"

#, fuzzy
msgid "unsure"
msgstr "شاید"

msgid "%(count)d place"
msgid_plural "%(count)d places"
msgstr[0] "%(count)d جگہ"
msgstr[1] "%(count)d جگہیں"
"""


def write_catalogue(folder: Path) -> Path:
    """Write a small Urdu catalogue and return its path."""
    source = folder / "ur" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE, encoding="utf-8")
    return source


def test_compiled_catalogue_speaks_urdu_with_plurals(tmp_path: Path) -> None:
    write_catalogue(tmp_path)

    written = compile_catalogues(tmp_path)

    with written[0].open("rb") as compiled:
        words = gettext.GNUTranslations(compiled)
    assert words.gettext("walk") == "واک"
    assert words.gettext("unsure") == "unsure"
    assert words.ngettext("%(count)d place", "%(count)d places", 2) == "%(count)d جگہیں"


def test_fresh_catalogue_is_left_alone(tmp_path: Path) -> None:
    write_catalogue(tmp_path)
    compile_catalogues(tmp_path)

    assert compile_catalogues(tmp_path) == []


def test_edited_catalogue_is_compiled_again(tmp_path: Path) -> None:
    source = write_catalogue(tmp_path)
    (compiled,) = compile_catalogues(tmp_path)
    later = compiled.stat().st_mtime + 10
    os.utime(source, (later, later))

    assert compile_catalogues(tmp_path) == [compiled]
