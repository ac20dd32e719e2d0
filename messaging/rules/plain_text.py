"""Plain-text bodies whose numbers keep their order in a mail program; pure functions."""

import re
from html import unescape

from urdu.isolation import isolate_runs_text, isolate_text

_ISOLATED = re.compile(r'<bdi dir="ltr"(?: class="num")?>(.*?)</bdi>', re.DOTALL)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_LINKS = ("http://", "https://", "www.")


def as_plain_text(rendered: str, language: str) -> str:
    """Return a rendered text body, ready to be sent.

    <bdi dir="ltr"> from our template filters becomes U+2066…U+2069; in Urdu, numbers nobody
    has isolated are isolated too. Web addresses stay bare: a mail program would take the
    closing sign for a part of the link.
    """
    text = _ISOLATED.sub(lambda found: isolate_text(unescape(found[1])), rendered)
    if language == "ur":
        text = isolate_runs_text(text, isolate=_isolate_unless_link)
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _isolate_unless_link(run: str) -> str:
    return run if run.startswith(_LINKS) else isolate_text(run)
