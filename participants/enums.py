"""The fixed words of people's data."""

from django.db import models


class ConsentPurpose(models.TextChoices):
    """What somebody agreed to."""

    REGISTRATION = "registration", "Messages about this event"
    HAND_OVER = "hand-over", "Messages about this event, agreed through the earlier holder"
    GUARDIAN = "guardian", "A guardian lets a child take part"
    PLEDGE = "pledge", "Counting this pledge"
    HOST = "host", "Messages about hosting a walk"
    JOIN = "join", "Messages about joining the network"
    NETWORK = "network", "The network's statement"
    WALL = "wall", "Showing a first name and city"


class AuditAction(models.TextChoices):
    """What was done with a list of people."""

    VIEW = "view", "Viewed"
    PRINT = "print", "Printed"
    EXPORT = "export", "Exported"
    CHANGE = "change", "Changed"


class ApplicationState(models.TextChoices):
    """Where an application stands."""

    RECEIVED = "received", "Received"
    APPROVED = "approved", "Approved"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"
