"""The fixed words of campaigns."""

from django.db import models


class PledgeState(models.TextChoices):
    """Whether a pledge counts."""

    PENDING = "pending", "Pending"
    CONFIRMED = "confirmed", "Confirmed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class TallyMeasure(models.TextChoices):
    """What is counted for a year and a city, in the order in which it is shown."""

    EVENTS = "events", "Events"
    REGISTERED = "registered", "Registered"
    ATTENDED = "attended", "Attended"
    ESTIMATED = "estimated", "Estimated"
    PLEDGES = "pledges", "Pledges"
    ORGANISATIONS = "organisations", "Organisations"
