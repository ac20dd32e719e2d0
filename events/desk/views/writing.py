"""Writing to the people of an event: the form, who is reached at which cost, then one POST."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.forms.talking import DISCREET, MessageForm
from events.desk.lists.talking import audience_words, cost_words, told_line
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import CONFLICT, Done, action_page, lead_to, run_event
from events.models import Event
from events.talking.errors import NobodyToTell, NoMessageAboutThePast
from events.talking.notifications import previews_of
from events.talking.rules import cost_of_texts, key_purpose, names_the_campaign
from events.talking.selectors.addressees import (
    GroupChoice,
    addressees,
    audiences_of,
    groups_of,
    last_moment,
    may_be_thanked_only,
    reach_of,
    ways_to,
)
from events.talking.services.messages import send_desk_message
from messaging.enums import Channel
from messaging.rules.quiet_hours import send_from
from messaging.selectors import phone_channel
from participants.enums import AuditAction
from participants.errors import KeyNotOurs, KeyReused
from participants.rules.keys import issue_key, key_of

GROUPS_KIND = "groups"


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def write_message(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show the form; on POST whom it reaches and in which words; once confirmed, send it."""
    event = run_event(user, slug)
    now = timezone.now()
    try:
        last_moment(event, now)
    except NoMessageAboutThePast:
        return _too_late(request, user, event)
    groups = groups_of(event, now)
    if groups:
        log_attendee_list(
            actor=user,
            action=AuditAction.VIEW,
            event=event,
            columns=["group_name", "party_size"],
            row_count=len(groups),
            now=now,
            kind=GROUPS_KIND,
        )
    form = MessageForm(
        request.POST if request.method == "POST" else None,
        audiences=audiences_of(event, now),
        groups=groups,
        initial={"to": request.GET.get("to", "")},
    )
    if request.method != "POST" or request.POST.get("back") or not form.is_valid():
        return _form_page(request, user, event, form, now)
    if request.POST.get("confirmed"):
        return _sent(request, user, event, form, groups, now)
    return _check_page(request, user, event, form, groups, now)


def _form_page(
    request: HttpRequest, user: User, event: Event, form: MessageForm, now: datetime.datetime
) -> HttpResponse:
    return action_page(
        request,
        user,
        event,
        "desk/message.html",
        title=_("Write a message"),
        form=form,
        is_thanks=may_be_thanked_only(event, now),
    )


def _check_page(
    request: HttpRequest,
    user: User,
    event: Event,
    form: MessageForm,
    groups: list[GroupChoice],
    now: datetime.datetime,
) -> HttpResponse:
    draft = form.draft()
    reach = reach_of(ways_to(list(addressees(event, draft.audience, draft.of))))
    previews = previews_of(event, draft)
    parts = {preview.language: preview.part_count for preview in previews}
    is_sms = phone_channel() == Channel.SMS
    cost = cost_of_texts(reach.texts, parts, settings.SMS_PART_PRICE)
    words = ngettext("Send to %(count)d party", "Send to %(count)d parties", reach.parties)
    return action_page(
        request,
        user,
        event,
        "desk/message_check.html",
        title=_("Is everything right?"),
        form=form,
        key=issue_key(key_purpose(event.slug)),
        audience=audience_words(draft.audience, draft.of, groups),
        reach=reach,
        text_count=sum(reach.texts.values()),
        cost=cost_words(cost) if is_sms else "",
        previews=previews,
        warning=str(DISCREET) if any(map(names_the_campaign, draft.texts().values())) else "",
        waits_for_morning=bool(cost.people) and send_from(Channel.SMS, now) > now,
        button=words % {"count": reach.parties},
    )


def _sent(
    request: HttpRequest,
    user: User,
    event: Event,
    form: MessageForm,
    groups: list[GroupChoice],
    now: datetime.datetime,
) -> HttpResponse:
    draft = form.draft()
    try:
        key = key_of(request.POST.get("key", ""), key_purpose(event.slug))
        message = send_desk_message(
            event=event,
            draft=draft,
            previews=previews_of(event, draft),
            key=key,
            actor=user,
            now=now,
        )
    except (KeyNotOurs, KeyReused, NobodyToTell):
        # Too old, or changed since: looked at once more, nothing is sent twice or to nobody.
        return _check_page(request, user, event, form, groups, now)
    except NoMessageAboutThePast:
        return _too_late(request, user, event)
    words = _("The message is on its way.")
    done = Done(event.slug, f"{words} {told_line(message)}")
    return lead_to(request, desk_url("messages", event.slug), done)


def _too_late(request: HttpRequest, user: User, event: Event) -> HttpResponse:
    return action_page(
        request,
        user,
        event,
        "desk/message_too_late.html",
        title=_("This event is over"),
        status=CONFLICT,
    )
