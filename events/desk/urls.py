"""Addresses of the organisers' desk, below /ur/desk/ and /en/desk/."""

from django.urls import path

from events.desk.views import attendees, files, overview, signing_in

app_name = "desk"
urlpatterns = [
    path("", overview.home, name="home"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("events/<slug:slug>/", overview.event_page, name="event"),
    path("events/<slug:slug>/attendees/", attendees.attendee_list, name="attendees"),
    path("events/<slug:slug>/attendees/print/", attendees.attendee_print, name="attendees_print"),
    path("events/<slug:slug>/attendees.pdf", files.attendees_pdf, name="attendees_pdf"),
    path("events/<slug:slug>/attendees.csv", files.attendees_csv, name="attendees_csv"),
]
