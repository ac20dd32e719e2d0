"""The fixed words of hosting a walk, of planning many, and of their permission."""

from django.db import models


class HostKind(models.TextChoices):
    """What sort of organisation wants to host a walk."""

    SCHOOL = "school", "School"
    UNIVERSITY = "university", "College or university"
    MADRASA = "madrasa", "Madrasa"
    BAR = "bar", "Bar association"
    UNION = "union", "Labour union"
    NGO = "ngo", "NGO or welfare society"
    GOVERNMENT = "government", "Government office"
    BUSINESS = "business", "Business or factory"
    RESIDENTS = "residents", "Residents of a neighbourhood"
    OTHER = "other", "Other"


class DeclineReason(models.TextChoices):
    """Why an application to host could not be accepted."""

    SAME_CITY = "same-city", "There is a walk in this city already"
    TOO_SOON = "too-soon", "Too little time is left to prepare"
    PLACE = "place", "The place is not safe or needs a permission"
    NOT_REACHED = "not-reached", "We could not reach the applicant"
    AIMS = "aims", "It does not fit the aims of the campaign"
    OTHER = "other", "Another reason"


class PlanKind(models.TextChoices):
    """How many drafts were made in one action."""

    CITIES = "cities", "The same event in many cities"
    AGAIN = "again", "Events of another year again"
    YEAR = "year", "The next year"


class DateShift(models.TextChoices):
    """How last year's day becomes this year's."""

    WEEKDAY = "weekday", "The same day of the week"
    DATE = "date", "The same date"


class Caution(models.TextChoices):
    """What to think of before an event is held on a day."""

    PAST = "past", "The day is over"
    FRIDAY_PRAYER = "friday-prayer", "It meets the Friday prayer"
    FRIDAY = "friday", "A Friday"
    HOLIDAY = "holiday", "A public holiday"
    HOLIDAYS_UNKNOWN = "holidays-unknown", "Nobody has entered the year's moving holidays"
    HEAT = "heat", "Hours of heat"
    CLASH = "clash", "Another event of ours in this city"


class PermissionState(models.TextChoices):
    """Where the district administration's permission (NOC) stands; for staff only."""

    NOT_NEEDED = "not-needed", "Not needed"
    APPLIED = "applied", "Applied for"
    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"
