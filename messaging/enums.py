"""The fixed words of messages."""

from django.db import models


class Channel(models.TextChoices):
    """How a message travels."""

    EMAIL = "email", "E-mail"
    SMS = "sms", "SMS"
    WHATSAPP = "whatsapp", "WhatsApp"


class MessageKind(models.TextChoices):
    """What a message is about."""

    REGISTRATION_CONFIRMED = "registration-confirmed", "Registration confirmed"
    REGISTRATION_WAITING = "registration-waiting", "On the waiting list"
    REGISTRATION_PROMOTED = "registration-promoted", "A place became free"
    REGISTRATION_OFFERED = "registration-offered", "Places offered"
    REGISTRATION_LAPSED = "registration-lapsed", "Offer ran out"
    REGISTRATION_CHANGED = "registration-changed", "Registration changed"
    REGISTRATION_CANCELLED = "registration-cancelled", "Registration cancelled"
    REGISTRATION_HANDED_OVER = "registration-handed-over", "Registration handed over"
    REGISTRATION_REPEATED = "registration-repeated", "Somebody registered again"
    OWN_LINK = "own-link", "The own link, sent again"
    REMINDER_DAY_BEFORE = "reminder-day-before", "The day before"
    REMINDER_SAME_MORNING = "reminder-same-morning", "The same morning"
    EVENT_MOVED = "event-moved", "Time or place changed"
    EVENT_POSTPONED = "event-postponed", "Postponed"
    EVENT_CANCELLED = "event-cancelled", "Cancelled"
    EVENT_RESUMED = "event-resumed", "Takes place after all"
    THANK_YOU = "thank-you", "Thank you"
    INVITATION = "invitation", "Invitation"
    INVITATION_REMINDER = "invitation-reminder", "Invitation, not answered yet"
    PLEDGE_TO_CONFIRM = "pledge-to-confirm", "Pledge to confirm"
    PLEDGE_CODE = "pledge-code", "Code to confirm a pledge"
    PLEDGE_COUNTED = "pledge-counted", "Pledge counted, thanks"
    PLEDGE_REMINDER = "pledge-reminder", "Pledge not confirmed yet"
    STAFF_INVITATION = "staff-invitation", "Invitation to the desk"
    STAFF_PASSWORD = "staff-password", "A new password for the desk"
    HOST_RECEIVED = "host-received", "Application to host received"
    HOST_APPROVED = "host-approved", "Application to host approved"
    HOST_DECLINED = "host-declined", "Application to host declined"
    JOIN_RECEIVED = "join-received", "Application to join received"
    JOIN_APPROVED = "join-approved", "Application to join approved"
    JOIN_DECLINED = "join-declined", "Application to join declined"
    DESK_MESSAGE = "desk-message", "Message from the organisers"


# What anybody who knows an address can have sent to it, by typing it into a form: capped by day.
ON_REQUEST = (
    MessageKind.REGISTRATION_CONFIRMED,
    MessageKind.REGISTRATION_WAITING,
    MessageKind.REGISTRATION_CHANGED,
    MessageKind.REGISTRATION_CANCELLED,
    MessageKind.REGISTRATION_HANDED_OVER,
    MessageKind.REGISTRATION_REPEATED,
    MessageKind.OWN_LINK,
    MessageKind.STAFF_PASSWORD,
    MessageKind.PLEDGE_TO_CONFIRM,
    MessageKind.PLEDGE_CODE,
    MessageKind.HOST_RECEIVED,
    MessageKind.JOIN_RECEIVED,
)


class MessageState(models.TextChoices):
    """Where a message stands."""

    QUEUED = "queued", "Queued"
    SENT = "sent", "Sent"
    FAILED = "failed", "Failed"
    HELD = "held", "Held back"
    # The provider was away longer than we try: kept with its words, for staff to send again.
    STUCK = "stuck", "Given up for now"
    DROPPED = "dropped", "Too late to be of use"


class SuppressionReason(models.TextChoices):
    """Why nothing is sent to an address any more."""

    BOUNCE = "bounce", "It does not arrive"
    COMPLAINT = "complaint", "Its owner complained"
    UNSUBSCRIBED = "unsubscribed", "Its owner asked for no more"


class Reach(models.TextChoices):
    """How an organiser reaches somebody: by what is sent from here, or by calling."""

    EMAIL = "email", "E-mail"
    SMS = "sms", "SMS"
    WHATSAPP = "whatsapp", "WhatsApp"
    PHONE = "phone", "Phone"
