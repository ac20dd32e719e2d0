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

from events.attendance.rules import (
    CLOSED_PHASES,
    Gate,
    GateHours,
    GatePhase,
    SentEntry,
    believable,
    counts_at,
    phase_of,
)
from events.attendance.selectors import (
    attendance_count,
    device_of_token,
    gate_hours,
    gate_phase,
)
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
    if device.revoked_at is not None or not _is_still_trusted(device, now):
        return _error("revoked", 401)
    return device if now < device.expires_at else _error("expired", 401)


def _is_still_trusted(device: GateDevice, now: datetime.datetime) -> bool:
    if device.link is not None:
        return device.link.revoked_at is None
    user = device.user
    if user is None or not user.is_active:
        return False
    return events_with_gates_for(user, now).filter(pk=device.event_id).exists()


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
    phase = gate_phase(device.event, now)
    if phase in CLOSED_PHASES:
        return _error(phase.value, 403)
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
    hours = gate_hours(device.event)
    phase = phase_of(hours, now)
    is_early = device.link is not None and now < device.link.opens_at
    if phase == GatePhase.PRACTICE or is_early:
        return _error("practice_only", 403)
    read = [(raw, sent_entry(raw, now)) for raw in entries]
    # What happened while the gate counted is taken however late it comes; the rest stays where
    # it is, so that nothing is lost if the event takes place after all.
    in_time = [(raw, sent) for raw, sent in read if sent is None or _is_in_time(sent, hours, now)]
    is_closed = phase in CLOSED_PHASES
    if is_closed and not in_time:
        return _error(phase.value, 403)
    results = [_carried_out(device, raw, sent, now) for raw, sent in in_time]
    closed = {"closed": phase.value} if is_closed else {}
    return JsonResponse({"results": results} | closed | _counted(device))


def _is_in_time(sent: SentEntry, hours: GateHours, now: datetime.datetime) -> bool:
    return counts_at(hours, believable(sent.entry.happened_at, now))


def _carried_out(
    device: GateDevice, raw: Any, sent: SentEntry | None, now: datetime.datetime
) -> dict[str, Any]:
    gate = Gate(
        source=CheckInSource.GATE,
        place=device.label,
        user_id=device.user_id,
        device_id=device.pk,
        answerable_id=_answerable(device).pk,
    )
    is_practice = isinstance(raw, dict) and raw.get("practice") is True
    answer = (
        carry_out(event=device.event, sent=sent, gate=gate, now=now)
        if sent is not None and not is_practice
        else None
    )
    return answer_json(raw, sent, answer, gate.place)


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
