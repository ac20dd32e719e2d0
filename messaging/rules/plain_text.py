"""Plain texts whose numbers keep their order, in a mail program and on an old phone; pure."""

import re
from collections.abc import Callable
from functools import partial
from html import unescape

from urdu.isolation import isolate_runs_text, isolate_sms, isolate_text

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
        text = isolate_runs_text(text, isolate=partial(_unless_link, isolate_text))
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def as_sms(rendered: str, language: str) -> str:
    """Return a rendered text as an SMS: no blank line, no space that costs and says nothing.

    Numbers stand between two U+200E in Urdu. English ones stay bare: a single U+200E would
    make each part of the message hold 67 characters instead of 153.
    """
    isolate = isolate_sms if language == "ur" else str
    text = _ISOLATED.sub(lambda found: isolate(unescape(found[1])), rendered)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    text = "\n".join(line for line in lines if line)
    if language == "ur":
        text = isolate_runs_text(text, isolate=partial(_unless_link, isolate_sms))
    return text


def _unless_link(isolate: Callable[[str], str], run: str) -> str:
    return run if run.startswith(_LINKS) else isolate(run)
