"""Campaigns and organisations in the CMS; pledges are people's and never here."""

from typing import Any, ClassVar

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
)
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from campaigns.forms.campaign import CampaignForm
from campaigns.forms.organisation import OrganisationForm
from campaigns.models import Campaign, Organisation
from directory.wagtail_hooks.deleting import CarefulDeleteView
from directory.wagtail_hooks.pairs import PairedIndexView, pair

SOURCE_PANEL = MultiFieldPanel(
    [pair("source_title", "Source"), FieldPanel("source_url", heading="Address of the source")],
    heading="Where the facts come from",
)


CONSENT_EXAMPLE = {
    "en": "About free legal advice in your city, at most once a month.",
    "ur": "آپ کے شہر میں مفت قانونی مشورے کے بارے میں، مہینے میں زیادہ سے زیادہ ایک بار۔",
}


class PreviewPanel(Panel):
    """Leads to the year's page as readers will see it, in each language."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one year."""

        template_name = "cms/campaign_preview.html"

        def is_shown(self) -> bool:
            """There is nothing to see before the first save."""
            return bool(self.instance.pk)


class CampaignViewSet(SnippetViewSet):
    """Campaigns, one a year."""

    model = Campaign
    icon = "calendar"
    menu_label = "Campaigns"
    list_display: ClassVar[list[Any]] = [
        "year",
        "title_en",
        "title_ur",
        BooleanColumn("is_current", label="Current"),
        BooleanColumn("is_draft", label="Draft"),
    ]
    search_fields: ClassVar[list[str]] = ["title_en", "title_ur"]
    ordering: ClassVar[list[str]] = ["-year"]
    delete_view_class = CarefulDeleteView
    index_view_class = PairedIndexView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            PreviewPanel(heading="As readers see it"),
            FieldRowPanel(
                [FieldPanel("year"), FieldPanel("world_day_on", heading="World Day is on")]
            ),
            pair("title", "Title"),
            pair("theme", "Theme"),
            pair("summary", "Summary"),
            FieldRowPanel([FieldPanel("hashtag"), FieldPanel("picture")]),
            InlinePanel(
                "links",
                [
                    pair("title", "Title"),
                    FieldPanel("url", heading="Address"),
                    pair("source", "Whose page it is"),
                ],
                heading="Official pages of others about the year",
                label="Official page",
            ),
            InlinePanel(
                "materials",
                [FieldPanel("file")],
                heading="Posters and sheets to download",
                label="File",
            ),
            pair("pledge", "Pledge"),
            InlinePanel(
                "statements",
                [pair("text", "And I will …")],
                heading="Statements people may choose",
                label="Statement",
            ),
            InlinePanel(
                "goals",
                [
                    FieldPanel("city"),
                    FieldRowPanel(
                        [
                            FieldPanel("walkers"),
                            FieldPanel("pledges"),
                            FieldPanel("organisations"),
                        ]
                    ),
                ],
                heading="Goals, for the whole country and for cities",
                label="Goals of a place",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("whatsapp_number"),
                    FieldPanel("sms_number"),
                    FieldPanel("missed_call_number"),
                ],
                heading="Numbers people write to or ring, to confirm at no cost",
            ),
            SOURCE_PANEL,
            FieldRowPanel(
                [
                    FieldPanel("is_draft", heading="Draft"),
                    FieldPanel(
                        "is_current",
                        heading="This is the current campaign",
                        help_text="Directors change it at the desk, under Planning, Years.",
                        read_only=True,
                    ),
                ]
            ),
        ],
        base_form_class=CampaignForm,
    )


class OrganisationViewSet(SnippetViewSet):
    """Organisations of the network and beyond."""

    model = Organisation
    icon = "group"
    menu_label = "Organisations"
    list_display: ClassVar[list[Any]] = [
        "name_en",
        "name_ur",
        BooleanColumn("is_in_network", label="In the network"),
    ]
    list_filter: ClassVar[list[str]] = ["is_in_network"]
    search_fields: ClassVar[list[str]] = ["name_en", "name_ur", "abbreviation_en"]
    ordering: ClassVar[list[str]] = ["name_en", "pk"]
    delete_view_class = CarefulDeleteView
    index_view_class = PairedIndexView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            pair("name", "Name"),
            pair("abbreviation", "Abbreviation"),
            FieldRowPanel(
                [
                    FieldPanel("kind", heading="Kind, for the filter"),
                    FieldPanel("city", heading="City"),
                ]
            ),
            pair("kind", "Kind in its own words"),
            pair("work", "What it does"),
            FieldPanel("website", heading="Website"),
            FieldPanel(
                "logo",
                heading="Logo",
                help_text="Shown on the page of the network once the picture may be published.",
            ),
            MultiFieldPanel(
                [pair("consent_line", "What about", example=CONSENT_EXAMPLE)],
                heading="What it would write about, beside an unticked box on forms opened by "
                "its link; no box without both languages",
            ),
            FieldRowPanel(
                [FieldPanel("slug"), FieldPanel("is_in_network", heading="In the network")]
            ),
            SOURCE_PANEL,
        ],
        base_form_class=OrganisationForm,
    )


class CampaignsGroup(SnippetViewSetGroup):
    """The year and who carries it."""

    items = (CampaignViewSet, OrganisationViewSet)
    menu_label = "Campaigns"
    menu_name = "campaigns"
    menu_icon = "calendar"
    menu_order = 320


register_snippet(CampaignsGroup)
