"""The send queue: one person at a time, opened on the organiser's own phone, marked as done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import Done, action_page, lead_to, run_event, what_was_done
from events.enums import DeliveryState
from events.models import Event, HandDelivery
from events.talking.rules import sms_address
from events.talking.selectors.queue import queue_counts, settled_by
from events.talking.services.queue import put_off, settle, take_back, take_next
from messaging.enums import Channel
from participants.enums import AuditAction
from participants.rules.phones import is_demonstration, national_form, whatsapp_address

QUEUE_KIND = "send-queue"
LONGEST_KEY = 18
MARKS = {
    "whatsapp": (DeliveryState.SENT, Channel.WHATSAPP.value),
    "sms": (DeliveryState.SENT, Channel.SMS.value),
    "failed": (DeliveryState.FAILED, ""),
}


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def send_queue(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show how far the queue is; on POST mark the person in hand and open the next one."""
    event = run_event(user, slug)
    if request.method != "POST":
        return _overview(request, user, event)
    action = request.POST.get("action", "")
    _mark(event, user, action, request.POST.get("key", ""))
    if action == "pause":
        return lead_to(request, desk_url("messages", slug), Done(slug, _("You can go on later.")))
    opened = take_next(event=event, helper=user, now=timezone.now())
    if opened is None:
        done = Done(slug, _("Nobody is left in the queue for you."))
        return lead_to(request, desk_url("send_queue", slug), done)
    return _person(request, user, event, *opened)


def _mark(event: Event, user: User, action: str, typed: str) -> None:
    """Do to the person in hand what was asked for; nothing, if it is nobody's any more."""
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_KEY):
        return
    key, now = int(typed), timezone.now()
    if action in MARKS:
        state, channel = MARKS[action]
        settle(event=event, key=key, helper=user, state=state, channel=channel, now=now)
    elif action == "later":
        put_off(event=event, key=key, helper=user, now=now)
    elif action == "undo":
        take_back(event=event, key=key, helper=user)


def _overview(request: HttpRequest, user: User, event: Event) -> HttpResponse:
    counts = queue_counts(event, timezone.now())
    return action_page(
        request,
        user,
        event,
        "desk/send_queue.html",
        title=_("Send by hand"),
        counts=counts,
        done_count=counts.sent + counts.failed,
        done=what_was_done(request, event),
    )


def _person(
    request: HttpRequest, user: User, event: Event, delivery: HandDelivery, text: str
) -> HttpResponse:
    """Show one person with the links that open the message on this phone."""
    now = timezone.now()
    contact = delivery.registration.contact
    log_attendee_list(
        actor=user,
        action=AuditAction.VIEW,
        event=event,
        columns=["name", "phone", "message"],
        row_count=1,
        now=now,
        kind=QUEUE_KIND,
    )
    counts = queue_counts(event, now)
    context: dict[str, Any] = {
        "delivery": delivery,
        "name": contact.full_name,
        "reference": delivery.registration.reference,
        "phone": national_form(contact.phone),
        "dial": contact.phone,
        "what": _what(delivery),
        "language": contact.language,
        "text": text,
        "whatsapp_url": whatsapp_address(text, contact.phone),
        "sms_url": sms_address(contact.phone, text),
        "is_invented": is_demonstration(contact.phone),
        "counts": counts,
        "done_count": counts.sent + counts.failed,
        "last": settled_by(event, user),
    }
    return action_page(
        request, user, event, "desk/send_one.html", title=_("Send by hand"), **context
    )


def _what(delivery: HandDelivery) -> str:
    if delivery.link_request_id:
        return _("Asked for the lost link")
    return _("Change of the event") if delivery.change_id else _("Your message")
