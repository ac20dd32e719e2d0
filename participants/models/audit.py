"""The append-only log: every list of people that left, and everything done to staff accounts."""

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models

from participants.enums import AuditAction
from participants.errors import AuditLogIsAppendOnly


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    """Reading only."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: the log is append-only."""
        raise AuditLogIsAppendOnly

    def delete(self) -> NoReturn:
        """Refuse: the log is append-only."""
        raise AuditLogIsAppendOnly


class AuditEntry(models.Model):
    """Who took which list, of which event, in which form; never a name or a phone."""

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=10, choices=AuditAction.choices)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=120)
    columns = models.JSONField(default=list)
    row_count = models.PositiveIntegerField()
    # The staff account something was done to, where it was done to one: an id, never a name.
    whom = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        default_permissions = ("view",)
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.action} {self.kind} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new line; refuse to change an old one."""
        if self.pk is not None:
            raise AuditLogIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: the log is append-only."""
        raise AuditLogIsAppendOnly
