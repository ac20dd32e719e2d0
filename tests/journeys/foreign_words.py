"""Finds words of the other language: in what can be seen of a page, and in what is read aloud."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString

# What the organisers' computers, too, call files and paper; the public pages need no such name.
LATIN_NAMES = frozenset({"PDF", "CSV", "A3", "A4"})
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9]*")
_URDU = re.compile(r"[\u0620-\u06ff]+")
_READ_ALOUD = ("aria-label", "aria-description", "alt", "title", "placeholder", "data-copied")
_SAID_OF_THE_PAGE = re.compile(r"description|^og:(title|description|site_name)|^twitter:(?!card)")
_CODE = {"script", "style", "template"}


def foreign_words(html: str, language: str) -> list[str]:
    """Return the words of the other language in a page of `language`, marked passages aside.

    Latin words under "ur" unless they are LATIN_NAMES, Urdu words under "en".
    """
    soup = BeautifulSoup(html, "html.parser")
    said = [
        text
        for tag, text in _said(soup)
        if _language_of(tag) in (language, None) and text and not text.isspace()
    ]
    return [word for text in said for word in foreign_words_of_text(text, language)]


def foreign_words_of_text(text: str, language: str) -> list[str]:
    """Return the words of the other language in plain text, addresses of the web aside."""
    prose = re.sub(r"https?://\S+", " ", text)
    found = (_LATIN if language == "ur" else _URDU).findall(prose)
    return [word for word in found if word not in LATIN_NAMES]


def _said(soup: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Yield (element, text) of everything a person can see or hear."""
    for text in soup.find_all(string=True):
        parent = text.parent
        if type(text) in (NavigableString, CData) and parent and parent.name not in _CODE:
            yield parent, str(text)
    for tag in soup.select("*"):
        for name in _READ_ALOUD:
            yield tag, str(tag.get(name, ""))
        if tag.name == "input" and tag.get("type") in ("submit", "button", "reset"):
            yield tag, str(tag.get("value", ""))
        key = str(tag.get("name") or tag.get("property") or "")
        if tag.name == "meta" and _SAID_OF_THE_PAGE.search(key):
            yield tag, str(tag.get("content", ""))


def _language_of(tag: Tag) -> str | None:
    """Return the language an element stands in, as the nearest `lang` says."""
    for one in (tag, *tag.parents):
        if one.get("lang"):
            return str(one["lang"]).split("-")[0]
    return None
