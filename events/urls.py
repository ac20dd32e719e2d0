"""Addresses of events, registration, the own page and calendars."""

from django.urls import include, path

from events.registration.views import own, register
from events.views import calendar, campaign, pages

app_name = "events"
urlpatterns = [
    path("events/", pages.event_list, name="list"),
    path("events/feed.ics", calendar.feed, name="feed"),
    path("events/<slug:slug>/", pages.event_detail, name="detail"),
    path("events/<slug:slug>/event.ics", calendar.event_file, name="event_ics"),
    path("events/<slug:slug>/register/", register.register, name="register"),
    path("campaigns/<int:year>/", campaign.campaign_detail, name="campaign"),
    path("desk/", include("events.desk.urls")),
    path("my/r/<str:reference>/", own.own_page, name="own"),
    path("my/r/<str:reference>/cancel/", own.cancel, name="own_cancel"),
    path("my/r/<str:reference>/link/", own.new_link, name="own_new_link"),
    path("my/r/<str:reference>/done/", own.done, name="own_done"),
    path("my/<str:token>/", own.open_link, name="own_link"),
]
