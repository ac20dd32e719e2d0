"""Places where events happen."""

from typing import ClassVar
from urllib.parse import urlencode

from django.db import models

from directory.models import City


class Venue(models.Model):
    """A named place in a city, with an address in both languages."""

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="venues")
    name_en = models.CharField(max_length=160)
    name_ur = models.CharField(max_length=160)
    address_en = models.CharField(max_length=240, blank=True)
    address_ur = models.CharField(max_length=240, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["city__name_en", "name_en", "pk"]

    def __str__(self) -> str:
        return f"{self.name_en}, {self.city}"

    @property
    def map_address(self) -> str:
        """An open-in-maps link by name; no map is ever drawn here."""
        query = urlencode({"api": 1, "query": f"{self.name_en}, {self.address_en}, {self.city}"})
        return f"https://www.google.com/maps/search/?{query}"
