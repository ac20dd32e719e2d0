"""An event as one language-neutral row whose words come in pairs."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Orderable, PreviewableMixin, RevisionMixin

from campaigns.models import Campaign, Organisation
from directory.models import City
from events.enums import EventKind
from events.enums.hosting import PermissionState


class EventQuerySet(models.QuerySet["Event"]):
    """Which events to show."""

    def published(self) -> "EventQuerySet":
        """Live ones that have a schedule, with everything a card or page says."""
        return self.filter(live=True, schedule__isnull=False).select_related(
            "city", "campaign", "lead_organiser", "schedule", "schedule__venue", "places"
        )


class Event(PreviewableMixin, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A walk or seminar; when, where and how many live on rows outside revisions."""

    slug = models.SlugField(unique=True, help_text="For example walk-lahore-2027")
    kind = models.CharField(max_length=20, choices=EventKind.choices)
    campaign = models.ForeignKey(
        Campaign, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="events")
    title_en = models.CharField(max_length=160)
    title_ur = models.CharField(max_length=160)
    summary_en = models.TextField(blank=True)
    summary_ur = models.TextField(blank=True)
    theme_en = models.CharField(max_length=240, blank=True)
    theme_ur = models.CharField(max_length=240, blank=True)
    why_this_day_en = models.TextField(blank=True)
    why_this_day_ur = models.TextField(blank=True)
    good_to_know_en = models.TextField(
        blank=True, help_text="One a line: what else helps, e.g. where the water stands."
    )
    good_to_know_ur = models.TextField(blank=True)
    # What a walker must know before setting out; null where nobody has found out yet. Nullable
    # words too: a column that may be null is added to a table in use without rewriting it.
    is_step_free = models.BooleanField("Step-free access", null=True, blank=True)
    has_womens_area = models.BooleanField("Women’s area", null=True, blank=True)
    has_water = models.BooleanField("Drinking water", null=True, blank=True)
    has_toilets = models.BooleanField("Toilets", null=True, blank=True)
    lost_children_en = models.CharField(max_length=240, null=True, blank=True)  # noqa: DJ001
    lost_children_ur = models.CharField(max_length=240, null=True, blank=True)  # noqa: DJ001
    bring_en = models.CharField(max_length=240, null=True, blank=True)  # noqa: DJ001
    bring_ur = models.CharField(max_length=240, null=True, blank=True)  # noqa: DJ001
    has_photographs = models.BooleanField(
        "Photographs are taken",
        null=True,
        blank=True,
        help_text="Unless you choose No, the page says that photographs are taken.",
    )
    note_en = models.TextField(blank=True)
    note_ur = models.TextField(blank=True)
    lead_organiser = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="led_events"
    )
    partners = ParentalManyToManyField(Organisation, blank=True, related_name="partnered_events")
    organiser_line_en = models.CharField(
        max_length=480, blank=True, help_text="Organisers not in the list of organisations."
    )
    organiser_line_ur = models.CharField(max_length=480, blank=True)
    contact_name_en = models.CharField(max_length=120, blank=True)
    contact_name_ur = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=32, blank=True, help_text="Public, as written.")
    is_demonstration = models.BooleanField(default=False)
    permission_state = models.CharField(  # noqa: DJ001 - as above
        max_length=10,
        choices=PermissionState.choices,
        null=True,
        blank=True,
        help_text="Permission letter (NOC): for staff only, never shown.",
    )
    permission_note = models.TextField(
        blank=True, help_text="Permission letter (NOC): for staff only, never shown."
    )

    revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="event",
        for_concrete_model=False,
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["slug"]
        permissions: ClassVar[list[tuple[str, str]]] = [
            ("manage_every_event", "Can manage every event at the desk"),
            ("list_every_event", "Can see and export the lists of every event"),
        ]

    def __str__(self) -> str:
        return self.title_en

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """Show the draft with the visitors' own template."""
        return "events/event_detail.html"

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Both languages can be looked at before publishing."""
        return [("ur", "Urdu"), ("en", "English")]


class Speaker(Orderable):
    """Somebody who spoke or will speak, with role and organisation in both languages."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="speakers")
    name_en = models.CharField(max_length=120)
    name_ur = models.CharField(max_length=120)
    role_en = models.CharField(max_length=160, blank=True)
    role_ur = models.CharField(max_length=160, blank=True)
    organisation_en = models.CharField(max_length=160, blank=True)
    organisation_ur = models.CharField(max_length=160, blank=True)
    part_en = models.CharField(max_length=160, blank=True)
    part_ur = models.CharField(max_length=160, blank=True)

    def __str__(self) -> str:
        return self.name_en


class ProgrammeItem(Orderable):
    """One line of the programme."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="programme")
    at = models.TimeField(null=True, blank=True)
    text_en = models.CharField(max_length=240)
    text_ur = models.CharField(max_length=240)

    def __str__(self) -> str:
        return self.text_en


class EventSource(Orderable):
    """Where the facts of a past event come from."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="sources")
    title_en = models.CharField(max_length=240)
    title_ur = models.CharField(max_length=240)
    url = models.CharField(max_length=1200, blank=True)

    def __str__(self) -> str:
        return self.title_en
