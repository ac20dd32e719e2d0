"""Who gets which answer where organisers write to people, type paper in, and tell what was."""

from tests.architecture.answers import Answers, everybody

TALKING: dict[str, dict[str, Answers]] = {
    # The walk on the stage is not over yet.
    "/L/desk/events/<slug:slug>/report/": {
        "GET": everybody(404, anonymous=302, organiser=409, director=409),
        "POST": everybody(404, anonymous=302, organiser=409, director=409),
    },
    "/L/desk/events/<slug:slug>/report/photographs/": {
        "GET": everybody(404, anonymous=302),
        "POST": everybody(404, anonymous=302),
    },
    "/L/desk/events/<slug:slug>/report/presentations/": {
        "GET": everybody(404, anonymous=302),
        "POST": everybody(404, anonymous=302),
    },
    "/L/desk/events/<slug:slug>/report/publish/": {
        "GET": everybody(404, anonymous=302),
        "POST": everybody(404, anonymous=302),
    },
    "/L/desk/events/<slug:slug>/messages/new/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/messages/queue/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
    "/L/desk/events/<slug:slug>/paper/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/blank-rows/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/photographs/": {
        "GET": everybody(404, anonymous=302, organiser=302, director=302),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
    # Nobody has photographed the sheet on the stage.
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/photographs/<int:number>.jpg": {
        "GET": everybody(404, anonymous=302),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/undo/": {
        "GET": everybody(404, anonymous=302, organiser=302, director=302),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
}
