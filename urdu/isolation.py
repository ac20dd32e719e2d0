"""Isolation: numbers and codes keep their order inside Urdu, on pages and in plain messages."""

import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple

from urdu.letters import (
    LEFT_TO_RIGHT_ISOLATE,
    LEFT_TO_RIGHT_MARK,
    POP_DIRECTIONAL_ISOLATE,
)
from urdu.runs import find_runs

_OPEN = '<bdi dir="ltr" class="num">'
_CLOSE = "</bdi>"
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img"}
    | {"input", "link", "meta", "source", "track", "wbr"}
)
# Code, a person's own typing, the tab's title: not prose of ours.
_UNSEEN = frozenset(("script", "style", "title", "textarea"))
# Shown as prose, but a browser allows no <bdi> in them.
_UNMARKABLE = _UNSEEN | {"option", "svg"}
_CHARACTER = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?|.", re.DOTALL)


def isolate_text(value: str) -> str:
    """Return the value between U+2066 and U+2069, for e-mail and other plain text."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{value}{POP_DIRECTIONAL_ISOLATE}"


def isolate_sms(value: str) -> str:
    """Return the value between two U+200E, which old phones know; U+2066 shows there as a box."""
    return f"{LEFT_TO_RIGHT_MARK}{value}{LEFT_TO_RIGHT_MARK}"


def isolate_html(value: str) -> str:
    """Return <bdi dir="ltr" class="num"> around the value; takes plain text and escapes it."""
    return f"{_OPEN}{escape(value)}{_CLOSE}"


def isolate_runs_text(text: str, isolate: Callable[[str], str] = isolate_text) -> str:
    """Return plain text with every run that needs it isolated; isolated ones stay as they are."""
    pieces: list[str] = []
    done = 0
    for start, end in find_runs(text):
        pieces += text[done:start], isolate(text[start:end])
        done = end
    return "".join(pieces) + text[done:]


def isolate_runs_html(html: str) -> str:
    """Return the HTML with every run in its prose inside <bdi>; tags and attributes untouched.

    Left alone: what stands in <bdi>, dir="ltr" or lang="en" (unless Urdu begins again inside),
    and script, style, title, textarea, option and svg, which may hold no <bdi>.
    A run that tags cut in two is not seen.
    """
    pieces: list[str] = []
    done = 0
    for start, end in _Prose(html, _UNMARKABLE).runs():
        pieces += html[done:start], _OPEN, html[start:end], _CLOSE
        done = end
    return "".join(pieces) + html[done:]


def raw_runs(html: str) -> list[str]:
    """Return the runs of a page that nothing isolates, in order; [] for a right page.

    Reads what isolate_runs_html reads, and option and svg too: there isolate_text helps.
    """
    prose = _Prose(html, _UNSEEN)
    return [unescape(html[start:end]) for start, end in prose.runs()]


class _Element(NamedTuple):
    tag: str
    is_isolated: bool
    is_skipped: bool


class _Prose(HTMLParser):
    """Finds the stretches of text, as places in the source, that nothing isolates yet."""

    def __init__(self, html: str, skipped: frozenset[str]) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._skipped = skipped
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", html))]
        self._open: list[_Element] = []
        # Neighbouring pieces (text, &nbsp;, text) are one stretch: [start, end].
        self._stretches: list[list[int]] = []

    def runs(self) -> list[tuple[int, int]]:
        """Return (start, end) in the source of each run, in order."""
        self.feed(self._html)
        self.close()
        return [
            run for start, end in self._stretches for run in _runs_between(self._html, start, end)
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            parent = (
                self._open[-1] if self._open else _Element("", is_isolated=False, is_skipped=False)
            )
            is_isolated = _is_isolating(tag, dict(attrs), inherited=parent.is_isolated)
            is_skipped = parent.is_skipped or tag in self._skipped
            self._open.append(_Element(tag, is_isolated, is_skipped))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Let <path/> open nothing: the parser would otherwise report it as opened and closed."""

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        self._add(len(data))

    def handle_entityref(self, name: str) -> None:
        self._add_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"&#{name}")

    def _add_reference(self, reference: str) -> None:
        end = self._position() + len(reference)
        self._add(len(reference) + (self._html[end : end + 1] == ";"))

    def _position(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _add(self, length: int) -> None:
        if self._open and (self._open[-1].is_isolated or self._open[-1].is_skipped):
            return
        start = self._position()
        if self._stretches and self._stretches[-1][1] == start:
            self._stretches[-1][1] = start + length
        else:
            self._stretches.append([start, start + length])


def _is_isolating(tag: str, attributes: dict[str, str | None], *, inherited: bool) -> bool:
    """Say whether text directly inside keeps its order; the nearest declaration wins."""
    direction = (attributes.get("dir") or "").lower()
    if direction in ("ltr", "rtl"):
        return direction == "ltr"
    if tag == "bdi":
        return True
    language = (attributes.get("lang") or "").lower()
    if language:
        return language.split("-")[0] == "en"
    return inherited


def _runs_between(html: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find runs as a reader sees the text, &nbsp; as a space; return places in the source."""
    characters = list(_CHARACTER.finditer(html, start, end))
    shown: list[str] = []
    sources: list[tuple[int, int]] = []
    for found in characters:
        decoded = unescape(found[0])
        shown.append(decoded)
        sources += [found.span()] * len(decoded)
    return [(sources[first][0], sources[last - 1][1]) for first, last in find_runs("".join(shown))]
