"""The gate as a page that needs no script: one person at a time, the live count in sight."""

import re
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.attendance.rules import (
    LARGEST_ENTRY,
    Entry,
    EntryKind,
    GatePhase,
    Refusal,
    SentEntry,
)
from events.attendance.selectors import (
    Found,
    GateAnswer,
    attendance_count,
    find_pass,
    gate_hours,
    name_of_walk_in,
    practise_check_in,
)
from events.attendance.services.entries import carry_out
from events.desk.forms.attendees import LONGEST_SEARCH
from events.desk.forms.gate import GateNameForm, WalkInForm
from events.desk.lists.gate_answers import REASON_WORDS, as_kept, banner, said_from, said_of
from events.desk.lists.gate_hours import CLOSED_WORDS, practice_words
from events.desk.lists.gate_party import hit_of, party_of
from events.desk.views.access import desk_url
from events.desk.views.gate_access import (
    PRACTICE,
    Keeper,
    at_the_gate,
    gate_policy,
    name_gate,
    posted_only,
    while_it_counts,
)
from events.desk.views.gate_frame import app_of, gate_frame
from events.desk.views.gate_search import looked_for
from events.desk.views.searches import LeadOn, address_of_search, leads_on, search_in
from events.enums import GateOutcome, UndoReason
from events.models import Registration, WalkIn
from participants.views import page_language
from urdu.digits import to_latin_digits

SAID = "gate_said"
METHODS = ["GET", "HEAD", "POST"]
_KEY = re.compile(r"[0-9a-f]{32}")
_COUNT = re.compile(r"[0-9]{1,4}")


@require_http_methods(METHODS)
@at_the_gate
@leads_on
def gate(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Show what was done last, and whom the code, digits or name that were typed may mean.

    What is typed comes by POST and is kept out of the address.
    """
    if keeper.is_closed:
        return _closed(request, keeper)
    here = desk_url("gate", keeper.event.slug)
    asked = search_in(request, here)
    if request.method == "POST":
        raise LeadOn(address_of_search(here, asked))
    found = looked_for(keeper, asked.text, request.GET.get("pass", ""), timezone.now())
    return _page(request, keeper, found, asked.text)


def _page(
    request: HttpRequest, keeper: Keeper, found: Found | None, search: str
) -> HttpResponseBase:
    is_one = found is not None and len(found.parties) == 1 and not found.has_more
    context = {
        "search": search,
        "answer": _last_answer(request, keeper),
        "refused": _refused(found),
        "party": party_of(found.parties[0], page_language(), secrets.token_hex(16))
        if found and is_one
        else None,
        "hits": [hit_of(party) for party in found.parties] if found else [],
        "has_more": found is not None and found.has_more,
        "is_empty": found is not None and not found.parties and found.refusal is None,
        "name_form": GateNameForm(initial={"label": keeper.place}),
        **app_of(request, keeper),
        **_frame(keeper),
    }
    return gate_policy(render(request, "desk/gate.html", context))


def _closed(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Say why the gate is closed; a phone may still send from here what it counted before."""
    context = {
        "why": CLOSED_WORDS[keeper.phase],
        **app_of(request, keeper),
        **_frame(keeper),
    }
    return gate_policy(render(request, "desk/gate_closed.html", context))


def _refused(found: Found | None) -> dict[str, Any] | None:
    if found is None or found.refusal is None:
        return None
    answer = GateAnswer(outcome=GateOutcome.REFUSED, arrived=0, size=0, refusal=found.refusal)
    return banner(said_of("", answer), "", page_language())


def _last_answer(request: HttpRequest, keeper: Keeper) -> dict[str, Any] | None:
    """Return what was done just before, this once only."""
    said = said_from(request.session.get(SAID), keeper.event.slug)
    if said is None:
        return None
    del request.session[SAID]
    party = Registration.objects.filter(event=keeper.event, reference=said.reference)
    found = party.select_related("contact").first()
    name = found.group_name or found.contact.full_name if found else ""
    if said.outcome == GateOutcome.WALK_IN:
        name = name_of_walk_in(keeper.event, said.key)
    undo = {"undo_key": secrets.token_hex(16), "reasons": list(REASON_WORDS.items())}
    return banner(said, name, page_language()) | undo


def _frame(keeper: Keeper) -> dict[str, Any]:
    hours = gate_hours(keeper.event)
    return {
        "count": attendance_count(keeper.event),
        "practice": practice_words(hours, keeper.phase, page_language()),
        "is_early": keeper.phase == GatePhase.PRACTICE,
        **gate_frame(keeper, desk_url("gate", keeper.event.slug)),
    }


@require_http_methods(METHODS)
@at_the_gate
@posted_only
@while_it_counts
def check_in(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Let the people of a pass in, as many as were named; or, in practice, only say so."""
    party = find_pass(keeper.event, request.POST.get("reference", "")[:LONGEST_SEARCH])
    now, key = timezone.now(), request.POST.get("key", "")
    count = _number(request.POST.get("count", ""))
    if not isinstance(party, Registration) or count is None or not _KEY.fullmatch(key):
        refusal = party if isinstance(party, Refusal) else Refusal.BAD_ENTRY
        return _say(request, keeper, _refusal(refusal))
    sent = SentEntry(
        kind=EntryKind.ARRIVAL,
        entry=Entry(key, keeper.moment(now)),
        code=party.reference,
        people_count=count,
    )
    if keeper.is_practising:
        answer = practise_check_in(party, count, sent.entry)
    else:
        answer = carry_out(event=keeper.event, sent=sent, gate=keeper.gate, now=now)
    return _say(request, keeper, answer, reference=party.reference, key=key)


def _refusal(refusal: Refusal) -> GateAnswer:
    return GateAnswer(outcome=GateOutcome.REFUSED, arrived=0, size=0, refusal=refusal)


def _number(typed: str) -> int | None:
    digits = to_latin_digits(typed[:8]).strip()
    number = int(digits) if _COUNT.fullmatch(digits) else 0
    return number if 1 <= number <= LARGEST_ENTRY else None


@require_http_methods(METHODS)
@at_the_gate
@posted_only
@while_it_counts
def undo(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Take back what was done: one line by its key, or a party's latest; with a reason."""
    now, key = timezone.now(), request.POST.get("key", "")
    reason, undoes = request.POST.get("reason", ""), request.POST.get("undoes", "")
    is_usable = _KEY.fullmatch(key) and (not undoes or re.fullmatch(r"[\w-]{8,64}", undoes))
    if not is_usable or keeper.is_practising:
        return _say(request, keeper, _refusal(Refusal.BAD_ENTRY))
    sent = SentEntry(
        kind=EntryKind.UNDO,
        entry=Entry(key, keeper.moment(now)),
        code=request.POST.get("reference", "")[:LONGEST_SEARCH],
        reason=UndoReason(reason) if reason in UndoReason.values else UndoReason.OTHER,
        undoes=undoes,
    )
    answer = carry_out(event=keeper.event, sent=sent, gate=keeper.gate, now=now)
    party = find_pass(keeper.event, sent.code)
    reference = party.reference if isinstance(party, Registration) else ""
    return _say(request, keeper, answer, reference=reference)


@require_http_methods(METHODS)
@at_the_gate
@while_it_counts
def walk_in(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Let somebody in who has no registration: a name, a count, done."""
    form = WalkInForm(request.POST if request.method == "POST" else None)
    key = request.POST.get("key", "")
    key = key if _KEY.fullmatch(key) else secrets.token_hex(16)
    if form.is_valid():
        return _let_walk_in(request, keeper, form, key)
    context = {
        "form": form,
        "key": key,
        "title": _("Walk-in"),
        **_frame(keeper),
    }
    return render(request, "desk/gate_walk_in.html", context)


def _let_walk_in(
    request: HttpRequest, keeper: Keeper, form: WalkInForm, key: str
) -> HttpResponseBase:
    now, count = timezone.now(), form.cleaned_data["people_count"]
    if keeper.is_practising:
        answer = GateAnswer(outcome=GateOutcome.WALK_IN, counted=count, arrived=count, size=count)
        return _say(request, keeper, answer)
    sent = SentEntry(
        kind=EntryKind.WALK_IN,
        entry=Entry(key, keeper.moment(now)),
        people_count=count,
        name=form.cleaned_data["full_name"],
    )
    answer = carry_out(event=keeper.event, sent=sent, gate=keeper.gate, now=now)
    flagged = WalkIn.objects.filter(event=keeper.event, client_id=key, exceeds_capacity=True)
    return _say(request, keeper, answer, key=key, exceeds_capacity=flagged.exists())


@require_http_methods(METHODS)
@at_the_gate
@posted_only
def settings(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Name the gate, or begin and end the practice, in this browser alone."""
    slug = keeper.event.slug
    practice = request.POST.get("practice")
    if practice is not None:
        request.session[PRACTICE] = slug if practice == "on" else ""
    form = GateNameForm(request.POST)
    if "label" in request.POST and form.is_valid():
        name_gate(request, slug, form.cleaned_data["label"])
    return _back(slug)


def _say(request: HttpRequest, keeper: Keeper, answer: GateAnswer, **more: Any) -> HttpResponseBase:
    """Keep what is to be said, and lead back to the gate, so that reloading does nothing again."""
    slug = keeper.event.slug
    said = said_of(slug, answer, is_practice=keeper.is_practising, **more)
    request.session[SAID] = as_kept(said)
    return _back(slug)


def _back(slug: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": desk_url("gate", slug)})
