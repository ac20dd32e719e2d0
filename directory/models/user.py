"""The staff user: director, editors and city organisers alike."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac


class User(AbstractUser):
    """Somebody who signs in; readers and walkers never do."""

    language = models.CharField(
        max_length=2, choices=[("ur", "Urdu"), ("en", "English")], default="ur"
    )
    name_ur = models.CharField(max_length=150, blank=True)
    # Raised when all sessions are to end: each session carries a hash in which it has a part.
    session_epoch = models.PositiveIntegerField(default=0, db_default=0)
    # Made by load_demo: the only accounts ever excused from the second factor.
    is_demonstration = models.BooleanField(default=False, db_default=False)

    class Meta(AbstractUser.Meta):
        ordering: ClassVar[list[str]] = ["username"]
        permissions: ClassVar[Any] = [("manage_staff", "Can invite, suspend and restore staff")]

    def __str__(self) -> str:
        return self.username

    @property
    def known_as(self) -> str:
        """Return the name others know this person by; the username where none was given."""
        return self.name_ur or self.get_full_name() or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what a session must carry to stay alive: it ends with the password or the epoch.

        Django's own hash holds the password alone, so that sessions outlive a suspension that
        is lifted, and a lost phone stays signed in.
        """
        known = f"{self.password}:{self.session_epoch}"
        return salted_hmac(
            "directory.session", known, secret=secret, algorithm="sha256"
        ).hexdigest()
