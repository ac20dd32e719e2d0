"""Addresses of the organisers' desk, below /ur/desk/ and /en/desk/."""

from django.urls import path

from events.desk.views import (
    attendees,
    changes,
    duplicates,
    files,
    gate,
    gate_api,
    gate_conflicts,
    gate_devices,
    gate_frame,
    invitations,
    inviting,
    list_columns,
    list_files,
    messages,
    overview,
    paper,
    paper_extras,
    report,
    second_step,
    send_queue,
    signing_in,
    slips,
    terms,
    writing,
)
from events.desk.views.prints import everybody as print_everybody
from events.desk.views.prints import files as print_files
from events.desk.views.prints import sheets as print_sheets
from events.desk.views.prints import shop as print_shop

app_name = "desk"
GATE = "events/<slug:slug>/gate/"
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
    path("events/<slug:slug>/attendees/columns/", list_columns.list_columns, name="list_columns"),
    path("events/<slug:slug>/attendees/files/", list_files.list_files, name="list_files"),
    path(
        "events/<slug:slug>/attendees/files/<int:file_number>/",
        list_files.list_file,
        name="list_file",
    ),
    path(
        "events/<slug:slug>/attendees/files/<int:file_number>/progress.json",
        list_files.list_file_progress,
        name="list_file_progress",
    ),
    path(
        "events/<slug:slug>/attendees/files/<int:file_number>/file/",
        list_files.list_file_bytes,
        name="list_file_bytes",
    ),
    path("events/<slug:slug>/report/", report.report, name="report"),
    path("events/<slug:slug>/report/photographs/", report.photographs, name="report_photographs"),
    path(
        "events/<slug:slug>/report/presentations/",
        report.presentations,
        name="report_presentations",
    ),
    path("events/<slug:slug>/report/publish/", report.publish, name="report_publish"),
    path("events/<slug:slug>/repeats/", duplicates.repeats, name="repeats"),
    path("events/<slug:slug>/slips/", slips.slips, name="slips"),
    path("events/<slug:slug>/slips.pdf", slips.slips_pdf, name="slips_pdf"),
    path("events/<slug:slug>/prints/", print_shop.shop, name="prints"),
    path(
        "events/<slug:slug>/prints/starter-kit.pdf", print_files.starter_kit_pdf, name="prints_kit"
    ),
    path(
        "events/<slug:slug>/prints/<str:paper>/file/",
        print_everybody.print_file,
        name="print_file",
    ),
    path("events/<slug:slug>/prints/<str:paper>.pdf", print_files.sheet_pdf, name="print_pdf"),
    path("events/<slug:slug>/prints/<str:paper>.png", print_files.sheet_png, name="print_png"),
    path("events/<slug:slug>/prints/<str:paper>/", print_sheets.sheet_page, name="print_sheet"),
    path(
        "events/<slug:slug>/prints/<str:paper>/preview.png",
        print_files.preview,
        name="print_preview",
    ),
    path("events/<slug:slug>/attendees.pdf", files.attendees_pdf, name="attendees_pdf"),
    path("events/<slug:slug>/attendees.xlsx", files.attendees_xlsx, name="attendees_xlsx"),
    path("events/<slug:slug>/attendees.csv", files.attendees_csv, name="attendees_csv"),
    # All below one address: the gate's service worker reaches this far and no further.
    path(GATE, gate.gate, name="gate"),
    path(f"{GATE}check-in/", gate.check_in, name="gate_check_in"),
    path(f"{GATE}conflicts/", gate_conflicts.conflicts, name="gate_conflicts"),
    path(f"{GATE}count/", gate_api.count, name="gate_count"),
    path(f"{GATE}device/", gate_api.device, name="gate_device"),
    path(f"{GATE}devices/", gate_devices.devices, name="gate_devices"),
    path(f"{GATE}settings/", gate.settings, name="gate_settings"),
    path(f"{GATE}shell/", gate_frame.shell, name="gate_shell"),
    path(f"{GATE}snapshot/", gate_api.snapshot, name="gate_snapshot"),
    path(f"{GATE}sw.js", gate_frame.worker, name="gate_worker"),
    path(f"{GATE}sync/", gate_api.sync, name="gate_sync"),
    path(f"{GATE}undo/", gate.undo, name="gate_undo"),
    path(f"{GATE}walk-in/", gate.walk_in, name="gate_walk_in"),
]
