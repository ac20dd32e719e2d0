"""A code per rickshaw, mosque or partner, how often it led on, and what people let partners do."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from campaigns.enums import PlacementKind, PlacementTarget
from campaigns.models.campaign import Campaign
from campaigns.models.organisation import Organisation
from directory.models import City
from participants.models import Contact


class Placement(models.Model):
    """One place a short link stands in; without a city it is meant for the whole country."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="placements")
    code = models.CharField(max_length=8, unique=True)
    # In staff's own words, e.g. "Rickshaw 12, Mozang"; the public never sees it.
    label = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=PlacementKind.choices)
    city = models.ForeignKey(City, null=True, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, choices=[("ur", "Urdu"), ("en", "English")])
    target = models.CharField(max_length=10, choices=PlacementTarget.choices)
    # By its address: events stand above campaigns, which know nothing of their rows.
    event_slug = models.SlugField(blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="placements"
    )
    # What was made at once is printed at once; empty for one made alone.
    series = models.CharField(max_length=8, blank=True, db_index=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    # Said here, since other managers would lose the type.
    objects: ClassVar[models.Manager["Placement"]] = models.Manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(target=PlacementTarget.EVENT) ^ Q(event_slug=""),
                name="an_event_is_named_where_one_is_meant",
            )
        ]

    def __str__(self) -> str:
        return self.code


class PlacementVisits(models.Model):
    """How often a code was opened on one day in Karachi; nothing of who opened it."""

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="visits")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["placement", "day"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["placement", "day"], name="one_count_of_visits_a_day")
        ]

    def __str__(self) -> str:
        return f"visits {self.pk}"


class PartnerConsent(models.Model):
    """Somebody lets one organisation write to them, in the very words that stood beside the box.

    The words are staff's and change, so they are kept whole and not by a version.
    """

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="partner_consents")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="consents"
    )
    wording = models.TextField()
    language = models.CharField(max_length=2)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["contact", "organisation"], name="one_consent_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"partner consent {self.pk}"


class PartnerTally(models.Model):
    """What came to a campaign through one organisation's links, counted from the rows."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="tallies")
    # People registered and not cancelled, and pledges that count.
    registered = models.PositiveIntegerField()
    pledges = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "organisation"], name="one_tally_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"partner tally {self.pk}"
