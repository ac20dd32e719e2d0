"""The only writers of the outbox: queueing, sending, giving up and trying again."""

from messaging.services.dead_letters import (
    drop_stuck_messages,
    retry_dead_letter,
    retry_dead_letters,
)
from messaging.services.outbox import Draft, drop_messages, forget_messages, queue_messages
from messaging.services.rendering import RenderedEmail, render_email, render_sms
from messaging.services.sending import SendReport, send_due
from messaging.services.suppression import suppress_address

__all__ = [
    "Draft",
    "RenderedEmail",
    "SendReport",
    "drop_messages",
    "drop_stuck_messages",
    "forget_messages",
    "queue_messages",
    "render_email",
    "render_sms",
    "retry_dead_letter",
    "retry_dead_letters",
    "send_due",
    "suppress_address",
]
