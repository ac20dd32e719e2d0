"""The panel on top of the desk: how many are in, how they came, and what waits for a decision."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.attendance.rules import GatePhase
from events.attendance.selectors import arrivals_over_time, gate_phase
from events.desk.lists.arrivals import ArrivalChart, chart_of
from events.desk.selectors.today import TodayNumbers, today_numbers
from events.desk.views.access import desk_url
from events.models import Event, Places
from events.selectors import places_of
from participants.views import page_language


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits: how many in words, and where it is done."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class TodayPanel:
    """What the panel shows; `tasks` is empty where nothing waits or the role does not reach."""

    is_today: bool
    numbers: TodayNumbers
    places: Places | None
    chart: ArrivalChart | None
    tasks: list[Task]
    is_run: bool
    as_of: datetime.datetime


def today_panel(event: Event, *, is_run: bool, now: datetime.datetime) -> TodayPanel:
    """Return the panel of one event for somebody who runs it, or only helps at its gate."""
    numbers = today_numbers(event, now)
    return TodayPanel(
        is_today=event.schedule.happens_on == timezone.localtime(now).date(),
        numbers=numbers,
        places=places_of(event),
        chart=chart_of(arrivals_over_time(event), page_language()),
        tasks=_tasks(event.slug, numbers) if is_run else [],
        is_run=is_run,
        as_of=now,
    )


def _tasks(slug: str, numbers: TodayNumbers) -> list[Task]:
    """Return what waits, the most urgent first."""
    found = (
        (numbers.attendance.conflicts, _conflicts, "gate_conflicts"),
        (numbers.consent_missing, _consent_missing, "slips"),
        (numbers.by_hand, _by_hand, "send_queue"),
        (numbers.undelivered, _undelivered, "messages"),
        (numbers.unreachable, _unreachable, "messages"),
    )
    return [
        Task(words(count) % {"count": count}, desk_url(name, slug))
        for count, words, name in found
        if count
    ]


def _conflicts(count: int) -> str:
    return ngettext(
        "%(count)d conflict at the gate to decide",
        "%(count)d conflicts at the gate to decide",
        count,
    )


def _consent_missing(count: int) -> str:
    return ngettext(
        "Consent missing for %(count)d child", "Consent missing for %(count)d children", count
    )


def _by_hand(count: int) -> str:
    return ngettext(
        "%(count)d message to send from your phone",
        "%(count)d messages to send from your phone",
        count,
    )


def _undelivered(count: int) -> str:
    return ngettext("%(count)d message did not arrive", "%(count)d messages did not arrive", count)


def _unreachable(count: int) -> str:
    return ngettext(
        "%(count)d party is reached by phone only",
        "%(count)d parties are reached by phone only",
        count,
    )


def heading_of(panel: TodayPanel) -> str:
    """Return what stands above the panel."""
    return _("Today") if panel.is_today else _("Your next event")


def gate_of(
    event: Event, *, has_gate: bool, is_run: bool, now: datetime.datetime
) -> dict[str, str]:
    """Return where the gate is and what it is good for now; no address of one that is closed."""
    phase = gate_phase(event, now)
    labels = {
        GatePhase.PRACTICE: _("Prepare and practise at the gate"),
        GatePhase.OPEN: _("Open the gate"),
        **({GatePhase.OVER: _("Correct the count of arrivals")} if is_run else {}),
    }
    url = desk_url("gate", event.slug) if has_gate and phase in labels else ""
    return {"gate_url": url, "gate_label": labels.get(phase, "")}
