"""The fixed words of events."""

from django.db import models


class EventKind(models.TextChoices):
    """What sort of event it is."""

    WALK = "walk", "Walk"
    SEMINAR = "seminar", "Seminar"
    CONFERENCE = "conference", "Conference"
    TRAINING = "training", "Training"
    PRESS = "press", "Press conference"
    WEBINAR = "webinar", "Webinar"


class DatePrecision(models.TextChoices):
    """How much is known of when an event was or will be; nothing is invented."""

    TIME = "time", "Day and hour"
    DAY = "day", "Day only"
    MONTH = "month", "Month only"
    UNKNOWN = "unknown", "Not recorded"


class EventState(models.TextChoices):
    """What the organisers decided."""

    ANNOUNCED = "announced", "Announced"
    OPEN = "open", "Open for registration"
    CLOSED = "closed", "Registration closed"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


class EventStatus(models.TextChoices):
    """What a reader sees: the state, the clock and the places together."""

    ANNOUNCED = "announced", "Announced"
    SOON = "soon", "Registration opens later"
    OPEN = "open", "Open"
    FEW = "few", "Few places left"
    QUEUE = "queue", "Full, waiting list open"
    FULL = "full", "Full"
    CLOSED = "closed", "Registration closed"
    INVITATION = "invitation", "By invitation"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"
    OVER = "over", "Over"


class StatusReason(models.TextChoices):
    """Why a reader sees what they see; what an organiser would have to change."""

    CANCELLED = "cancelled", "The organisers cancelled"
    POSTPONED = "postponed", "The organisers postponed"
    ENDED = "ended", "Its time is over"
    ENDED_UNDATED = "ended-undated", "Closed, without a day and without registration"
    BY_INVITATION = "by-invitation", "Only invited people come"
    NO_PLACES_SET = "no-places-set", "No capacity is set"
    NOT_OPENED = "not-opened", "The organisers have not opened registration"
    OPENS_LATER = "opens-later", "The window has not begun"
    CLOSED_BY_HAND = "closed-by-hand", "The organisers closed registration"
    CLOSED_BY_CLOCK = "closed-by-clock", "The window has ended"
    OTHERS_WAIT = "others-wait", "Free places belong to those who wait"
    ALL_TAKEN = "all-taken", "All places are taken"
    FEW_LEFT = "few-left", "Few places are left"
    PLACES_LEFT = "places-left", "Places are left"


class RegistrationState(models.TextChoices):
    """Whether a registration holds places."""

    CONFIRMED = "confirmed", "Confirmed"
    WAITING = "waiting", "On the waiting list"
    OFFERED = "offered", "Places offered"
    LAPSED = "lapsed", "Offer ran out"
    CANCELLED = "cancelled", "Cancelled"


class EventRoleKind(models.TextChoices):
    """What somebody may do at an event's desk."""

    ORGANISER = "organiser", "Organiser"
    HOST = "host", "Partner host"
    VOLUNTEER = "volunteer", "Gate volunteer"


class PromotionPolicy(models.TextChoices):
    """What happens when a waiting party's turn comes."""

    DIRECT = "direct", "Registered at once"
    OFFER = "offer", "Asked first, with a deadline"


class Audience(models.TextChoices):
    """Who may register."""

    OPEN = "open", "Everybody"
    INVITATION = "invitation", "Invited people only"


class PartyKind(models.TextChoices):
    """What sort of party comes."""

    PEOPLE = "people", "A person, family or friends"
    GROUP = "group", "A school, madrasa or organisation"


class StakeholderGroup(models.TextChoices):
    """Who an invitation-only seminar keeps seats for."""

    PARLIAMENT = "parliament", "Parliament"
    LAW_ENFORCEMENT = "law-enforcement", "Law enforcement"
    JUDICIARY = "judiciary", "Judiciary"
    MEDIA = "media", "Media"
    NGO = "ngo", "NGOs"
    ACADEMIA = "academia", "Academia"
    OTHER = "other", "Others"


class InvitationState(models.TextChoices):
    """What an invited person has answered."""

    SENT = "sent", "Not answered yet"
    ACCEPTED = "accepted", "Coming"
    DECLINED = "declined", "Not coming"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ChangeKind(models.TextChoices):
    """What organisers changed about an event."""

    MOVED = "moved", "Moved"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"
    RESUMED = "resumed", "Takes place after all"


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


class HostApplicationState(models.TextChoices):
    """Where an application to host stands."""

    RECEIVED = "received", "Received"
    APPROVED = "approved", "Approved"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


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
