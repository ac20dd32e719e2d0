"""What phones at a gate ask and send: a token, whom to expect, what was done, the live count."""

import datetime
import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from events.attendance.rules import Gate
from events.attendance.selectors import attendance_count, device_of_token
from events.attendance.services.devices import add_device, note_seen, share_capacity
from events.attendance.services.entries import carry_out
from events.desk.forms.gate_entries import device_label, sent_entry
from events.desk.lists.gate import ROW_COLUMNS, answer_json, snapshot_json
from events.desk.selectors import events_with_gates_for
from events.desk.services import log_attendee_list
from events.desk.views.access import kept_by_nobody
from events.desk.views.gate_access import Keeper, for_scripts
from events.enums import CheckInSource
from events.errors import EventIsOver
from events.models import GateDevice
from events.models.gate import LABEL_MAX_LENGTH
from participants.enums import AuditAction

MOST_ENTRIES = 200
SNAPSHOT_KIND = "gate-snapshot"
DeviceView = Callable[[HttpRequest, GateDevice, datetime.datetime], HttpResponseBase]


def with_device(view: DeviceView) -> Callable[[HttpRequest, str], HttpResponseBase]:
    """Hand the view the phone whose token came with the request; no cookie is looked at."""

    @wraps(view)
    def guarded(request: HttpRequest, slug: str) -> HttpResponseBase:
        now = timezone.now()
        found = _device(request, slug, now)
        if not isinstance(found, GateDevice):
            return kept_by_nobody(found)
        note_seen(device=found, now=now)
        return kept_by_nobody(view(request, found, now))

    return guarded


def _device(request: HttpRequest, slug: str, now: datetime.datetime) -> GateDevice | JsonResponse:
    """Return the phone, or why it gets nothing; rights taken from its person end it at once."""
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    device = device_of_token(token) if kind == "Bearer" and token else None
    if device is None:
        return _error("unknown", 401)
    if device.event.slug != slug:
        raise Http404
    if device.revoked_at is not None or not _is_still_trusted(device):
        return _error("revoked", 401)
    return device if now < device.expires_at else _error("expired", 401)


def _is_still_trusted(device: GateDevice) -> bool:
    if device.link is not None:
        return device.link.revoked_at is None
    user = device.user
    if user is None or not user.is_active:
        return False
    return events_with_gates_for(user).filter(pk=device.event_id).exists()


def _error(name: str, status: int) -> JsonResponse:
    return JsonResponse({"error": name}, status=status)


@require_POST
@for_scripts
def device(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Give this phone a token of its own, which is shown this once."""
    body = _body(request)
    label = device_label(body.get("label")) if isinstance(body, dict) else ""
    try:
        made, token = add_device(
            event=keeper.event,
            label=(label or keeper.place or _("Gate"))[:LABEL_MAX_LENGTH],
            user=keeper.user,
            link=keeper.link,
            now=timezone.now(),
        )
    except EventIsOver:
        return _error("over", 409)
    answer = {
        "device_id": made.pk,
        "token": token,
        "label": made.label,
        "expires_at": timezone.localtime(made.expires_at).isoformat(),
        "capacity_share": made.capacity_share,
    }
    return JsonResponse(answer, status=201)


@gzip_page
@require_safe
@with_device
def snapshot(request: HttpRequest, device: GateDevice, now: datetime.datetime) -> HttpResponse:
    """Send whom to expect, the least of each; the log has its line before the first byte."""
    share_capacity(device=device, now=now)
    data = snapshot_json(device)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
        return HttpResponse(status=304, headers={"ETag": etag})
    log_attendee_list(
        actor=_answerable(device),
        action=AuditAction.EXPORT,
        event=device.event,
        columns=ROW_COLUMNS,
        row_count=len(data["rows"]),
        now=now,
        kind=SNAPSHOT_KIND,
    )
    taken = {"taken_at": timezone.localtime(now).isoformat()} | data
    response = JsonResponse(taken, json_dumps_params={"ensure_ascii": False})
    response.headers["ETag"] = etag
    patch_vary_headers(response, ["Authorization"])
    return response


def _answerable(device: GateDevice) -> Any:
    """Return who answers in the log for what a phone was sent."""
    return device.user or (device.link.created_by if device.link else None)


@csrf_exempt
@require_POST
@with_device
def sync(request: HttpRequest, device: GateDevice, now: datetime.datetime) -> HttpResponse:
    """Take what a phone did, each entry by itself, and answer each by its own id."""
    body = _body(request)
    entries = body.get("entries") if isinstance(body, dict) else None
    if not isinstance(entries, list) or len(entries) > MOST_ENTRIES:
        return _error("bad_request", 400)
    if device.link is not None and now < device.link.opens_at:
        return _error("practice_only", 403)
    gate = Gate(
        source=CheckInSource.GATE,
        place=device.label,
        user_id=device.user_id,
        device_id=device.pk,
        answerable_id=_answerable(device).pk,
    )
    results = []
    for raw in entries:
        sent = sent_entry(raw, now)
        is_practice = isinstance(raw, dict) and raw.get("practice") is True
        answer = (
            carry_out(event=device.event, sent=sent, gate=gate, now=now)
            if sent is not None and not is_practice
            else None
        )
        results.append(answer_json(raw, sent, answer, gate.place))
    return JsonResponse({"results": results} | _counted(device))


def _body(request: HttpRequest) -> Any:
    """Return what was sent as JSON; None for anything else."""
    try:
        return json.loads(request.body)
    # A number of ten thousand digits, or lists in lists a thousand deep.
    except (ValueError, RecursionError):
        return None


def _counted(device: GateDevice) -> dict[str, Any]:
    count = attendance_count(device.event)
    return {
        "event": {"arrived": count.arrived, "expected": count.expected},
        "conflicts_count": count.conflicts,
    }


@require_safe
def count(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Return the live count, to a phone by its token or to a browser by its session."""
    if request.headers.get("Authorization"):
        return _count_for_device(request, slug)
    return _count_for_keeper(request, slug)


@with_device
def _count_for_device(
    request: HttpRequest, device: GateDevice, now: datetime.datetime
) -> HttpResponse:
    return JsonResponse(_count_of(device.event))


@for_scripts
def _count_for_keeper(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    return JsonResponse(_count_of(keeper.event))


def _count_of(event: Any) -> dict[str, int]:
    found = attendance_count(event)
    return {
        "arrived": found.arrived,
        "expected": found.expected,
        "walk_ins": found.walk_ins,
        "conflicts": found.conflicts,
    }
