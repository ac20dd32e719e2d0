"""What staff did to many pledges at once, so that it can be taken back exactly."""

from typing import ClassVar

from django.db import models

from campaigns.enums import PledgeState
from campaigns.models.campaign import Campaign
from campaigns.models.pledge import Pledge
from campaigns.models.undoable import Undoable


class PledgeMeasure(Undoable):
    """One marking of pledges by a condition; `mark` is the state they were given."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="measures")
    mark = models.CharField(max_length=10, choices=PledgeState.choices)
    # Field and value of each condition, e.g. {"email_domain": "mail.test"}; emptied in time.
    conditions = models.JSONField(default=dict)
    pledge_count = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"measure {self.pk}"


class MeasuredPledge(models.Model):
    """A pledge that was marked, and the state it had before."""

    measure = models.ForeignKey(PledgeMeasure, on_delete=models.CASCADE, related_name="pledges")
    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="+")
    earlier_state = models.CharField(max_length=10, choices=PledgeState.choices)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["measure", "pledge"], name="marked_once_by_a_measure")
        ]

    def __str__(self) -> str:
        return f"marked {self.pk}"
