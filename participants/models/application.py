"""What everybody holds who applies for something: who speaks, what was answered, when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from directory.models import City
from participants.enums import ApplicationState, ConsentPurpose
from participants.models.contact import Contact
from participants.rules.limits import Limit


class Application(models.Model):
    """One application; named by its reference, never by the person behind it.

    A kind of application adds its kinds of organisation, its reasons, and what it asks for.
    """

    # Names its references, form keys and audit lines, e.g. "host".
    WORD: ClassVar[str]
    # Messages and the audit line of the list name what they are about by this.
    ABOUT: ClassVar[str]
    CONSENTS: ClassVar[tuple[ConsentPurpose, ...]]
    # How many of one phone or mailbox are taken.
    LIMIT: ClassVar[Limit]
    # Texts of the applicant's own beside the organisation's name; emptied with the person.
    OWN_WORDS: ClassVar[tuple[str, ...]]
    # What approval makes.
    MADE: ClassVar[tuple[str, ...]]

    contact = models.OneToOneField(Contact, on_delete=models.PROTECT)
    reference = models.CharField(max_length=12, unique=True)
    organisation_kind = models.CharField(max_length=20)
    organisation_name = models.CharField(max_length=160)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=ApplicationState.choices, default=ApplicationState.RECEIVED
    )
    decline_reason = models.CharField(max_length=20, blank=True)
    answer_en = models.CharField(max_length=480, blank=True)
    answer_ur = models.CharField(max_length=480, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.reference


def to_do_index(name: str) -> models.Index:
    """Return the index by which applications without an answer are found."""
    return models.Index(fields=["state", "created_at"], name=name)


def answers_are_whole(reason: str, time: str) -> list[models.BaseConstraint]:
    """Return that declining gives a reason and an answer has its time, under these names."""
    answered = [ApplicationState.APPROVED, ApplicationState.DECLINED]
    return [
        models.CheckConstraint(
            condition=~Q(state=ApplicationState.DECLINED) | ~Q(decline_reason=""), name=reason
        ),
        models.CheckConstraint(
            condition=~Q(state__in=answered) | Q(decided_at__isnull=False), name=time
        ),
    ]
