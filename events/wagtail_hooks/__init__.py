"""Walks, events and venues in the CMS; who comes is never shown there."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from events.wagtail_hooks.previews import preview_campaign
from events.wagtail_hooks.schedule import change_schedule
from events.wagtail_hooks.viewsets import EventViewSet, PublicHolidayViewSet, VenueViewSet


class EventsGroup(SnippetViewSetGroup):
    """What people walk to, and where."""

    items = (EventViewSet, VenueViewSet, PublicHolidayViewSet)
    menu_label = "Walks and events"
    menu_name = "events"
    menu_icon = "calendar-alt"
    menu_order = 310


register_snippet(EventsGroup)


def addresses() -> list[URLPattern]:
    """Add the small form that changes date, place and places, and the look at a draft year."""
    return [
        path("events/<int:pk>/schedule/", change_schedule, name="event_schedule"),
        path("campaigns/<int:pk>/<str:language>/", preview_campaign, name="campaign_preview"),
    ]


hooks.register("register_admin_urls", addresses)
