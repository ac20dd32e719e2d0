"""Cities of Pakistan, with the three-letter code that begins every reference."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models


class CityQuerySet(models.QuerySet["City"]):
    """Which cities to offer."""

    def in_order(self, language: str) -> "CityQuerySet":
        """Sort as the language sorts: English by name, others by the Urdu key."""
        return self.order_by("name_en" if language == "en" else "sort_key", "pk")


class City(models.Model):
    """A city or town; never drawn on an outline of the country."""

    slug = models.SlugField(unique=True)
    code = models.CharField(
        max_length=3, unique=True, validators=[RegexValidator(r"^[A-Z]{3}$", "Three capitals.")]
    )
    name_en = models.CharField(max_length=80)
    name_ur = models.CharField(max_length=80)
    province_en = models.CharField(max_length=80)
    province_ur = models.CharField(max_length=80)
    latitude = models.DecimalField(max_digits=7, decimal_places=4)
    longitude = models.DecimalField(max_digits=7, decimal_places=4)
    is_walk_city = models.BooleanField(default=False)
    sort_key = models.CharField(max_length=160, editable=False)

    objects = CityQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["name_en", "pk"]
        verbose_name_plural = "cities"

    def __str__(self) -> str:
        return self.name_en
