"""Messages that did not arrive, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.selectors import moment_words
from messaging.enums import Channel, MessageKind
from messaging.selectors import DeadLetter

KIND_LABELS: dict[str, Promise] = {
    MessageKind.REGISTRATION_CONFIRMED: _("Registration confirmed"),
    MessageKind.REGISTRATION_WAITING: _("On the waiting list"),
    MessageKind.REGISTRATION_PROMOTED: _("A place became free"),
    MessageKind.REGISTRATION_OFFERED: _("Places offered"),
    MessageKind.REGISTRATION_LAPSED: _("The offer ran out"),
    MessageKind.REGISTRATION_CHANGED: _("Registration changed"),
    MessageKind.REGISTRATION_CANCELLED: _("Registration cancelled"),
    MessageKind.REGISTRATION_HANDED_OVER: _("Registration handed over"),
    MessageKind.REGISTRATION_REPEATED: _("Somebody registered again"),
    MessageKind.OWN_LINK: _("The own link"),
    MessageKind.REMINDER_DAY_BEFORE: _("Reminder of the day before"),
    MessageKind.REMINDER_SAME_MORNING: _("Reminder of the same morning"),
    MessageKind.EVENT_MOVED: _("Time or place changed"),
    MessageKind.EVENT_POSTPONED: _("Postponed"),
    MessageKind.EVENT_CANCELLED: _("Cancelled"),
    MessageKind.EVENT_RESUMED: _("Takes place after all"),
    MessageKind.THANK_YOU: _("Thank you"),
    MessageKind.INVITATION: _("Invitation"),
    MessageKind.INVITATION_REMINDER: _("Reminder of the invitation"),
    MessageKind.DESK_MESSAGE: _("Message from the organisers"),
}
CHANNEL_LABELS: dict[str, Promise] = {
    Channel.EMAIL: _("E-mail"),
    Channel.SMS: _("Text message"),
    Channel.WHATSAPP: _("WhatsApp"),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """One message that did not arrive, with its words."""

    letter: DeadLetter
    kind: str
    channel: str
    written: SafeString


def failures_of(letters: Sequence[DeadLetter], language: str) -> list[Failure]:
    """Return the letters with what they are, how they travelled and when they were written."""
    return [
        Failure(
            letter=letter,
            kind=str(KIND_LABELS.get(letter.kind, _("Message"))),
            channel=str(CHANNEL_LABELS[letter.channel]),
            written=moment_words(letter.created_at, language),
        )
        for letter in letters
    ]
