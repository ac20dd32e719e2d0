"""One person's details for one registration or pledge; a phone is not a person."""

from typing import ClassVar

from django.db import models

from participants.enums import ConsentPurpose


class Contact(models.Model):
    """Name and ways to reach somebody; a family may share the phone."""

    full_name = models.CharField(max_length=120)
    phone = models.CharField(max_length=16, blank=True, db_index=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2)
    folded_name = models.CharField(max_length=160, blank=True)
    # One part per word: the Urdu and the Roman spelling of a name meet in it.
    name_key = models.CharField(max_length=160, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        # Log entries and error reports print this: never a name or a phone.
        return f"contact {self.pk}"


class Consent(models.Model):
    """What was agreed to, in which words and language, and when."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=ConsentPurpose.choices)
    wording_version = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    given_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"consent {self.pk}"


class OwnLink(models.Model):
    """A way back for somebody without an account; only the token's hash is kept."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="own_links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"own link {self.pk}"
