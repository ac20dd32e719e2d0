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


class MessageAudience(models.TextChoices):
    """To whom of an event's people a message from the desk goes."""

    EVERYBODY = "everybody", "Everybody who is registered or waits"
    CONFIRMED = "confirmed", "Confirmed"
    WAITING = "waiting", "On the waiting list"
    ABSENT = "absent", "Confirmed, not yet arrived"
    ARRIVED = "arrived", "Arrived"
    GROUP = "group", "One school or organisation"
    SEATS = "seats", "Invited people of one stakeholder group"


class DeliveryState(models.TextChoices):
    """Where a message stands that an organiser sends by hand."""

    WAITING = "waiting", "To be sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Did not work"


class ListPreset(models.TextChoices):
    """What a list of attendees is for, which decides its columns."""

    DOOR = "door", "Door"
    TRANSPORT = "transport", "Transport"
    BADGES = "badges", "Badges"
    STATISTICS = "statistics", "Statistics without people"
    OWN = "own", "Own choice of columns"


class ListFileKind(models.TextChoices):
    """As which file a list is made."""

    PDF = "pdf", "PDF"
    XLSX = "xlsx", "Excel"


class ListFileState(models.TextChoices):
    """How far a file is."""

    QUEUED = "queued", "To be made"
    READY = "ready", "Ready"
    FAILED = "failed", "Given up"


class CheckInKind(models.TextChoices):
    """What a line in the ledger of a gate says."""

    ARRIVAL = "arrival", "Came in"
    UNDO = "undo", "Taken back"
    CORRECTION = "correction", "Counted anew by an organiser"


class CheckInSource(models.TextChoices):
    """How a line came into the ledger."""

    GATE = "gate", "At the gate, online"
    OFFLINE = "offline", "At the gate, sent in later"
    PAPER = "paper", "From the paper list"
    DESK = "desk", "At the desk"


class GateOutcome(models.TextChoices):
    """What a gate is told about one entry."""

    IN = "in", "In"
    PARTLY = "partly", "In, others of the party are missing"
    ALREADY_IN = "already_in", "Everybody of this pass is in already"
    CONFLICT = "conflict", "Let in, though it does not add up"
    REFUSED = "refused", "Not valid"
    UNDONE = "undone", "Taken back"
    WALK_IN = "walk_in", "Walk-in"


class UndoReason(models.TextChoices):
    """Why a check-in was taken back; no free text, in which names would be written."""

    WRONG_PERSON = "wrong_person", "Another person was meant"
    WRONG_NUMBER = "wrong_number", "The number of people was wrong"
    WENT_AWAY = "went_away", "They went away again"
    OTHER = "other", "Another reason"


class ConflictKind(models.TextChoices):
    """What does not add up between gates."""

    TWICE = "twice", "One pass came in twice"
    MORE_THAN_PARTY = "more_than_party", "More people than the party has"
    CANCELLED_MEANWHILE = "cancelled_meanwhile", "Cancelled before they came in"
    OVER_CAPACITY = "over_capacity", "A walk-in beyond the capacity"


class ConflictResolution(models.TextChoices):
    """What an organiser decided about a conflict."""

    KEEP = "keep", "The count stays as it is"
    BOTH = "both", "Both are right: all of them count"
    CORRECTED = "corrected", "The count was corrected"


class HeadcountSource(models.TextChoices):
    """How it is known how many people came."""

    GATE = "gate", "Counted at the gate"
    STEWARDS = "stewards", "Counted by stewards on the way"
    ESTIMATE = "estimate", "Estimated by the organisers"
    AUTHORITIES = "authorities", "Said by the administration or police"
    PRESS = "press", "Said in the press"
