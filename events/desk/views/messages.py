"""Messages of an event: written, sent by hand, and those that did not arrive, sent again here."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.lists.messages import Failure, failures_of
from events.desk.lists.talking import sent_messages
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import Done, action_page, lead_to, run_event, what_was_done
from events.models import Event
from events.registration.notifications import invited_without_registration, standing_registrations
from events.talking.errors import NoMessageAboutThePast
from events.talking.selectors.addressees import groups_of, messages_sent
from events.talking.selectors.queue import queue_counts, untold_change, untold_count
from events.talking.services.messages import queue_change_by_hand
from messaging.enums import Reach
from messaging.selectors import dead_letters, reaches_of
from messaging.services import retry_dead_letter, retry_dead_letters
from participants.views import page_language

LONGEST_KEY = 18
CHANGE = "change"


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def messages(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show what was written and what did not arrive; on POST send one message, or all, again."""
    event = run_event(user, slug)
    now = timezone.now()
    if request.method == "POST":
        return _posted(request, event, now)
    failures: list[Failure] = failures_of(dead_letters(slug), page_language())
    contacts = [one.contact for one in standing_registrations(event)]
    contacts += [one.contact for one in invited_without_registration(event)]
    counts = queue_counts(event, now)
    return action_page(
        request,
        user,
        event,
        "desk/messages.html",
        title=_("Messages"),
        failures=failures,
        may_retry=any(failure.letter.may_retry for failure in failures),
        phone_count=reaches_of(contacts).count(Reach.PHONE),
        list_url=desk_url("attendees", slug),
        write_url=desk_url("message", slug),
        queue_url=desk_url("send_queue", slug),
        counts=counts,
        done_count=counts.sent + counts.failed,
        change_count=untold_count(event, now),
        sent=sent_messages(messages_sent(event), groups_of(event, now), page_language()),
        done=what_was_done(request, event),
    )


def _posted(request: HttpRequest, event: Event, now: datetime.datetime) -> HttpResponse:
    key = request.POST.get("key", "")
    if key == CHANGE:
        count = _put_into_queue(event, now)
        words = ngettext(
            "%(count)d party is in the queue.", "%(count)d parties are in the queue.", count
        )
        done = Done(event.slug, words % {"count": count}, "success" if count else "warning")
        return lead_to(request, desk_url("send_queue", event.slug), done)
    count = _sent_again(event.slug, key, now)
    words = ngettext("%(count)d message goes out again.", "%(count)d messages go out again.", count)
    done = Done(event.slug, words % {"count": count}, "success" if count else "warning")
    return lead_to(request, desk_url("messages", event.slug), done)


def _put_into_queue(event: Event, now: datetime.datetime) -> int:
    change = untold_change(event)
    if change is None:
        return 0
    try:
        return queue_change_by_hand(change=change, now=now)
    except NoMessageAboutThePast:
        return 0


def _sent_again(slug: str, key: str, now: datetime.datetime) -> int:
    """Queue one message again by its key, or all; return how many."""
    if key == "all":
        return retry_dead_letters(about=slug, now=now)
    is_number = key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY
    return int(is_number and retry_dead_letter(message_id=int(key), about=slug, now=now))
