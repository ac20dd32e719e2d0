"""What staff do to many rows at once: who did it and when, and who took it back."""

from django.conf import settings
from django.db import models


class Undoable(models.Model):
    """Something done once by its key, that can be taken back once."""

    submission_key = models.CharField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
