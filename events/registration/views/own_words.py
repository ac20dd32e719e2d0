"""What the own page says in each of its states, and what it says when something was done."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.enums import RegistrationState
from events.registration.rules import OwnPageState
from messaging.enums import Channel, MessageKind, MessageState

TITLES: dict[str, tuple[Promise, Promise]] = {
    OwnPageState.CONFIRMED: (_("You are registered"), _("Show this code when you arrive.")),
    OwnPageState.WAITING: (
        _("You are on the waiting list"),
        _("You need not do anything: we tell you as soon as there are places for you."),
    ),
    OwnPageState.OFFERED: (
        _("There are places for you"),
        _("Tell us that you are coming. Until the time below the places are kept for you."),
    ),
    OwnPageState.LAPSED: (
        _("The time to answer is over"),
        _("The places went to those who waited behind you. You can register again."),
    ),
    OwnPageState.CANCELLED: (
        _("Your registration has been cancelled."),
        _("Your places are free for others. You can register again as long as places are left."),
    ),
    OwnPageState.OVER: (
        _("This event has taken place"),
        _("Thank you to everybody who came."),
    ),
    OwnPageState.CALLED_OFF: (
        _("This event has been cancelled."),
        _("You need not do anything. We are sorry, and would be glad to see you at another walk."),
    ),
}

SAID_WORDS: dict[str, Promise] = {
    "accepted": _("Thank you. You are registered."),
    "names": _("The names have been changed."),
    "names-saved": _("The names are saved."),
    "kept-both": _("Both registrations are kept."),
    "size": _("The number of people has been changed."),
    "size-slips": _(
        "The number of people has been changed. There are new slips: print them, and have each "
        "signed by a guardian."
    ),
    "size-kept": _(
        "The number of people has been changed. The organisers hold more signed slips than "
        "children are coming. None is thrown away: tell them whose are left over."
    ),
    "photographs": _("Your wish about photographs has been noted."),
    "link-sent": _("Your link is on its way by e-mail."),
    "link-limit": _(
        "Your link has been sent several times within an hour. Please look in your mailbox, "
        "or try again later."
    ),
    "too-late": _("This can no longer be changed."),
}

STATE_LABELS: dict[str, Promise] = {
    RegistrationState.CONFIRMED: _("Confirmed"),
    RegistrationState.WAITING: _("On the waiting list"),
    RegistrationState.OFFERED: _("Places offered"),
    RegistrationState.LAPSED: _("Offer ran out"),
    RegistrationState.CANCELLED: _("Cancelled"),
}

KIND_LABELS: dict[str, Promise] = {
    MessageKind.REGISTRATION_CONFIRMED: _("You are registered"),
    MessageKind.REGISTRATION_WAITING: _("You are on the waiting list"),
    MessageKind.REGISTRATION_PROMOTED: _("Places became free and you are registered"),
    MessageKind.REGISTRATION_OFFERED: _("There are places for you"),
    MessageKind.REGISTRATION_LAPSED: _("The time to answer is over"),
    MessageKind.REGISTRATION_CHANGED: _("The number of people has been changed"),
    MessageKind.REGISTRATION_CANCELLED: _("Your registration has been cancelled"),
    MessageKind.REGISTRATION_REPEATED: _("Somebody registered again with your number"),
    MessageKind.OWN_LINK: _("Your link"),
    MessageKind.REMINDER_DAY_BEFORE: _("Reminder the day before"),
    MessageKind.REMINDER_SAME_MORNING: _("Reminder in the morning"),
    MessageKind.EVENT_MOVED: _("Day, time or place has changed"),
    MessageKind.EVENT_POSTPONED: _("The event has been postponed"),
    MessageKind.EVENT_CANCELLED: _("The event has been cancelled"),
    MessageKind.EVENT_RESUMED: _("The event takes place after all"),
    MessageKind.THANK_YOU: _("Thank you"),
    MessageKind.DESK_MESSAGE: _("Message from the organisers"),
}

CHANNEL_LABELS: dict[str, Promise] = {
    Channel.EMAIL: _("Email"),
    Channel.SMS: _("SMS"),
    Channel.WHATSAPP: _("WhatsApp"),
}

MESSAGE_STATE_LABELS: dict[str, Promise] = {
    MessageState.QUEUED: _("waiting to be sent"),
    MessageState.SENT: _("sent"),
    MessageState.FAILED: _("could not be delivered"),
    MessageState.HELD: _("not sent"),
    MessageState.DROPPED: _("not sent"),
    MessageState.STUCK: _("waiting to be sent"),
}
