"""Forms and lists for events and venues."""

from typing import Any, ClassVar

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from directory.wagtail_hooks.deleting import CarefulDeleteView
from directory.wagtail_hooks.pairs import PairedIndexView, pair
from events.models import Event, PublicHoliday, Venue
from events.services import announce_event
from events.wagtail_hooks.panels import SchedulePanel
from events.wagtail_hooks.previews import PreviewOnAdd, PreviewOnEdit, PreviewRevision


class EventCreateView(CreateView):
    """A new event has its schedule from the first moment, so that every page can rely on it."""

    def save_instance(self) -> Event:
        """Write both or neither."""
        with transaction.atomic():
            event: Event = super().save_instance()
            announce_event(event=event, now=timezone.now())
        return event


WORDS_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("city"), FieldPanel("campaign")]),
    pair("title", "Title", example={"en": "Awareness walk, Lahore", "ur": "آگاہی واک، لاہور"}),
    pair("summary", "Summary"),
    pair("theme", "Theme"),
    pair("why_this_day", "Why this day"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("is_step_free"), FieldPanel("has_womens_area")]),
            FieldRowPanel([FieldPanel("has_water"), FieldPanel("has_toilets")]),
            pair("lost_children", "Meeting point for lost children"),
            pair(
                "bring",
                "What to bring",
                example={"en": "water and a cap", "ur": "پانی اور ٹوپی"},
            ),
            FieldPanel("has_photographs"),
            pair("good_to_know", "More that helps"),
        ],
        heading="Good to know",
    ),
    pair("note", "Note"),
    InlinePanel(
        "forward_words",
        heading="Words to send on",
        label="Words to send on",
        help_text="Readers find ready messages under “Send this on”. Without words of yours they "
        "are made of title, day, place and address; the address is always added.",
        max_num=1,
        panels=[
            pair("whatsapp", "For WhatsApp"),
            pair("sms", "For text messages, short"),
            pair("voice_note", "Voice note"),
        ],
    ),
    FieldPanel("slug"),
    FieldPanel("is_demonstration"),
]
PEOPLE_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("lead_organiser"),
            FieldPanel("partners"),
            pair("organiser_line", "Other organisers"),
        ],
        heading="Organisers",
    ),
    MultiFieldPanel(
        [pair("contact_name", "Name"), FieldPanel("contact_phone")], heading="Public contact"
    ),
    InlinePanel(
        "speakers",
        heading="Speakers",
        label="Speaker",
        panels=[
            pair("name", "Name"),
            pair("role", "Role"),
            pair("organisation", "Organisation"),
            pair("part", "Part in the event"),
        ],
    ),
    InlinePanel(
        "programme",
        heading="Programme",
        label="Line",
        panels=[FieldPanel("at"), pair("text", "What happens")],
    ),
]
SOURCES_PANELS = [
    InlinePanel(
        "sources",
        heading="Sources",
        label="Source",
        panels=[pair("title", "Title"), FieldPanel("url")],
    ),
    FieldPanel("permission_state"),
    FieldPanel("permission_note"),
]
SCHEDULE_PANELS = [SchedulePanel(heading="Date, place and places")]


class EventViewSet(SnippetViewSet):
    """Walks and events, both languages in one form."""

    model = Event
    icon = "calendar-alt"
    menu_label = "Walks and events"
    list_display: ClassVar[list[Any]] = [
        "title_en",
        "city",
        "kind",
        Column("happens_on", label="Day", accessor="schedule.happens_on"),
        Column("state", label="State", accessor="schedule.get_state_display"),
        BooleanColumn("live", label="Published"),
        BooleanColumn("has_unpublished_changes", label="Has a draft"),
    ]
    list_filter: ClassVar[list[str]] = ["kind", "campaign", "city"]
    search_fields: ClassVar[list[str]] = ["title_en", "title_ur", "slug"]
    ordering: ClassVar[list[str]] = ["-schedule__happens_on", "slug"]
    add_view_class = EventCreateView
    delete_view_class = CarefulDeleteView
    preview_on_add_view_class = PreviewOnAdd
    preview_on_edit_view_class = PreviewOnEdit
    revisions_view_class = PreviewRevision
    index_view_class = PairedIndexView
    copy_view_enabled = False
    edit_handler = TabbedInterface(
        [
            ObjectList(WORDS_PANELS, heading="Words"),
            ObjectList(SCHEDULE_PANELS, heading="Date and places"),
            ObjectList(PEOPLE_PANELS, heading="Organisers and programme"),
            ObjectList(SOURCES_PANELS, heading="Sources and permission"),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Load what the list shows in one query."""
        return Event.objects.select_related("city", "campaign", "schedule")


class VenueViewSet(SnippetViewSet):
    """Venues."""

    model = Venue
    icon = "site"
    menu_label = "Venues"
    list_display: ClassVar[list[Any]] = ["name_en", "name_ur", "city"]
    list_filter: ClassVar[list[str]] = ["city"]
    search_fields: ClassVar[list[str]] = ["name_en", "name_ur"]
    ordering: ClassVar[list[str]] = ["city__name_en", "name_en", "pk"]
    delete_view_class = CarefulDeleteView
    index_view_class = PairedIndexView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [FieldPanel("city"), pair("name", "Name"), pair("address", "Address")]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Venue]:
        """Load the city of each with it."""
        return Venue.objects.select_related("city")


class PublicHolidayViewSet(SnippetViewSet):
    """Days off that move with the moon, entered by staff; those of fixed date are built in."""

    model = PublicHoliday
    icon = "calendar-check"
    menu_label = "Public holidays"
    list_display: ClassVar[list[Any]] = [
        "day",
        "name_en",
        "name_ur",
        BooleanColumn("is_expected", label="Expected day"),
    ]
    search_fields: ClassVar[list[str]] = ["name_en", "name_ur"]
    ordering: ClassVar[list[str]] = ["day"]
    index_view_class = PairedIndexView
    copy_view_enabled = False
    edit_handler = ObjectList([FieldPanel("day"), pair("name", "Name"), FieldPanel("is_expected")])
