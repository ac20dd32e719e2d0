"""Postponing, cancelling, moving and resuming: who hears of it by which channel, then one POST."""

import datetime
from copy import copy
from dataclasses import dataclass, fields
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.forms.changes import FORMS, ReasonForm
from events.desk.views.access import signed_in_only
from events.desk.views.actions import CONFLICT, Done, action_page, back_to_event, run_event
from events.enums import ChangeKind
from events.errors import ChangeNotPossible, EventHasChanged, NothingToChange
from events.models import Event, EventChange
from events.registration.notifications import Told, affected_by, wording_of_change
from events.registration.services.cascades import Change, change_event, changes_possible_for
from events.selectors import moment_words
from events.services import ScheduleDetails
from events.views.reasons import reason_words
from participants.views import page_language

LONGEST_NUMBER = 9
MOST_SHOWN = 10
TITLES: dict[ChangeKind, Promise] = {
    ChangeKind.MOVED: gettext_lazy("Change day, time or place"),
    ChangeKind.POSTPONED: gettext_lazy("Postpone"),
    ChangeKind.CANCELLED: gettext_lazy("Cancel the event"),
    ChangeKind.RESUMED: gettext_lazy("It takes place after all"),
}
EXPLAINED: dict[ChangeKind, Promise] = {
    ChangeKind.MOVED: gettext_lazy("Everybody is told the new day, time and place at once."),
    ChangeKind.POSTPONED: gettext_lazy(
        "Registrations are kept. If you know the new day already, change the day instead."
    ),
    ChangeKind.CANCELLED: gettext_lazy(
        "Everybody is told not to come. Nobody can register, and nobody moves up from the "
        "waiting list."
    ),
    ChangeKind.RESUMED: gettext_lazy("Everybody who was registered still is, and is told."),
}
DONE: dict[ChangeKind, Promise] = {
    ChangeKind.MOVED: gettext_lazy("Day, time or place changed."),
    ChangeKind.POSTPONED: gettext_lazy("Postponed."),
    ChangeKind.CANCELLED: gettext_lazy("Cancelled."),
    ChangeKind.RESUMED: gettext_lazy("The event takes place again."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def change(request: HttpRequest, user: User, slug: str, kind: str) -> HttpResponse:
    """Show the form; on POST what everybody will read; once confirmed, do it and tell them."""
    event = run_event(user, slug)
    wanted, now = _kind(kind), timezone.now()
    is_confirmed = request.method == "POST" and bool(request.POST.get("confirmed"))
    if is_confirmed and _seen_sequence(request, event) != event.schedule.sequence:
        return _stale(request, event)
    if wanted not in changes_possible_for(event, now):
        return _not_possible(request, user, event, now)
    form = FORMS[wanted](request.POST if request.method == "POST" else None, event=event, now=now)
    if request.method != "POST" or request.POST.get("back") or not form.is_valid():
        return _form_page(request, user, event, wanted, form)
    if is_confirmed:
        return _changed(request, user, event, wanted, form)
    return _check_page(request, user, event, wanted, form)


def _kind(typed: str) -> ChangeKind:
    if typed not in ChangeKind.values:
        raise Http404
    return ChangeKind(typed)


def _form_page(
    request: HttpRequest, user: User, event: Event, kind: ChangeKind, form: ReasonForm
) -> HttpResponse:
    return _page(request, user, event, kind, "desk/change.html", form=form)


def _check_page(
    request: HttpRequest, user: User, event: Event, kind: ChangeKind, form: ReasonForm
) -> HttpResponse:
    told = affected_by(event, kind)
    reasons = {"en": form.cleaned_data["reason_en"], "ur": form.cleaned_data["reason_ur"]}
    return _page(
        request,
        user,
        event,
        kind,
        "desk/change_check.html",
        form=form,
        told=told,
        wordings=wording_of_change(_afterwards(event, form.details()), kind, reasons),
        button=_button(kind, told),
    )


def _page(
    request: HttpRequest, user: User, event: Event, kind: ChangeKind, template: str, **context: Any
) -> HttpResponse:
    context |= {
        "kind": kind.value,
        "explained": EXPLAINED[kind],
        # What stood when the form was first opened goes with it from page to page.
        "sequence": _seen_sequence(request, event),
    }
    return action_page(request, user, event, template, title=str(TITLES[kind]), **context)


def _seen_sequence(request: HttpRequest, event: Event) -> int:
    typed = request.POST.get("sequence", "")
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < LONGEST_NUMBER
    return int(typed) if is_number else event.schedule.sequence


def _afterwards(event: Event, details: ScheduleDetails) -> Event:
    """Return the event as it will be; only in memory, for showing its words."""
    afterwards, schedule = copy(event), copy(event.schedule)
    for detail in fields(details):
        setattr(schedule, detail.name, getattr(details, detail.name))
    afterwards.schedule = schedule
    return afterwards


def _button(kind: ChangeKind, told: Told) -> str:
    count = told.reached
    words = {
        ChangeKind.MOVED: ngettext(
            "Change and tell %(count)d party", "Change and tell %(count)d parties", count
        ),
        ChangeKind.POSTPONED: ngettext(
            "Postpone and tell %(count)d party", "Postpone and tell %(count)d parties", count
        ),
        ChangeKind.CANCELLED: ngettext(
            "Cancel the event and tell %(count)d party",
            "Cancel the event and tell %(count)d parties",
            count,
        ),
        ChangeKind.RESUMED: ngettext(
            "Resume and tell %(count)d party", "Resume and tell %(count)d parties", count
        ),
    }
    return words[kind] % {"count": count}


def _changed(
    request: HttpRequest, user: User, event: Event, kind: ChangeKind, form: ReasonForm
) -> HttpResponse:
    now = timezone.now()
    wanted = Change(
        kind=kind,
        details=form.details(),
        seen_sequence=_seen_sequence(request, event),
        reason_en=form.cleaned_data["reason_en"],
        reason_ur=form.cleaned_data["reason_ur"],
    )
    try:
        record = change_event(event=event, change=wanted, actor=user, now=now)
    except EventHasChanged:
        return _stale(request, event)
    except ChangeNotPossible:
        return _not_possible(request, user, event, now)
    except NothingToChange:
        form.add_error(None, _("This is the day, time and place it has already."))
        return _form_page(request, user, event, kind, form)
    return back_to_event(request, Done(event.slug, f"{DONE[kind]} {told_words(record)}"))


def _stale(request: HttpRequest, event: Event) -> HttpResponse:
    words = _("The event was changed after you opened that page. Look at it before you go on.")
    return back_to_event(request, Done(event.slug, words, "warning"))


def told_words(record: EventChange) -> str:
    """Say how many were told by which channel, and how many have to be called."""
    pairs = (
        (_("E-mail"), record.told_by_email_count),
        (_("Text message"), record.told_by_sms_count),
        (_("To be phoned"), record.to_phone_count),
    )
    return " · ".join(f"{label}: {count}" for label, count in pairs)


@dataclass(frozen=True, slots=True)
class PastChange:
    """One change that was made: what and when, who was told, and why."""

    title: str
    made: SafeString
    told: str
    reason: str


def past_changes(event: Event, language: str) -> list[PastChange]:
    """Return what was changed about an event, the latest first."""
    return [
        PastChange(
            title=str(DONE[ChangeKind(record.kind)]),
            made=moment_words(record.made_at, language),
            told=told_words(record),
            reason=getattr(record, f"reason_{language}"),
        )
        for record in EventChange.objects.filter(event=event)[:MOST_SHOWN]
    ]


def _not_possible(
    request: HttpRequest, user: User, event: Event, now: datetime.datetime
) -> HttpResponse:
    return action_page(
        request,
        user,
        event,
        "desk/change_not_possible.html",
        title=_("This cannot be done now"),
        status=CONFLICT,
        why=reason_words(event, page_language(), now),
    )
