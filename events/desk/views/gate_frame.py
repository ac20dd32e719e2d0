"""The frame of the gate's pages, and what its script is told: addresses and words."""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.attendance.rules import CLOSED_PHASES
from events.attendance.services.devices import gate_closes_at
from events.desk.lists.event_words import words_of
from events.desk.views.access import desk_url, frame
from events.desk.views.gate_access import Keeper, at_the_gate, gate_policy
from events.desk.views.gate_words import GATE_FILES, gate_words
from events.errors import EventIsOver
from events.models import Event
from participants.views import page_language

SCRIPTS = Path(settings.BASE_DIR) / "static" / "js" / "gate"
WORKER = SCRIPTS / "worker.js"
SCANNER = {
    "script": "js/vendor/zxing-wasm/reader.js",
    "wasm": "js/vendor/zxing-wasm/reader.wasm",
}


def gate_frame(keeper: Keeper, current: str, title: str = "") -> dict[str, Any]:
    """Return what every page of the gate shows around its task."""
    event = keeper.event
    words = words_of(event, page_language())
    here = desk_url("gate", event.slug)
    trail = [(_("Gate"), here)]
    if current != here:
        trail.append((title, current))
    shared = {
        "event": event,
        "words": words,
        "keeper": keeper,
        "gate_url": here,
        "urls": {
            name: desk_url(f"gate_{name}", event.slug)
            for name in ("check_in", "undo", "walk_in", "settings", "conflicts", "devices")
        },
    }
    if keeper.user is not None:
        return shared | frame(
            keeper.user, (words.title, desk_url("event", event.slug)), *trail, current=current
        )
    items = [{"title": title, "url": url, "is_current": url == current} for title, url in trail]
    return shared | {
        "desk_items": items,
        "user_name": keeper.place,
        "sign_out_url": desk_url("sign_out"),
    }


def app_of(request: HttpRequest | None, keeper: Keeper) -> dict[str, str]:
    """Return `config` and `app_words` for the script as JSON; without a request, for the shell."""
    event, language = keeper.event, page_language()
    words = words_of(event, language)
    now = timezone.now()
    try:
        expires_at = timezone.localtime(gate_closes_at(event, now)).isoformat()
    except EventIsOver:
        expires_at = ""
    starts_at = event.schedule.starts_at
    config = {
        "slug": event.slug,
        "language": language,
        "event": {
            "title": words.title,
            "city": words.city,
            "day": words.day,
            "starts_at": timezone.localtime(starts_at).isoformat() if starts_at else None,
        },
        "urls": _addresses(event),
        "csrf": get_token(request) if request is not None else "",
        "practice": keeper.is_practising,
        "closed": keeper.phase.value if keeper.phase in CLOSED_PHASES else "",
        "expires_at": expires_at,
        "scanner": {name: static(path) for name, path in SCANNER.items()},
    }
    return {
        "config": json.dumps(config, ensure_ascii=False),
        "app_words": json.dumps(gate_words(language), ensure_ascii=False),
    }


def _addresses(event: Event) -> dict[str, str]:
    page = desk_url("gate", event.slug)
    names = ("shell", "worker", "device", "snapshot", "sync", "count", "conflicts")
    others = {name: desk_url(f"gate_{name}", event.slug) for name in names}
    return {"page": page, "setup": f"{page}?setup=1", **others}


@require_safe
@at_the_gate
def shell(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Show the page that a phone keeps: no person, no name of a user, no count, no form."""
    context = {
        "words": words_of(keeper.event, page_language()),
        "event": keeper.event,
        **app_of(None, keeper),
    }
    return gate_policy(render(request, "desk/gate_shell.html", context))


@require_safe
@at_the_gate
def worker(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Send the script that keeps the gate's page on a phone; its reach is this gate alone."""
    files = [*GATE_FILES, *sorted(f"js/gate/{file.name}" for file in SCRIPTS.glob("*.js"))]
    addresses = [static(name) for name in files if name != "js/gate/worker.js"]
    text = WORKER.read_text(encoding="utf-8")
    # The kept page changes with the event's day and words, too.
    parts = [text, *addresses, *app_of(None, keeper).values()]
    version = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    text = text.replace("__SHELL__", json.dumps(addresses)).replace("__VERSION__", version)
    response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    response.headers["Service-Worker-Allowed"] = desk_url("gate", keeper.event.slug)
    return response
