"""Somebody who wants to host a walk in their city, and what the campaign answered."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from events.enums.hosting import DeclineReason, HostKind
from events.models.event import Event
from participants.enums import ConsentPurpose
from participants.models import Application, Contact
from participants.models.application import answers_are_whole, to_do_index
from participants.rules.limits import HOST_APPLICATIONS_OF_PHONE, Limit


class HostApplication(Application):
    """One application to host a walk."""

    WORD: ClassVar[str] = "host"
    ABOUT: ClassVar[str] = "hosting"
    CONSENTS: ClassVar[tuple[ConsentPurpose, ...]] = (ConsentPurpose.HOST,)
    LIMIT: ClassVar[Limit] = HOST_APPLICATIONS_OF_PHONE
    OWN_WORDS: ClassVar[tuple[str, ...]] = ("gathering_place",)
    MADE: ClassVar[tuple[str, ...]] = ("event", "account")

    contact = models.OneToOneField(
        Contact, on_delete=models.PROTECT, related_name="host_application"
    )
    organisation_kind = models.CharField(max_length=20, choices=HostKind.choices)
    gathering_place = models.CharField(max_length=240)
    wished_on = models.DateField(null=True, blank=True)
    wished_from = models.TimeField(null=True, blank=True)
    people_count = models.PositiveIntegerField()
    decline_reason = models.CharField(max_length=20, choices=DeclineReason.choices, blank=True)
    # What approval made: the draft event, and the account that runs it and nothing more.
    event = models.OneToOneField(
        Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="host_application"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(Application.Meta):
        indexes: ClassVar[list[models.Index]] = [to_do_index("host_applications_to_do")]
        constraints: ClassVar[list[models.BaseConstraint]] = answers_are_whole(
            "declining_gives_a_reason", "a_decision_has_its_time"
        )
