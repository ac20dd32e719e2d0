"""Telling organisers why the public page looks as it does."""

import datetime
from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.enums import StatusReason
from events.models import Event, Places
from events.selectors import day_words, moment_words, places_of, status_reason
from urdu.isolation import isolate_runs_html


def reason_words(event: Event, language: str, now: datetime.datetime) -> SafeString:
    """Return one sentence, as safe HTML, that names what an organiser could change."""
    if not event.live:
        return _plain(_("Nobody sees the page, because it is not published yet."))
    reason = status_reason(event, now)
    if reason in _SAID:
        return _plain(str(_SAID[reason]))
    return _COUNTED[reason](event, language)


def _plain(text: str) -> SafeString:
    return format_html("{}", text)


def _ended(event: Event, language: str) -> SafeString:
    schedule = event.schedule
    if schedule.has_hour and schedule.ends_at is not None:
        words = _("Over, because the event ended on %(moment)s.")
        return _with_moment(words, schedule.ends_at, language)
    # Midnight is when the clock counts it as over; nobody ended anything then.
    words = _("Over, because its day has passed: %(day)s.")
    day = mark_safe(isolate_runs_html(day_words(schedule, language)))
    return format_html(words.replace("%(day)s", "{}"), day)


def _opens_later(event: Event, language: str) -> SafeString:
    words = _("Not open yet, because registration opens on %(moment)s.")
    return _with_moment(words, event.schedule.registration_opens_at, language)


def _closed_by_clock(event: Event, language: str) -> SafeString:
    words = _("Closed, because registration ended on %(moment)s.")
    return _with_moment(words, event.schedule.registration_closes_at, language)


def _with_moment(words: str, moment: datetime.datetime | None, language: str) -> SafeString:
    said = moment_words(moment, language) if moment else ""
    return format_html(words.replace("%(moment)s", "{}"), said)


def _places(event: Event) -> Places:
    return places_of(event) or Places(capacity=0)


def _others_wait(event: Event, language: str) -> SafeString:
    places = _places(event)
    if places.has_waiting_list:
        words = ngettext(
            "Waiting list, because %(taken)d of %(capacity)d places are taken and %(count)d "
            "person waits.",
            "Waiting list, because %(taken)d of %(capacity)d places are taken and %(count)d "
            "people wait.",
            places.waiting,
        )
    else:
        words = ngettext(
            "Full, because %(count)d person waits and the waiting list takes nobody else.",
            "Full, because %(count)d people wait and the waiting list takes nobody else.",
            places.waiting,
        )
    return _plain(words % _numbers(places))


def _all_taken(event: Event, language: str) -> SafeString:
    places = _places(event)
    if places.has_waiting_list:
        words = _("Waiting list, because %(taken)d of %(capacity)d places are taken.")
    else:
        words = _(
            "Full, because %(taken)d of %(capacity)d places are taken and the waiting list is off."
        )
    return _plain(words % _numbers(places))


def _few_left(event: Event, language: str) -> SafeString:
    words = _("Open, “few places left”, because %(free)d of %(capacity)d places are free.")
    return _plain(words % _numbers(_places(event)))


def _places_left(event: Event, language: str) -> SafeString:
    words = _("Open, because %(free)d of %(capacity)d places are free.")
    return _plain(words % _numbers(_places(event)))


def _numbers(places: Places) -> dict[str, int]:
    return {
        "taken": places.taken,
        "capacity": places.capacity,
        "free": places.free,
        "count": places.waiting,
    }


_SAID: dict[StatusReason, Promise] = {
    StatusReason.CANCELLED: gettext_lazy("Cancelled, because an organiser cancelled it."),
    StatusReason.POSTPONED: gettext_lazy(
        "Postponed, because an organiser postponed it; no new day is set."
    ),
    StatusReason.ENDED_UNDATED: gettext_lazy(
        "Over, because registration is closed and no day was ever set."
    ),
    StatusReason.BY_INVITATION: gettext_lazy(
        "By invitation: whoever is invited answers, nobody registers on the page."
    ),
    StatusReason.NO_PLACES_SET: gettext_lazy(
        "Announced without registration, because no capacity is set."
    ),
    StatusReason.NOT_OPENED: gettext_lazy("Announced, because registration has not been opened."),
    StatusReason.CLOSED_BY_HAND: gettext_lazy("Closed, because an organiser closed registration."),
}
_COUNTED: dict[StatusReason, Callable[[Event, str], SafeString]] = {
    StatusReason.ENDED: _ended,
    StatusReason.OPENS_LATER: _opens_later,
    StatusReason.CLOSED_BY_CLOCK: _closed_by_clock,
    StatusReason.OTHERS_WAIT: _others_wait,
    StatusReason.ALL_TAKEN: _all_taken,
    StatusReason.FEW_LEFT: _few_left,
    StatusReason.PLACES_LEFT: _places_left,
}
