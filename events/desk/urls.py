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
    second_step,
    signing_in,
    slips,
    terms,
)

app_name = "desk"
urlpatterns = [
    path("", overview.home, name="home"),
    path("second-step/", second_step.second_step, name="second_step"),
    path("second-step/set-up/", second_step.set_up, name="set_up"),
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
    path("events/<slug:slug>/attendees.pdf", files.attendees_pdf, name="attendees_pdf"),
    path("events/<slug:slug>/attendees.csv", files.attendees_csv, name="attendees_csv"),
]
