"""What gates did that does not add up, side by side, for an organiser to decide."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.attendance.selectors import Sighting, conflicts_of, sighting_of
from events.attendance.services.conflicts import Decision, resolve_conflict
from events.desk.forms.gate import DecisionForm
from events.desk.lists.gate_answers import CONFLICT_WORDS, RESOLUTION_WORDS, sighting_line
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url
from events.desk.views.actions import Done, lead_to, what_was_done
from events.desk.views.gate_access import Keeper, organisers_only
from events.desk.views.gate_frame import gate_frame
from events.enums import ConflictResolution
from events.errors import ConflictIsResolved
from events.models import Conflict
from participants.enums import AuditAction
from participants.views import page_language

CONFLICTS_KIND = "gate-conflicts"
SHOWN_COLUMNS = ("name", "reference", "arrived")
LONGEST_NUMBER = 18


@require_http_methods(["GET", "HEAD", "POST"])
@organisers_only
def conflicts(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Show what has to be decided, and below it what was; on POST decide one."""
    found = list(conflicts_of(keeper.event))
    decided, form = _decided(request, found)
    if decided is not None and form is not None and form.is_valid():
        return _decide(request, keeper, decided, form)
    log_attendee_list(
        actor=keeper.answerable,
        action=AuditAction.VIEW,
        event=keeper.event,
        columns=SHOWN_COLUMNS,
        row_count=len(found),
        now=timezone.now(),
        kind=CONFLICTS_KIND,
    )
    here, title = desk_url("gate_conflicts", keeper.event.slug), _("Conflicts at the gate")
    context = {
        "title": title,
        "open": [
            _card(one, form if one == decided else None) for one in found if one.resolved_at is None
        ],
        "closed": [_card(one, None) for one in found if one.resolved_at is not None],
        "done": what_was_done(request, keeper.event),
        **gate_frame(keeper, here, title),
    }
    return render(request, "desk/gate_conflicts.html", context)


def _decided(
    request: HttpRequest, found: list[Conflict]
) -> tuple[Conflict | None, DecisionForm | None]:
    """Return which conflict a form is about, if it is one of this event."""
    number = request.POST.get("conflict", "")
    if request.method != "POST" or not number.isdecimal() or len(number) > LONGEST_NUMBER:
        return None, None
    conflict = next((one for one in found if one.pk == int(number)), None)
    if conflict is None:
        return None, None
    return conflict, _form(conflict, request.POST)


def _form(conflict: Conflict, data: Any = None) -> DecisionForm:
    return DecisionForm(
        data, has_party=conflict.check_in_id is not None, prefix=f"conflict-{conflict.pk}"
    )


def _decide(
    request: HttpRequest, keeper: Keeper, conflict: Conflict, form: DecisionForm
) -> HttpResponseBase:
    data = form.cleaned_data
    decision = Decision(
        ConflictResolution(data["resolution"]), data["reason"], data.get("people_in")
    )
    words, kind = _("Decided. The count says so."), "success"
    try:
        resolve_conflict(
            conflict=conflict, decision=decision, actor=keeper.answerable, now=timezone.now()
        )
    except ConflictIsResolved:
        words, kind = _("Somebody decided this before. Nothing was changed."), "warning"
    slug = keeper.event.slug
    return lead_to(request, desk_url("gate_conflicts", slug), Done(slug, words, kind))


def _card(conflict: Conflict, form: DecisionForm | None) -> dict[str, Any]:
    """Return what components/gate_conflict.html shows of one."""
    line, walk_in = conflict.check_in, conflict.walk_in
    about = line or walk_in
    return {
        "pk": conflict.pk,
        "kind": CONFLICT_WORDS[conflict.kind],
        "name": _name(conflict),
        "reference": line.registration.reference if line else "",
        "earlier": _sighting(conflict.earlier),
        "earlier_count": conflict.earlier.people_count if conflict.earlier else 0,
        "this": _sighting(about),
        "this_count": about.people_count if about else 0,
        "arrived": line.registration.attendance.arrived if line else 0,
        "size": line.registration.party_size if line else 0,
        "form": form or _form(conflict),
        "resolution": RESOLUTION_WORDS.get(conflict.resolution, ""),
        "reason": conflict.reason,
        "resolved_at": conflict.resolved_at,
        "resolved_by": conflict.resolved_by.username if conflict.resolved_by else "",
    }


def _name(conflict: Conflict) -> str:
    if conflict.check_in is not None:
        party = conflict.check_in.registration
        return party.group_name or party.contact.full_name
    return conflict.walk_in.full_name if conflict.walk_in else ""


def _sighting(line: Any) -> Any:
    found: Sighting | None = sighting_of(line) if line is not None else None
    return sighting_line(found, page_language())
