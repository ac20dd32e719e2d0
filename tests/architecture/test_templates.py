"""What the security policy forbids, and how components are written and used."""

import re
from pathlib import Path

from tests.architecture.source_tree import files, found, text_of

# Mail programs know no style sheets.
PAGES = [file for file in files("templates", ".html") if "emails" not in file.parts]
# The CMS itself is in English (see config.middleware).
# The CMS speaks English alone, and so do its mails.
ENGLISH = {"cms", "wagtailadmin"}
TRANSLATED = [file for file in PAGES if ENGLISH.isdisjoint(file.parts)]
COMPONENTS = [file for file in PAGES if "components" in file.parts]
INLINE = (
    r"\sstyle\s*=",
    r"<style\b",
    r"<script\b(?![^>]*\bsrc=)(?![^>]*application/ld\+json)[^>]*>",
    r"\son[a-z]+\s*=\s*[\"']",
    r"javascript:",
)
QUERIES = r"(?<!forloop)\.(all|count|filter|exclude|first|last|exists|objects)\b(?!\w)|_set\b"
INCLUDE = re.compile(r"{%\s*include\s+([\"'][^\"']*[\"']|\S+)(.*?)%}", re.DOTALL)


def without_comments(file: Path) -> str:
    """Return a template without its comments, line for line."""
    return re.sub(r"{#.*?#}", "", text_of(file))


def test_no_style_or_script_inside_pages() -> None:
    inline = [hit for file in PAGES for rule in INLINE for hit in found(rule, file)]

    assert inline == []


def test_components_open_with_a_comment_on_their_variables() -> None:
    assert [file for file in COMPONENTS if not re.match(r"{#.{10,}#}", text_of(file))] == []


def test_components_are_included_with_only() -> None:
    leaky = [
        f"{file}: {match.group(1)}"
        for file in PAGES
        for match in INCLUDE.finditer(text_of(file))
        if "components/" in match.group(1) and not match.group(2).rstrip().endswith("only")
    ]

    assert leaky == []


def test_components_hold_no_query() -> None:
    asked = [hit for file in COMPONENTS for hit in found(QUERIES, file, without_comments(file))]

    assert asked == []


def test_every_string_is_marked_for_translation() -> None:
    """No sentence stands bare between tags: two Latin words in a row outside every tag."""
    bare = []
    for file in TRANSLATED:
        text = without_comments(file)
        text = re.sub(
            r"{%\s*blocktrans(late)?.*?{%\s*endblocktrans(late)?\s*%}", "", text, flags=re.S
        )
        text = re.sub(r"{[%{].*?[%}]}|<(script|style).*?</\1>|<!--.*?-->", "", text, flags=re.S)
        bare += list(found(r">[^<>]*\b[a-z]{3,} +[a-z]{2,}\b[^<>]*<", file, text))

    assert bare == []
