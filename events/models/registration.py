"""A party's registration for an event, its people and its guardian."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from campaigns.models import Placement
from events.enums import PartyKind, RegistrationState
from events.models.event import Event
from participants.models import Contact
from urdu.folding import fold
from urdu.romanisation import name_key

# Folded, a name may be longer than it was typed.
NAME_LENGTH = 160
HOLDING_PLACES = (RegistrationState.CONFIRMED, RegistrationState.OFFERED)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Which registrations to list, and in which order."""

    def holding_places(self) -> "RegistrationQuerySet":
        """Confirmed ones, and those whose offered places are kept for them."""
        return self.filter(state__in=HOLDING_PLACES)

    def waiting_in_order(self) -> "RegistrationQuerySet":
        """Waiting ones, first come first."""
        return self.filter(state=RegistrationState.WAITING).order_by("waiting_number", "pk")

    def in_name_order(self) -> "RegistrationQuerySet":
        """Sort as Urdu sorts, the same on every database."""
        return self.order_by("sort_key", "pk")


class Registration(models.Model):
    """One party of one to many people; named by its reference, never by a person."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="registrations")
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="registration")
    reference = models.CharField(max_length=12, unique=True)
    party_size = models.PositiveSmallIntegerField()
    minors_count = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(
        max_length=10, choices=RegistrationState.choices, default=RegistrationState.CONFIRMED
    )
    # Of the leader's name; kept here so that a list of thousands sorts on one index.
    sort_key = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=PartyKind.choices, default=PartyKind.PEOPLE)
    group_name = models.CharField(max_length=160, blank=True)
    wants_no_photographs = models.BooleanField(default=False)
    # The place in the queue, drawn from Places.next_waiting_number; kept after promotion.
    waiting_number = models.PositiveIntegerField(null=True, blank=True)
    offer_expires_at = models.DateTimeField(null=True, blank=True)
    # The earlier registration with this phone and a like name; the desk merges.
    repeat_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="repeats"
    )
    # The code somebody came by, if by one.
    placement = models.ForeignKey(
        Placement, null=True, blank=True, on_delete=models.SET_NULL, related_name="registrations"
    )
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["event", "state", "sort_key", "id"], name="registration_list"),
            models.Index(
                fields=["event", "waiting_number"],
                name="registration_queue",
                condition=Q(state=RegistrationState.WAITING),
            ),
            models.Index(
                fields=["offer_expires_at"],
                name="registration_offers",
                condition=Q(state=RegistrationState.OFFERED),
            ),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(party_size__gte=1, party_size__lte=500), name="party_has_people"
            ),
            models.CheckConstraint(
                condition=Q(minors_count__lte=models.F("party_size")),
                name="minors_are_of_the_party",
            ),
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.WAITING) | Q(waiting_number__isnull=False),
                name="who_waits_has_a_number",
            ),
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.OFFERED) | Q(offer_expires_at__isnull=False),
                name="an_offer_has_a_deadline",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_repeat(self) -> bool:
        """Whether somebody with this phone and a like name was registered before."""
        return self.repeat_of_id is not None


class Attendee(models.Model):
    """One named person of a party besides its leader."""

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="attendees"
    )
    position = models.PositiveSmallIntegerField()
    full_name = models.CharField(max_length=120)
    # For searching, as of a contact.
    folded_name = models.CharField(max_length=NAME_LENGTH, default="", db_default="", blank=True)
    name_key = models.CharField(max_length=NAME_LENGTH, default="", db_default="", blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["registration", "position"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["registration", "position"], name="one_attendee_per_position"
            )
        ]

    def __str__(self) -> str:
        return f"attendee {self.pk}"

    @classmethod
    def named(cls, registration: Registration, position: int, name: str) -> "Attendee":
        """Return somebody of a party, not written yet, who can be found by their name."""
        return cls(
            registration=registration,
            position=position,
            full_name=name,
            folded_name=fold(name)[:NAME_LENGTH],
            name_key=name_key(name)[:NAME_LENGTH],
        )


class ConsentSlip(models.Model):
    """One child's printed slip, signed at home and marked received at the desk."""

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="consent_slips"
    )
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12, unique=True)
    received_at = models.DateTimeField(null=True, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["registration", "position"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["registration", "position"], name="one_slip_per_child")
        ]

    def __str__(self) -> str:
        return self.code


class Guardian(models.Model):
    """Who answers for the children of a party, and agreed to their taking part."""

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="guardian"
    )
    full_name = models.CharField(max_length=120)
    phone = models.CharField(max_length=16)
    wording_version = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    consented_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"guardian {self.pk}"
