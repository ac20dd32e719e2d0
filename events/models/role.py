"""Who may work at which event's desk."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from events.enums import EventRoleKind
from events.models.event import Event


class EventRole(models.Model):
    """A staff user's role at one event, and nothing more."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="event_roles"
    )
    role = models.CharField(max_length=10, choices=EventRoleKind.choices)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "user"], name="one_role_per_event_and_user")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
