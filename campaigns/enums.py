"""The fixed words of campaigns."""

from django.db import models


class PledgeState(models.TextChoices):
    """Whether a pledge counts."""

    PENDING = "pending", "Pending"
    CONFIRMED = "confirmed", "Confirmed"
    WITHDRAWN = "withdrawn", "Withdrawn"
    # Confirmed, and held until staff have looked at it.
    SUSPECT = "suspect", "Suspect"
    INVALID = "invalid", "Invalid"


class ConfirmedBy(models.TextChoices):
    """How somebody proved that the pledge is theirs."""

    EMAIL = "email", "Button behind the link in an e-mail"
    CODE = "code", "Code sent by SMS"
    MESSAGE = "message", "Message the person sent first"


class WallState(models.TextChoices):
    """Whether a first name stands on the pledge wall."""

    NOT_ASKED = "", "Not wanted"
    WAITING = "waiting", "Waits for a look"
    SHOWN = "shown", "Shown"
    REFUSED = "refused", "Not shown"


class MessageSource(models.TextChoices):
    """Where a message came from that somebody sent first."""

    WHATSAPP = "whatsapp", "WhatsApp"
    SMS = "sms", "SMS"
    SHEET = "sheet", "Sheet of messages or missed calls"


class MessageOutcome(models.TextChoices):
    """What a message did that somebody sent first."""

    COUNTED = "counted", "A pledge was confirmed"
    COUNTED_BEFORE = "counted-before", "This number is counted already"
    OTHER_NUMBER = "other-number", "The code belongs to another number"
    NO_PLEDGE = "no-pledge", "No pledge waits for this number"
    UNREADABLE = "unreadable", "No mobile number of Pakistan"


class TallyMeasure(models.TextChoices):
    """What is counted for a year and a city, in the order in which it is shown."""

    EVENTS = "events", "Events"
    REGISTERED = "registered", "Registered"
    ATTENDED = "attended", "Attended"
    ESTIMATED = "estimated", "Estimated"
    PLEDGES = "pledges", "Pledges"
    ORGANISATIONS = "organisations", "Organisations"


class OrganisationKind(models.TextChoices):
    """What sort of organisation stands in the network."""

    NGO = "ngo", "NGO or welfare society"
    SCHOOL = "school", "School"
    UNIVERSITY = "university", "College or university"
    MADRASA = "madrasa", "Madrasa"
    BAR = "bar", "Bar association"
    UNION = "union", "Labour union"
    GOVERNMENT = "government", "Government body"
    INTERNATIONAL = "international", "UN or intergovernmental agency"
    MEDIA = "media", "Media"
    BUSINESS = "business", "Business or factory"
    OTHER = "other", "Other organisation"


class JoinDeclineReason(models.TextChoices):
    """Why an organisation could not be taken into the network."""

    NOT_FOUND = "not-found", "We could not find the organisation"
    NOT_REACHED = "not-reached", "We could not reach the contact person"
    KNOWN = "known", "The organisation is in the network already"
    AIMS = "aims", "It does not fit the aims of the network"
    OTHER = "other", "Another reason"


class PlacementKind(models.TextChoices):
    """What carries a placement's code."""

    RICKSHAW = "rickshaw", "Rickshaw"
    MOSQUE = "mosque", "Mosque"
    SCHOOL = "school", "School"
    SHOP = "shop", "Shop"
    BANNER = "banner", "Banner"
    LEAFLET = "leaflet", "Leaflet"
    PARTNER = "partner", "Partner's link"
    OTHER = "other", "Other"


class PlacementTarget(models.TextChoices):
    """What a placement's short link leads to; never an address somebody typed."""

    EVENT = "event", "An event"
    PLEDGE = "pledge", "The pledge"
    EVENTS = "events", "All walks and events"
    HOME = "home", "The first page"
    HELP = "help", "Help and helplines"
