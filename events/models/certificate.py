"""Certificates of participation: a name as it was printed, and the code that vouches for it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from events.models.event import Event
from events.models.registration import Registration


class Certificate(models.Model):
    """One printed certificate; erasure empties the name, and the code still says what it was for.

    `position` is 1 for the party's leader, an Attendee's position for the others; both it and
    the registration are empty for a name that an organiser typed. `grounds` says how it is known
    that the person took part (CertificateGrounds).
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="certificates")
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="certificates"
    )
    position = models.PositiveSmallIntegerField(null=True, blank=True)
    full_name = models.CharField(max_length=120, blank=True)
    code = models.CharField(max_length=14, unique=True)
    # A child's name stands on the paper and on no public page.
    shows_name = models.BooleanField(default=True)
    grounds = models.CharField(max_length=10)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["registration", "position"],
                condition=Q(withdrawn_at__isnull=True, registration__isnull=False),
                name="one_certificate_per_person",
            )
        ]

    def __str__(self) -> str:
        return self.code
