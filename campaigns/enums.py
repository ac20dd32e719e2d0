"""The fixed words of campaigns."""

from django.db import models


class PledgeState(models.TextChoices):
    """Whether a pledge counts."""

    PENDING = "pending", "Pending"
    CONFIRMED = "confirmed", "Confirmed"
    WITHDRAWN = "withdrawn", "Withdrawn"
