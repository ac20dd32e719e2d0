"""The fixed words of the desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AttendeeSort(models.TextChoices):
    """In which order a list of attendees stands."""

    NAME = "name", _("Name")
    CODE = "code", _("Reference number")
    TIME = "time", _("Time of registration")
    GROUP = "group", _("School or organisation")
