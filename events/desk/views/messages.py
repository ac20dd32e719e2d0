"""Messages of an event that did not arrive, sent again from here; and who has to be phoned."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.lists.messages import Failure, failures_of
from events.desk.views.access import desk_url, page_language, signed_in_only
from events.desk.views.actions import Done, action_page, lead_to, run_event, what_was_done
from events.registration.notifications import invited_without_registration, standing_registrations
from messaging.enums import Reach
from messaging.selectors import dead_letters, reaches_of
from messaging.services import retry_dead_letter, retry_dead_letters

LONGEST_KEY = 18


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def messages(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show what did not arrive; on POST send one message, or all of them, again."""
    event = run_event(user, slug)
    if request.method == "POST":
        count = _sent_again(slug, request.POST.get("key", ""))
        words = ngettext(
            "%(count)d message goes out again.", "%(count)d messages go out again.", count
        )
        done = Done(slug, words % {"count": count}, "success" if count else "warning")
        return lead_to(request, desk_url("messages", slug), done)
    failures: list[Failure] = failures_of(dead_letters(slug), page_language())
    contacts = [one.contact for one in standing_registrations(event)]
    contacts += [one.contact for one in invited_without_registration(event)]
    return action_page(
        request,
        user,
        event,
        "desk/messages.html",
        title=_("Messages that did not arrive"),
        failures=failures,
        may_retry=any(failure.letter.may_retry for failure in failures),
        phone_count=reaches_of(contacts).count(Reach.PHONE),
        list_url=desk_url("attendees", slug),
        done=what_was_done(request, event),
    )


def _sent_again(slug: str, key: str) -> int:
    """Queue one message again by its key, or all; return how many."""
    now = timezone.now()
    if key == "all":
        return retry_dead_letters(about=slug, now=now)
    is_number = key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY
    return int(is_number and retry_dead_letter(message_id=int(key), about=slug, now=now))
