"""What was typed back from a printed list, and the photograph kept of the sheet."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from events.models.event import Event
from events.models.list_paper import ListPrint

LONGEST_NUMBERS = 2000


class PaperEntry(models.Model):
    """One typing of row numbers or blank rows; numbers only, taken back as a whole."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="paper_entries")
    list_print = models.ForeignKey(ListPrint, on_delete=models.CASCADE, related_name="entries")
    # As people write them: "1-14, 17, 20"; "" where blank rows were typed.
    numbers = models.CharField(max_length=LONGEST_NUMBERS, blank=True)
    # Of the form, and the beginning of every line it made in the ledger.
    submission_key = models.CharField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    party_count = models.PositiveIntegerField(default=0)
    people_count = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"paper entry {self.pk}"


class SheetPhotograph(models.Model):
    """A photograph of a filled-in sheet, kept as evidence until the people on it are erased.

    In the database and not among the media: no address leads to it but the desk's own.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sheet_photographs")
    list_print = models.ForeignKey(ListPrint, on_delete=models.CASCADE, related_name="photographs")
    # A JPEG drawn anew, without metadata.
    content = models.BinaryField()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"photograph {self.pk} of sheet {self.list_print_id}"
