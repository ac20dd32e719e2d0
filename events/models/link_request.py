"""Who asked for their link again and can only be reached by phone: for the desk to send."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from events.models.registration import Registration


class LinkRequest(models.Model):
    """One lost link, waiting in its event's send queue; asked for again it stays one."""

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="link_requests"
    )
    asked_at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_at", "pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(handled_at__isnull=True),
                name="one_open_request_per_registration",
            )
        ]

    def __str__(self) -> str:
        return f"link request {self.pk}"
