"""The fixed words of staff accounts."""

from django.db import models

from events.enums import EventRoleKind


class StaffKind(models.TextChoices):
    """As what somebody is invited: for the whole campaign, or for events."""

    ORGANISER = "organiser", "City organiser"
    HOST = "host", "Partner host"
    VOLUNTEER = "volunteer", "Gate volunteer"
    EDITOR = "editor", "Editor"
    TRANSLATOR = "translator", "Translator"
    REVIEWER = "reviewer", "Reviewer"
    DATA_OFFICER = "data-officer", "Data officer"
    DIRECTOR = "director", "Director"


# What a kind is: a group of the whole campaign, or a role at events.
GROUP_OF_KIND = {
    StaffKind.EDITOR: "Editors",
    StaffKind.TRANSLATOR: "Translators",
    StaffKind.REVIEWER: "Reviewers",
    StaffKind.DATA_OFFICER: "Data officers",
    StaffKind.DIRECTOR: "Directors",
}
KIND_OF_GROUP = {group: kind for kind, group in GROUP_OF_KIND.items()}
ROLE_OF_KIND = {
    StaffKind.ORGANISER: EventRoleKind.ORGANISER,
    StaffKind.HOST: EventRoleKind.HOST,
    StaffKind.VOLUNTEER: EventRoleKind.VOLUNTEER,
}


class Deed(models.TextChoices):
    """What was done to an account; stands in the log as its kind."""

    INVITED = "account-invited", "Invited"
    LINK_MADE = "account-link-made", "Link made"
    PASSWORD_CHOSEN = "account-password-chosen", "Password chosen"
    SUSPENDED = "account-suspended", "Suspended"
    RESTORED = "account-restored", "Restored"
    SIGNED_OUT = "account-signed-out", "Signed out everywhere"
    FACTOR_RESET = "account-factor-reset", "Second step reset"
    CODES_MADE = "account-codes-made", "New recovery codes"
    ROLE_GIVEN = "role-given", "Role given"
    ROLE_ENDED = "role-ended", "Role ended"
    HANDED_OVER = "event-handed-over", "Event handed over"


class AccountState(models.TextChoices):
    """Where an account stands."""

    INVITED = "invited", "Invited, not opened yet"
    ACTIVE = "active", "Active"
    SUSPENDED = "suspended", "Suspended"
