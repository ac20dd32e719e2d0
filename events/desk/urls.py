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
    paper,
    paper_extras,
    send_queue,
    signing_in,
    slips,
    terms,
    writing,
)

app_name = "desk"
urlpatterns = [
    path("", overview.home, name="home"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("events/<slug:slug>/", overview.event_page, name="event"),
    path("events/<slug:slug>/capacity/", terms.capacity, name="capacity"),
    path("events/<slug:slug>/registration/", terms.terms, name="terms"),
    path("events/<slug:slug>/change/<str:kind>/", changes.change, name="change"),
    path("events/<slug:slug>/messages/", messages.messages, name="messages"),
    path("events/<slug:slug>/messages/new/", writing.write_message, name="message"),
    path("events/<slug:slug>/messages/queue/", send_queue.send_queue, name="send_queue"),
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
    path("events/<slug:slug>/paper/", paper.sheets, name="paper"),
    path("events/<slug:slug>/paper/<str:sheet>/", paper.sheet, name="paper_sheet"),
    path("events/<slug:slug>/paper/<str:sheet>/undo/", paper.undo, name="paper_undo"),
    path(
        "events/<slug:slug>/paper/<str:sheet>/blank-rows/",
        paper_extras.blank_rows,
        name="paper_blank_rows",
    ),
    path(
        "events/<slug:slug>/paper/<str:sheet>/photographs/",
        paper_extras.photographs,
        name="paper_photographs",
    ),
    path(
        "events/<slug:slug>/paper/<str:sheet>/photographs/<int:number>.jpg",
        paper_extras.photograph,
        name="paper_photograph",
    ),
    path("events/<slug:slug>/repeats/", duplicates.repeats, name="repeats"),
    path("events/<slug:slug>/slips/", slips.slips, name="slips"),
    path("events/<slug:slug>/slips.pdf", slips.slips_pdf, name="slips_pdf"),
    path("events/<slug:slug>/attendees.pdf", files.attendees_pdf, name="attendees_pdf"),
    path("events/<slug:slug>/attendees.csv", files.attendees_csv, name="attendees_csv"),
]
