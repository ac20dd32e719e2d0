"""How often something was tried lately, by somebody nobody could name from it."""

from typing import ClassVar

from django.db import models


class ThrottleCount(models.Model):
    """Tries in one window of time; the key is a salted hash, never a phone or an address."""

    key = models.CharField(max_length=64)
    window_started_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["key", "window_started_at"], name="one_count_per_window"
            )
        ]

    def __str__(self) -> str:
        return f"throttle {self.pk}"
