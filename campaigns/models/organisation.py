"""Organisations of the network: organisers, partners, UN agencies, government bodies."""

from typing import Any, ClassVar

from django.db import models

from campaigns.enums import OrganisationKind
from directory.models import CampaignImage, City


class Organisation(models.Model):
    """An organisation named on pages; shown in the footer when it is in the network."""

    slug = models.SlugField(unique=True)
    name_en = models.CharField(max_length=160)
    name_ur = models.CharField(max_length=160)
    abbreviation_en = models.CharField(max_length=40, blank=True)
    abbreviation_ur = models.CharField(max_length=40, blank=True)
    kind_en = models.CharField(max_length=80, blank=True)
    kind_ur = models.CharField(max_length=80, blank=True)
    # What lists are narrowed by; the pair above says it in the organisation's own words.
    kind = models.CharField(
        max_length=20, choices=OrganisationKind.choices, blank=True, default="", db_default=""
    )
    city = models.ForeignKey(
        City, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations"
    )
    website = models.URLField(blank=True, default="", db_default="")
    # Shown while its picture may be published; described by the picture's own words.
    logo = models.ForeignKey(
        CampaignImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    work_en = models.TextField(blank=True)
    work_ur = models.TextField(blank=True)
    # What the organisation would write about; both halves, or its box stands on no form.
    consent_line_en = models.CharField(max_length=240, blank=True, default="", db_default="")
    consent_line_ur = models.CharField(max_length=240, blank=True, default="", db_default="")
    is_in_network = models.BooleanField(default=False)
    source_title_en = models.CharField(max_length=400, blank=True)
    source_title_ur = models.CharField(max_length=400, blank=True)
    source_url = models.CharField(max_length=1200, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name_en", "pk"]
        # Here, since nobody may have rights on the applications themselves.
        permissions: ClassVar[Any] = [("manage_network", "Can verify organisations at the desk")]

    def __str__(self) -> str:
        return self.name_en
