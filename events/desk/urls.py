"""Addresses of the organisers' desk, below /ur/desk/ and /en/desk/."""

from django.urls import path

from events.desk.views import (
    attendees,
    changes,
    duplicates,
    files,
    invitations,
    inviting,
    messages,
    overview,
    signing_in,
    slips,
    terms,
)
from events.desk.views.prints import files as print_files
from events.desk.views.prints import sheets as print_sheets
from events.desk.views.prints import shop as print_shop

app_name = "desk"
urlpatterns = [
    path("", overview.home, name="home"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("events/<slug:slug>/", overview.event_page, name="event"),
    path("events/<slug:slug>/capacity/", terms.capacity, name="capacity"),
    path("events/<slug:slug>/registration/", terms.terms, name="terms"),
    path("events/<slug:slug>/change/<str:kind>/", changes.change, name="change"),
    path("events/<slug:slug>/messages/", messages.messages, name="messages"),
    path("events/<slug:slug>/invitations/", invitations.invitations, name="invitations"),
    path("events/<slug:slug>/invitations/new/", inviting.invite_guests, name="invite"),
    path("events/<slug:slug>/invitations/seats/", invitations.seats, name="seats"),
    path("events/<slug:slug>/invitations/remind/", invitations.remind, name="remind"),
    path(
        "events/<slug:slug>/invitations/<int:number>/",
        invitations.one_invitation,
        name="invitation",
    ),
    path("events/<slug:slug>/attendees/", attendees.attendee_list, name="attendees"),
    path("events/<slug:slug>/attendees/print/", attendees.attendee_print, name="attendees_print"),
    path("events/<slug:slug>/repeats/", duplicates.repeats, name="repeats"),
    path("events/<slug:slug>/slips/", slips.slips, name="slips"),
    path("events/<slug:slug>/slips.pdf", slips.slips_pdf, name="slips_pdf"),
    path("events/<slug:slug>/prints/", print_shop.shop, name="prints"),
    path(
        "events/<slug:slug>/prints/starter-kit.pdf", print_files.starter_kit_pdf, name="prints_kit"
    ),
    path("events/<slug:slug>/prints/<str:sheet>.pdf", print_files.sheet_pdf, name="print_pdf"),
    path("events/<slug:slug>/prints/<str:sheet>.png", print_files.sheet_png, name="print_png"),
    path("events/<slug:slug>/prints/<str:sheet>/", print_sheets.sheet_page, name="print_sheet"),
    path(
        "events/<slug:slug>/prints/<str:sheet>/preview.png",
        print_files.preview,
        name="print_preview",
    ),
    path("events/<slug:slug>/attendees.pdf", files.attendees_pdf, name="attendees_pdf"),
    path("events/<slug:slug>/attendees.csv", files.attendees_csv, name="attendees_csv"),
]
