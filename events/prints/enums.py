"""The fixed words of the print shop."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PrintSheet(models.TextChoices):
    """What the shop draws."""

    POSTERS = "posters", _("Posters")
    PLACARDS = "placards", _("Placards")
    BADGES = "badges", _("Badges")
    SIGNS = "table-signs", _("Table signs")
    CERTIFICATES = "certificates", _("Certificates of participation")


class PrintLanguage(models.TextChoices):
    """In which language, or languages, a sheet is drawn."""

    URDU = "ur", _("Urdu")
    ENGLISH = "en", _("English")
    BOTH = "both", _("Both languages")


class BadgeRole(models.TextChoices):
    """What somebody is at an event, as the badge says it."""

    WALKER = "walker", _("Walker")
    ATTENDEE = "attendee", _("Attendee")
    LEADER = "leader", _("Group leader")
    ORGANISER = "organiser", pgettext_lazy("on a badge", "Organiser")
    VOLUNTEER = "volunteer", _("Volunteer")
    SPEAKER = "speaker", _("Speaker")
    GUEST = "guest", _("Guest")
    MEDIA = "media", pgettext_lazy("on a badge", "Media")


class BadgeSource(models.TextChoices):
    """Whose badges are printed."""

    PEOPLE = "people", _("Everybody who is registered")
    SPEAKERS = "speakers", _("The speakers")
    BLANK = "blank", _("Blank ones, to write on")


class Slogan(models.TextChoices):
    """What stands on a placard; the event's and the year's own themes come before these."""

    SIGNS = "signs", _("Know the signs")
    SALE = "sale", _("Nobody is for sale")
    DEBT = "debt", _("No debt may take anyone’s freedom")
    SCHOOL = "school", _("Children belong in school")
    WORK = "work", _("Check the job before you leave")
    PASSPORT = "passport", _("Your passport stays with you")
    STEP = "step", _("In step against human trafficking")


class TableSign(models.TextChoices):
    """What stands on tables and at corners."""

    REGISTRATION = "registration", pgettext_lazy("on a sign", "Registration")
    GROUPS = "groups", _("Schools and groups")
    GUESTS = "guests", _("Guests and speakers")
    MEDIA = "media", pgettext_lazy("on a sign", "Media")
    CHILDREN = "children", _("Meeting point for lost children")
    WOMEN = "women", _("Women’s area")
    WATER = "water", _("Drinking water")
    FIRST_AID = "first-aid", _("First aid")
    ASSEMBLY = "assembly", _("Assembly point")


class CertificateGrounds(models.TextChoices):
    """How it is known that somebody took part."""

    ARRIVED = "arrived", "Checked in at the gate"
    ORGANISER = "organiser", "The organiser says so"
