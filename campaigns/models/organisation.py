"""Organisations of the network: organisers, partners, UN agencies, government bodies."""

from typing import ClassVar

from django.db import models


class Organisation(models.Model):
    """An organisation named on pages; shown in the footer when it is in the network."""

    slug = models.SlugField(unique=True)
    name_en = models.CharField(max_length=160)
    name_ur = models.CharField(max_length=160)
    abbreviation_en = models.CharField(max_length=40, blank=True)
    abbreviation_ur = models.CharField(max_length=40, blank=True)
    kind_en = models.CharField(max_length=80, blank=True)
    kind_ur = models.CharField(max_length=80, blank=True)
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

    def __str__(self) -> str:
        return self.name_en
