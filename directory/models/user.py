"""The staff user: director, editors and city organisers alike."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody who signs in; readers and walkers never do."""

    language = models.CharField(
        max_length=2, choices=[("ur", "Urdu"), ("en", "English")], default="ur"
    )
    name_ur = models.CharField(max_length=150, blank=True)

    class Meta(AbstractUser.Meta):
        ordering: ClassVar[list[str]] = ["username"]

    def __str__(self) -> str:
        return self.username
