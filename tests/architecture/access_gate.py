"""Who gets which answer at the gate: staff of the event, and whoever has a link or a token."""

from tests.architecture.answers import Answers, everybody

GATE: dict[str, dict[str, Answers]] = {
    "/L/desk/events/<slug:slug>/gate/": {
        "GET": everybody(200, anonymous=302, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(303, anonymous=302, other_organiser=404, editor=404, data_officer=404),
    },
    "/L/desk/events/<slug:slug>/gate/check-in/": {
        "GET": everybody(302, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(303, anonymous=302, other_organiser=404, editor=404, data_officer=404),
    },
    "/L/desk/events/<slug:slug>/gate/conflicts/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/gate/count/": {
        "GET": everybody(200, anonymous=401, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/gate/device/": {
        "GET": everybody(405),
        "POST": everybody(201, anonymous=401, other_organiser=404, editor=404, data_officer=404),
    },
    "/L/desk/events/<slug:slug>/gate/devices/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/gate/settings/": {
        "GET": everybody(302, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(303, anonymous=302, other_organiser=404, editor=404, data_officer=404),
    },
    "/L/desk/events/<slug:slug>/gate/shell/": {
        "GET": everybody(200, anonymous=302, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/gate/snapshot/": {
        "GET": everybody(401),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/gate/sw.js": {
        "GET": everybody(200, anonymous=302, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/gate/sync/": {
        "GET": everybody(405),
        "POST": everybody(401),
    },
    "/L/desk/events/<slug:slug>/gate/undo/": {
        "GET": everybody(302, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(303, anonymous=302, other_organiser=404, editor=404, data_officer=404),
    },
    "/L/desk/events/<slug:slug>/gate/walk-in/": {
        "GET": everybody(200, anonymous=302, other_organiser=404, editor=404, data_officer=404),
        "POST": everybody(200, anonymous=302, other_organiser=404, editor=404, data_officer=404),
    },
    "/L/gate/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/gate/<str:token>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
}
