"""Writing messages into the outbox and sending what is due; the only writers of the outbox."""

import datetime
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F
from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import mark_safe

from directory.selectors import main_helpline
from messaging.channels import Email, send_email
from messaging.enums import Channel, MessageKind, MessageState
from messaging.errors import PermanentDeliveryError, TemporaryDeliveryError
from messaging.models import OutboxMessage
from messaging.rules.delivery import (
    LEASE_SECONDS,
    SEND_DEADLINE_SECONDS,
    is_unreachable,
    next_attempt_at,
)
from messaging.rules.headers import safe_header, safe_message_id
from messaging.rules.plain_text import as_plain_text

logger = logging.getLogger(__name__)
SUBJECT_MAX_LENGTH = 200
TAKEN_BY_OTHERS = 20
WIPED: dict[str, object] = {"recipient": "", "context": {}}
Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class RenderedEmail:
    """The words of one e-mail: subject on one line, plain text, HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class SendReport:
    """How many messages left, wait for another try, failed for good, or were held back."""

    sent: int = 0
    retried: int = 0
    failed: int = 0
    held: int = 0

    @property
    def total(self) -> int:
        """Every message that was dealt with."""
        return self.sent + self.retried + self.failed + self.held


def render_email(template: str, context: Mapping[str, object], language: str) -> RenderedEmail:
    """Render emails/<template>.subject.txt, .txt and .html in the person's language.

    The .txt templates are not escaped, extend emails/base.txt and fill its block "body";
    the .html one extends emails/base.html and fills its block "body" (and may use the classes
    "button" and "fine"). Beside the context they get language, direction,
    site_name and main_helpline. Filters such as `clock` and `isolate` serve in both: their
    <bdi> becomes U+2066…U+2069 in plain text. Subject and first lines are what a locked
    phone shows to whoever holds it: they never say what the campaign is about.
    """
    words: dict[str, object] = {
        **{key: mark_safe(str(v)) if key.endswith("_html") else v for key, v in context.items()},
        "language": language,
        "direction": "rtl" if language in settings.LANGUAGES_BIDI else "ltr",
        "main_helpline": main_helpline(),
    }
    with translation.override(language):
        words["site_name"] = translation.gettext("Hamqadam")
        subject = _rendered(f"{template}.subject.txt", words, is_html=False)
        text = _rendered(f"{template}.txt", words, is_html=False)
        html = _rendered(f"{template}.html", words, is_html=True)
    return RenderedEmail(" ".join(subject.split()), as_plain_text(text, language), html)


def _rendered(name: str, words: dict[str, object], *, is_html: bool) -> str:
    template = Engine.get_default().get_template(f"emails/{name}")
    return str(template.render(Context(words, autoescape=is_html)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One message as it is put into the outbox; rendered in its language when it is sent.

    `message_id` is the whole header, made from what the message reports and never random,
    e.g. "<registration-confirmed.lhe-7k2qf@example.org>". `context` holds JSON values only;
    a key ending in "_html" is safe HTML. `about` names an event or campaign, never a person.
    """

    kind: MessageKind
    channel: Channel
    recipient: str
    language: str
    context: Mapping[str, object]
    message_id: str
    about: str = ""
    not_before: datetime.datetime | None = None
    not_after: datetime.datetime | None = None


def queue_messages(*, drafts: Iterable[Draft], now: datetime.datetime) -> int:
    """Put messages into the outbox, in the caller's transaction; return how many were new.

    Queued again, a message_id gives the row that is there already. Raises UnsafeHeader for an
    address with a line break.
    """
    rows = [_row_of(draft, now) for draft in drafts if draft.recipient]
    known = set(
        OutboxMessage.objects.filter(message_id__in=[row.message_id for row in rows]).values_list(
            "message_id", flat=True
        )
    )
    fresh = [row for row in rows if row.message_id not in known]
    OutboxMessage.objects.bulk_create(fresh, batch_size=500, ignore_conflicts=True)
    return len(fresh)


def _row_of(draft: Draft, now: datetime.datetime) -> OutboxMessage:
    return OutboxMessage(
        kind=draft.kind,
        channel=draft.channel,
        language=draft.language,
        recipient=safe_header(draft.recipient),
        template=draft.kind.value.replace("-", "_"),
        context=dict(draft.context),
        message_id=safe_message_id(draft.message_id),
        about=draft.about,
        not_after=draft.not_after,
        created_at=now,
        next_attempt_at=max(now, draft.not_before or now),
    )


def send_due(*, now: datetime.datetime, clock: Clock, limit: int = 100) -> SendReport:
    """Send what is due at `now`, oldest first; `clock` tells the time of each claim.

    A message is claimed by one conditional UPDATE, sent outside any transaction and then
    marked, so that several workers send each message once. One whose worker died while
    sending becomes due again when its lease ends, and carries the same Message-ID.
    """
    due = OutboxMessage.objects.due(now).order_by("next_attempt_at", "pk")
    outcomes: list[MessageState] = []
    # More than asked for: other workers look at the same rows and take some first.
    for key in due.values_list("pk", flat=True)[: limit + TAKEN_BY_OTHERS]:
        outcome = _send_one(key, clock)
        outcomes += [outcome] if outcome else []
        if len(outcomes) >= limit:
            break
    return SendReport(
        sent=outcomes.count(MessageState.SENT),
        retried=outcomes.count(MessageState.QUEUED),
        failed=outcomes.count(MessageState.FAILED),
        held=outcomes.count(MessageState.HELD),
    )


def _send_one(key: int, clock: Clock) -> MessageState | None:
    """Return where the message stands now; None when another worker has it."""
    message = _claimed(key, clock())
    if message is None:
        return None
    if is_unreachable(message.recipient):
        return _leave_queue(message, MessageState.HELD, last_error="demonstration address")
    try:
        send_email(email=_email_of(message), deadline_seconds=SEND_DEADLINE_SECONDS)
    except PermanentDeliveryError as error:
        return _failed(message, str(error))
    except TemporaryDeliveryError as error:
        return _put_off(message, str(error), clock())
    return _leave_queue(message, MessageState.SENT, sent_at=clock(), last_error="")


def _claimed(key: int, now: datetime.datetime) -> OutboxMessage | None:
    lease_until = now + datetime.timedelta(seconds=LEASE_SECONDS)
    claimed_count = (
        OutboxMessage.objects.due(now)
        .filter(pk=key)
        .update(lease_until=lease_until, attempt_count=F("attempt_count") + 1)
    )
    # Not found by this lease: another worker has claimed it again, or sent it.
    is_ours = {"pk": key, "lease_until": lease_until, "state": MessageState.QUEUED}
    return OutboxMessage.objects.filter(**is_ours).first() if claimed_count else None


def _email_of(message: OutboxMessage) -> Email:
    words = render_email(message.template, message.context, message.language)
    return Email(
        recipient=message.recipient,
        subject=safe_header(words.subject)[:SUBJECT_MAX_LENGTH],
        text=words.text,
        html=words.html,
        message_id=message.message_id,
        language=message.language,
    )


def _failed(message: OutboxMessage, error: str) -> MessageState:
    logger.warning("message %s (%s) was refused: %s", message.pk, message.kind, error)
    return _leave_queue(message, MessageState.FAILED, last_error=error)


def _put_off(message: OutboxMessage, error: str, now: datetime.datetime) -> MessageState:
    later = next_attempt_at(message.attempt_count, now)
    if later is None:
        return _failed(message, error)
    logger.warning("message %s (%s) waits for another try: %s", message.pk, message.kind, error)
    # Only while the lease is ours: whoever took over meanwhile decides.
    OutboxMessage.objects.filter(
        pk=message.pk, state=MessageState.QUEUED, lease_until=message.lease_until
    ).update(lease_until=None, next_attempt_at=later, last_error=error)
    return MessageState.QUEUED


def _leave_queue(message: OutboxMessage, state: MessageState, **changes: object) -> MessageState:
    """Mark the end of a message and wipe its address and words."""
    OutboxMessage.objects.filter(pk=message.pk, state=MessageState.QUEUED).update(
        state=state, lease_until=None, **WIPED, **changes
    )
    return state
