"""The single-use link with which somebody chooses the password of their account."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class AccountLink(models.Model):
    """An invitation, or a way back for a forgotten password; only the token's hash is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="account_links"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"account link {self.pk}"
