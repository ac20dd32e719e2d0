"""The fixed words of messages."""

from django.db import models


class Channel(models.TextChoices):
    """How a message travels."""

    EMAIL = "email", "E-mail"


class MessageKind(models.TextChoices):
    """What a message is about."""

    REGISTRATION_CONFIRMED = "registration-confirmed", "Registration confirmed"
    REGISTRATION_CANCELLED = "registration-cancelled", "Registration cancelled"
    PLEDGE_TO_CONFIRM = "pledge-to-confirm", "Pledge to confirm"


class MessageState(models.TextChoices):
    """Where a message stands."""

    QUEUED = "queued", "Queued"
    SENT = "sent", "Sent"
    FAILED = "failed", "Failed"
    HELD = "held", "Held back"
