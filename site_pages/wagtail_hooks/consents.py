"""Consents to stories in the CMS; whoever records a withdrawal takes the story down with it."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from directory.wagtail_hooks.deleting import CarefulDeleteView
from directory.wagtail_hooks.pairs import pair
from site_pages.enums import ConsentKind
from site_pages.models import StoryConsent
from site_pages.services.consents import take_down_stories

FOR_PEOPLE = ("given_on", "expires_on", "keeper")
FOR_SOURCES = ("source_title_en", "source_title_ur", "source_year")


class StoryConsentForm(WagtailAdminModelForm):
    """Asks for what the kind of consent needs."""

    def clean(self) -> dict[str, Any]:
        """Explain at once what the database would refuse."""
        cleaned: dict[str, Any] = super().clean()
        is_published = cleaned.get("kind") == ConsentKind.PUBLISHED_SOURCE
        for name in FOR_SOURCES if is_published else FOR_PEOPLE:
            if name not in self.errors and not cleaned.get(name):
                self.add_error(name, "This kind of consent needs it.")
        return cleaned


class StandingColumn(Column):
    """Says which stories may be read."""

    def get_value(self, instance: Any) -> str:
        """Return words for the list."""
        return "Holds" if instance.holds_on(timezone.localdate()) else "Over or withdrawn"


class StoryConsentViewSet(SnippetViewSet):
    """Consents, one a story; no name of anybody."""

    model = StoryConsent
    icon = "key"
    menu_label = "Consents to stories"
    menu_name = "story-consents"
    menu_order = 340
    add_to_admin_menu = True
    list_display: ClassVar[list[Any]] = [
        "reference",
        "kind",
        "expires_on",
        StandingColumn("standing", label="Today"),
    ]
    search_fields: ClassVar[list[str]] = ["reference"]
    ordering: ClassVar[list[str]] = ["reference", "pk"]
    delete_view_class = CarefulDeleteView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("reference"), FieldPanel("kind")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("given_on"), FieldPanel("expires_on")]),
                    FieldPanel("keeper"),
                    FieldPanel("withdrawn_on"),
                ],
                heading="When the person agreed",
            ),
            MultiFieldPanel(
                [
                    pair("source_title", "Source"),
                    FieldRowPanel([FieldPanel("source_url"), FieldPanel("source_year")]),
                ],
                heading="When it is told from what is published",
            ),
        ],
        base_form_class=StoryConsentForm,
    )


def act_on_consent(request: HttpRequest, instance: Any) -> None:
    """Take stories down in the same minute, and say how many texts went."""
    if not isinstance(instance, StoryConsent):
        return
    count = take_down_stories(now=timezone.now())
    if count:
        messages.warning(request, f"Taken down with this consent: {count} text(s) of a story.")
