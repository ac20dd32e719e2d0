"""Forms and lists for cities, helplines and sounds."""

import datetime
import re
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from directory.enums import Need
from directory.forms import SoundForm
from directory.models import City, Helpline, SoundFile
from directory.rules import is_stale
from directory.wagtail_hooks.deleting import CarefulDeleteView
from directory.wagtail_hooks.pairs import PairedIndexView, pair
from urdu.digits import to_latin_digits
from urdu.sorting import sort_key

DIALLED = re.compile(r"\+?[0-9]{2,15}")


class CityForm(WagtailAdminModelForm):
    """Keeps the key by which Urdu lists are sorted."""

    def save(self, commit: bool = True) -> Any:
        """Compute the key from the Urdu name."""
        self.instance.sort_key = sort_key(self.cleaned_data["name_ur"])
        return super().save(commit=commit)


class HelplineForm(WagtailAdminModelForm):
    """A verified number has a source and a day; a city's number lies in the city's province."""

    needs = forms.MultipleChoiceField(
        choices=Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Readers can ask for the numbers of one need.",
    )

    def clean_number_display(self) -> str:
        """Return the number as people write it, in the site's digits."""
        return to_latin_digits(self.cleaned_data["number_display"])

    def clean_dial(self) -> str:
        """Return what a phone dials; a button that dials nothing would be worse than none."""
        dial = re.sub(r"[\s()-]", "", to_latin_digits(self.cleaned_data["dial"]))
        if not DIALLED.fullmatch(dial):
            raise forms.ValidationError(
                "Only digits, with + before a country's code: +923331110566 or 1099."
            )
        return dial

    def clean_checked_on(self) -> datetime.date | None:
        """Refuse a day to come: nobody would be asked to call again until long after it."""
        day: datetime.date | None = self.cleaned_data["checked_on"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(
                "This day is still to come. Write the day on which somebody called the number."
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse "verified" without proof, and a place that contradicts itself."""
        cleaned: dict[str, Any] = super().clean()
        city = cleaned.get("city")
        if city is not None and cleaned.get("province") != slugify(city.province_en):
            self.add_error("province", f"{city} lies in {city.province_en}.")
        if not cleaned.get("is_verified"):
            return cleaned
        for name in ("checked_on", "source_title_en", "source_title_ur"):
            if not cleaned.get(name):
                self.add_error(name, "A verified number needs its source and the day of checking.")
        return cleaned


class LastCheckColumn(Column):
    """Says which numbers somebody should call again."""

    def get_value(self, instance: Any) -> str:
        """Return words for the list; unverified numbers are shown to nobody and need none."""
        if instance.is_verified and is_stale(instance.checked_on, timezone.localdate()):
            return "Check again"
        return ""


class CityViewSet(SnippetViewSet):
    """Cities."""

    model = City
    icon = "site"
    menu_label = "Cities"
    list_display: ClassVar[list[Any]] = [
        "name_en",
        "name_ur",
        "code",
        BooleanColumn("is_walk_city", label="Walks here"),
    ]
    list_filter: ClassVar[list[str]] = ["is_walk_city"]
    search_fields: ClassVar[list[str]] = ["name_en", "name_ur", "code"]
    ordering: ClassVar[list[str]] = ["name_en", "pk"]
    delete_view_class = CarefulDeleteView
    index_view_class = PairedIndexView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            pair("name", "Name"),
            pair("province", "Province"),
            FieldRowPanel([FieldPanel("slug"), FieldPanel("code")]),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            FieldPanel("is_walk_city", heading="Walks take place here"),
        ],
        base_form_class=CityForm,
    )


class HelplineViewSet(SnippetViewSet):
    """Helplines and services."""

    model = Helpline
    icon = "help"
    menu_label = "Helplines"
    list_display: ClassVar[list[Any]] = [
        "name_en",
        "number_display",
        BooleanColumn("is_verified", label="Verified"),
        "checked_on",
        LastCheckColumn("is_stale", label="Last check"),
    ]
    list_filter: ClassVar[list[str]] = ["is_verified", "is_emergency", "province"]
    search_fields: ClassVar[list[str]] = ["name_en", "name_ur", "number_display"]
    ordering: ClassVar[list[str]] = ["position", "pk"]
    delete_view_class = CarefulDeleteView
    index_view_class = PairedIndexView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            pair("name", "Name"),
            FieldRowPanel(
                [
                    FieldPanel("number_display", heading="Number as shown"),
                    FieldPanel("dial", heading="Number as dialled"),
                ]
            ),
            pair("what_for", "What it is for"),
            MultiFieldPanel(
                [
                    pair("area", "Area", example={"en": "All of Punjab", "ur": "پورا پنجاب"}),
                    FieldRowPanel([FieldPanel("province"), FieldPanel("city")]),
                    FieldPanel("needs"),
                ],
                heading="Where it serves and what it helps with",
            ),
            pair("hours", "Hours", example={"en": "day and night", "ur": "دن رات"}),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("is_verified", heading="Verified"),
                            FieldPanel("checked_on", heading="Last checked on"),
                        ]
                    ),
                    pair("source_title", "Source"),
                    FieldPanel("source_url", heading="Address of the source"),
                ],
                heading="Where the number comes from",
            ),
            FieldRowPanel(
                [
                    FieldPanel("is_emergency", heading="Emergency number"),
                    FieldPanel("position", heading="Place in the list"),
                ]
            ),
            FieldPanel("slug"),
            FieldPanel("note"),
        ],
        base_form_class=HelplineForm,
    )


class SoundViewSet(SnippetViewSet):
    """Voice notes and other recordings."""

    model = SoundFile
    icon = "media"
    menu_label = "Sounds"
    menu_name = "sounds"
    menu_order = 345
    add_to_admin_menu = True
    list_display: ClassVar[list[Any]] = [
        "title_en",
        "language",
        "seconds",
        BooleanColumn("is_publishable", label="May be published"),
    ]
    list_filter: ClassVar[list[str]] = ["language", "kind"]
    search_fields: ClassVar[list[str]] = ["title_en", "title_ur", "transcript"]
    ordering: ClassVar[list[str]] = ["title_en", "pk"]
    delete_view_class = CarefulDeleteView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            pair("title", "Title"),
            FieldPanel("language"),
            FieldPanel("file"),
            FieldPanel("transcript"),
            FieldPanel("has_consent"),
        ],
        base_form_class=SoundForm,
    )
