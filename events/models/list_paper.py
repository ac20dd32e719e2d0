"""An event's lists as organisers keep them: how they want them, what was printed, files made."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from events.enums import ListFileKind, ListFileState, ListPreset, RegistrationState
from events.models.event import Event

USUAL_BLANK_ROWS = 20


class ListSetting(models.Model):
    """How one organiser wants one event's lists; made when they first choose something."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="list_settings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="list_settings"
    )
    preset = models.CharField(max_length=12, choices=ListPreset.choices, default=ListPreset.DOOR)
    # Keys of the columns of their own choice; kept while a preset is in use.
    columns = models.JSONField(default=list)
    sort = models.CharField(max_length=10, blank=True)
    blank_row_count = models.PositiveSmallIntegerField(default=USUAL_BLANK_ROWS)

    class Meta:
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["event", "user"], name="one_list_setting_per_event_and_user"
            )
        ]

    def __str__(self) -> str:
        return f"list setting {self.pk}"


class ListPrint(models.Model):
    """One list on paper: which registrations stood on it, in which order; nobody's name.

    `rows` holds [registration id, state, fingerprint] for each numbered row, so that row 17 of
    a sheet lying on a table still tells whose it is. The fingerprint is a keyed hash of what was
    printed of the party: another one means that the paper is out of date.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="list_prints")
    sheet_code = models.CharField(max_length=8, unique=True)
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    printed_at = models.DateTimeField()
    language = models.CharField(max_length=2)
    preset = models.CharField(max_length=12, choices=ListPreset.choices)
    columns = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    row_count = models.PositiveIntegerField()
    blank_row_count = models.PositiveSmallIntegerField(default=0)
    # Of which state the registrations were asked for: sheets of one state follow on each other.
    listed_state = models.CharField(max_length=10, choices=RegistrationState.choices)
    # Only what changed since that sheet; None for a whole list.
    since = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Narrowed by a search or a filter: it cannot say who is missing from the event.
    is_part = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-printed_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.sheet_code

    @property
    def registration_ids(self) -> list[int]:
        """Whose rows they are: the first is row 1."""
        return [row[0] for row in self.rows]


class ListFileQuerySet(models.QuerySet["ListFile"]):
    """Which files are to be made."""

    def to_be_made(self) -> "ListFileQuerySet":
        """Asked for and not made yet, the oldest first."""
        return self.filter(state=ListFileState.QUEUED).order_by("asked_at", "pk")


class ListFile(models.Model):
    """A list or print somebody asked for: made once, for them alone, and deleted after hours.

    `sheet` is what the print shop calls it, "" for an attendee list; `look` how it is to look.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="list_files")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="list_files"
    )
    asked_at = models.DateTimeField()
    kind = models.CharField(max_length=4, choices=ListFileKind.choices)
    language = models.CharField(max_length=2)
    preset = models.CharField(max_length=12, choices=ListPreset.choices)
    columns = models.JSONField(default=list)
    blank_row_count = models.PositiveSmallIntegerField(default=0)
    sheet = models.CharField(max_length=20, default="", db_default="", blank=True)
    look = models.JSONField(null=True, blank=True)
    # Of whom, in list order; never how they were searched for. Of the shop's certificates and
    # slips it is their own numbers.
    registration_ids = models.JSONField(default=list)
    row_count = models.PositiveIntegerField()
    listed_state = models.CharField(max_length=10, choices=RegistrationState.choices)
    # Which filters narrowed it, in words.
    notes = models.JSONField(default=list)
    is_part = models.BooleanField(default=False)
    since = models.ForeignKey(
        ListPrint, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    list_print = models.OneToOneField(
        ListPrint, null=True, blank=True, on_delete=models.SET_NULL, related_name="file"
    )
    state = models.CharField(
        max_length=8, choices=ListFileState.choices, default=ListFileState.QUEUED
    )
    done_count = models.PositiveIntegerField(default=0)
    attempt_count = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    byte_count = models.PositiveIntegerField(default=0)

    objects = ListFileQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-asked_at", "-pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["asked_at"],
                name="list_files_to_make",
                condition=Q(state=ListFileState.QUEUED),
            )
        ]

    def __str__(self) -> str:
        return f"list file {self.pk}"


class ListFilePart(models.Model):
    """A piece of a file's bytes, so that no process needs to hold the whole."""

    file = models.ForeignKey(ListFile, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering: ClassVar[list[str]] = ["file", "position"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["file", "position"], name="one_part_per_position")
        ]

    def __str__(self) -> str:
        return f"part {self.position} of list file {self.file_id}"
